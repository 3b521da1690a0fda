package muster.view.catalog;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import muster.catalog.Edition;
import muster.catalog.Freshness;
import muster.catalog.NotIn;
import muster.unit.CalendarPeriod;
import muster.view.Chapter;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Fields;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Paragraph;
import muster.view.Section;
import muster.view.View;

/**
 * How new a catalog is: the newest date of each kind of entry and owner, and what was announced and is not in.
 *
 * @param freshness the dates
 * @param asOf the day at which ages are told; none are without one
 * @param edition the catalog
 */
public record FreshnessView(Freshness freshness, Optional<LocalDate> asOf, Edition edition) implements View {
    private static final List<String> ROWS =
            List.of("kind", "whose", "what", "date", "months", "entry", "name", "missing", "source");
    private static final String NOT_IN = "not in";

    @Override
    public String title() {
        return "muster catalog freshness";
    }

    @Override
    public List<Section> sections(Medium medium) {
        List<Section> sections = new ArrayList<>();
        sections.add(kinds());
        for (Freshness.OfKind kind : freshness.kinds()) {
            // Of what is nobody's the table of kinds says all.
            if (kind.newest().stream().anyMatch(each -> !each.whose().isEmpty())) {
                sections.add(Chapter.captioned(kind.kind().name(), owners(kind)));
            }
        }
        sections.add(Chapter.captioned(
                "announced and not in the catalog",
                freshness.missing().isEmpty() ? Paragraph.of("nothing that is known of") : missing()));
        sections.add(Paragraph.of("catalog " + edition));
        return sections;
    }

    private Grid kinds() {
        List<List<String>> rows = new ArrayList<>();
        for (Freshness.OfKind kind : freshness.kinds()) {
            Optional<Freshness.Newest> newest = kind.first();
            rows.add(aged(
                    newest.map(Freshness.Newest::date),
                    kind.kind().name(),
                    Integer.toString(kind.entries()),
                    newest.map(each -> each.date().toString()).orElse(""),
                    newest.map(Freshness.Newest::what).orElse(""),
                    newest.map(Freshness.Newest::id).orElse("")));
        }
        return table(rows, Set.of(1, 5), "kind", "entries", "newest", "is", "of");
    }

    private Grid owners(Freshness.OfKind kind) {
        List<List<String>> rows = kind.newest().stream()
                .map(each -> aged(
                        Optional.of(each.date()),
                        each.whose(),
                        each.what(),
                        each.date().toString(),
                        each.id()))
                .toList();
        return table(rows, Set.of(4), "whose", "is", "newest", "of");
    }

    private Grid missing() {
        List<List<String>> rows = freshness.missing().stream()
                .map(each -> {
                    NotIn.Thing thing = each.thing();
                    return aged(
                            thing.announced(),
                            each.kind().toString(),
                            each.id(),
                            thing.whose(),
                            text(thing.announced()),
                            text(thing.expected()),
                            thing.missing());
                })
                .toList();
        return table(rows, Set.of(6), "kind", "entry", "whose", "announced", "expected", "missing");
    }

    // With ages there is one more column.
    private Grid table(List<List<String>> rows, Set<Integer> numbers, String... head) {
        List<String> names = new ArrayList<>(List.of(head));
        asOf.ifPresent(day -> names.add("months"));
        Set<Integer> there = Set.copyOf(
                numbers.stream().filter(column -> column < names.size()).toList());
        return Grid.of(names, rows, there);
    }

    private List<String> aged(Optional<CalendarPeriod> date, String... cells) {
        List<String> row = new ArrayList<>(List.of(cells));
        asOf.ifPresent(day -> row.add(months(date)));
        return row;
    }

    private String months(Optional<CalendarPeriod> date) {
        return age(date).map(months -> Long.toString(months)).orElse("");
    }

    // Full months since the last day of a date; of one that is still to come below zero.
    private Optional<Long> age(Optional<CalendarPeriod> date) {
        return asOf.flatMap(day -> date.map(since -> ChronoUnit.MONTHS.between(since.last(), day)));
    }

    /** A row for each newest date, and one for each thing that is not in. */
    @Override
    public Grid rows() {
        Stream<List<String>> dates = freshness.kinds().stream()
                .flatMap(kind -> kind.newest().stream()
                        .map(each -> List.of(
                                kind.kind().name(),
                                each.whose(),
                                each.what(),
                                each.date().toString(),
                                months(Optional.of(each.date())),
                                each.id(),
                                "",
                                "",
                                "")));
        Stream<List<String>> missing = freshness.missing().stream().map(each -> {
            NotIn.Thing thing = each.thing();
            return List.of(
                    each.kind().toString(),
                    thing.whose(),
                    NOT_IN,
                    text(thing.announced()),
                    months(thing.announced()),
                    each.id(),
                    thing.name(),
                    thing.missing(),
                    thing.source());
        });
        return Grid.of(ROWS, Stream.concat(dates, missing).toList(), Set.of());
    }

    @Override
    public Data data() {
        return DataDocument.of("catalog-freshness/v1", edition)
                .result(new Fields()
                        .text("as_of", asOf.map(LocalDate::toString))
                        .array(
                                "kinds",
                                freshness.kinds().stream().map(this::kind).toList())
                        .array(
                                "not_in",
                                freshness.missing().stream().map(this::thing).toList()));
    }

    private Data kind(Freshness.OfKind kind) {
        return new Fields()
                .text("kind", kind.kind().name())
                .count("entries", kind.entries())
                .array("newest", kind.newest().stream().map(this::newest).toList())
                .build();
    }

    private Data newest(Freshness.Newest newest) {
        Fields fields = new Fields()
                .text("whose", Optional.of(newest.whose()).filter(whose -> !whose.isEmpty()))
                .text("what", newest.what())
                .text("date", newest.date().toString())
                .text("id", newest.id());
        age(Optional.of(newest.date())).ifPresent(months -> fields.count("months", months));
        return fields.build();
    }

    private Data thing(Freshness.Missing missing) {
        NotIn.Thing thing = missing.thing();
        Fields fields = new Fields()
                .text("kind", missing.kind().toString())
                .text("id", missing.id())
                .text("name", thing.name())
                .text("whose", thing.whose())
                .text("announced", thing.announced().map(CalendarPeriod::toString))
                .text("expected", thing.expected().map(CalendarPeriod::toString))
                .text("missing", thing.missing())
                .text("source", thing.source())
                .text("notes", thing.notes());
        age(thing.announced()).ifPresent(months -> fields.count("months", months));
        return fields.build();
    }

    private static String text(Optional<CalendarPeriod> date) {
        return date.map(CalendarPeriod::toString).orElse("");
    }
}
