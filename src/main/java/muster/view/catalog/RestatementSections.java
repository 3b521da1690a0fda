package muster.view.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import muster.catalog.EntryDifference;
import muster.fleet.query.FleetRestatement;
import muster.fleet.query.FleetRestatement.Stock;
import muster.unit.NumberText;
import muster.view.Chapter;
import muster.view.Data;
import muster.view.Fields;
import muster.view.Grid;
import muster.view.Notes;
import muster.view.Section;

/** Which stocks a fleet that is counted by quarter restates. */
final class RestatementSections {
    // Less is the sampling of the source, which draws its intervals anew for each edition.
    private static final double RESTATED = 0.01;
    private static final List<String> HEAD =
            List.of("stock", "date", "chips before", "after", "ratio", "H100e before", "after", "ratio");

    private RestatementSections() {}

    static List<Section> of(EntryDifference pair, FleetRestatement found) {
        List<FleetRestatement.Row> rows =
                found.rows().stream().filter(row -> row.change() >= RESTATED).toList();
        List<Section> sections = new ArrayList<>();
        if (!rows.isEmpty()) {
            sections.add(Chapter.captioned(
                    "stocks restated by 1% or more, by medians",
                    Grid.of(HEAD, rows.stream().map(RestatementSections::cells).toList(), Set.of(2, 3, 4, 5, 6, 7))));
        }
        List<String> notes = new ArrayList<>();
        notes.add("%s stocks at dates of both differ by less than 1%%"
                .formatted(found.rows().size() - rows.size()));
        ends(found).forEach(notes::add);
        only(notes, pair.before(), found.gone());
        only(notes, pair.after(), found.added());
        sections.add(Notes.of(notes));
        return sections;
    }

    private static void only(List<String> notes, String fleet, List<String> stocks) {
        if (!stocks.isEmpty()) {
            notes.add("only in %s: %s".formatted(fleet, String.join(", ", stocks)));
        }
    }

    // Stocks that end on the same dates are told together.
    private static List<String> ends(FleetRestatement found) {
        return found.ends().stream()
                .collect(Collectors.groupingBy(
                        end -> "counted to %s, and now to %s".formatted(end.before(), end.after()),
                        LinkedHashMap::new,
                        Collectors.mapping(FleetRestatement.End::stock, Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .toList();
    }

    private static List<String> cells(FleetRestatement.Row row) {
        Stock before = row.before();
        Stock after = row.after();
        return List.of(
                row.stock(),
                row.date().toString(),
                NumberText.rounded(before.chips(), 7),
                NumberText.rounded(after.chips(), 7),
                NumberText.rounded(row.ofChips(), 4),
                text(before.h100e(), 7),
                text(after.h100e(), 7),
                text(row.ofH100e(), 4));
    }

    private static String text(OptionalDouble number, int digits) {
        return number.isPresent() ? NumberText.rounded(number.getAsDouble(), digits) : "-";
    }

    /** All stocks at dates of both, restated or not. */
    static Data data(FleetRestatement found) {
        return new Fields()
                .array(
                        "common",
                        found.rows().stream().map(RestatementSections::data).toList())
                .texts("gone", found.gone())
                .texts("added", found.added())
                .build();
    }

    private static Data data(FleetRestatement.Row row) {
        return new Fields()
                .text("stock", row.stock())
                .text("date", row.date().toString())
                .put("before", data(row.before()))
                .put("after", data(row.after()))
                .build();
    }

    private static Data data(Stock stock) {
        return new Fields()
                .number("chips", stock.chips())
                .number("h100e", stock.h100e())
                .build();
    }
}
