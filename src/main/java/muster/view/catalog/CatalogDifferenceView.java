package muster.view.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import muster.catalog.Difference;
import muster.catalog.Edition;
import muster.document.yaml.Text;
import muster.scenario.Estimate;
import muster.trace.TraceStep;
import muster.unit.NumberText;
import muster.view.Chapter;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Fields;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Paragraph;
import muster.view.Section;
import muster.view.View;
import muster.view.figure.Cells;
import muster.view.figure.Headlines;

/**
 * What two catalogs differ in, in their values and in what a scenario comes to.
 *
 * @param before the one catalog
 * @param after the other
 * @param differences their values
 * @param effects what a scenario comes to in both, where one was asked for
 */
public record CatalogDifferenceView(
        Edition before, Edition after, List<Difference> differences, Optional<Effects> effects) implements View {

    public CatalogDifferenceView {
        differences = List.copyOf(differences);
    }

    /**
     * What a scenario comes to in both catalogs.
     *
     * @param before its estimate in the one
     * @param after its estimate in the other
     */
    public record Effects(Estimate before, Estimate after) {
        private List<String> names() {
            return Headlines.names(List.of(before, after));
        }

        private Data figure(String name) {
            Optional<TraceStep> old = before.step(name);
            Optional<TraceStep> now = after.step(name);
            return new Fields()
                    .text("name", name)
                    .text("unit", now.or(() -> old).orElseThrow().unit())
                    .put("before", old.map(step -> Data.number(step.value())))
                    .put("after", now.map(step -> Data.number(step.value())))
                    .number("ratio", ratio(old, now))
                    .build();
        }
    }

    @Override
    public String title() {
        return "muster catalog diff";
    }

    @Override
    public List<Section> sections(Medium medium) {
        String between = medium == Medium.TERMINAL ? "catalog %s -> %s" : "catalog %s to %s";
        List<Section> sections = new ArrayList<>(List.of(
                Paragraph.of(between.formatted(before, after)),
                differences.isEmpty() ? Paragraph.of("no value differs") : values()));
        effects.ifPresent(both -> sections.add(Chapter.captioned("scenario " + both.after.scenario(), figures(both))));
        return sections;
    }

    /** A row for each value, and one for each figure of the scenario. */
    @Override
    public Grid rows() {
        Grid values = values();
        List<List<String>> rows = new ArrayList<>(values.texts());
        effects.ifPresent(both -> figures(both)
                .texts()
                .forEach(row -> rows.add(
                        List.of(both.after.scenario() + ": " + row.get(0), row.get(1), row.get(2), row.get(3), ""))));
        return Grid.of(values.head(), rows, Set.of());
    }

    private Grid values() {
        List<List<String>> rows = new ArrayList<>();
        differences.forEach(difference -> rows.add(List.of(
                name(difference),
                difference.before().map(Text::value).orElse("-"),
                difference.after().map(Text::value).orElse("-"),
                ratio(difference.ratio()),
                difference.after().or(difference::before).orElseThrow().place().toString())));
        return Grid.of(List.of("value", "before", "after", "ratio", "set at"), rows, Set.of(3));
    }

    private static Grid figures(Effects both) {
        List<List<String>> rows = new ArrayList<>();
        for (String name : both.names()) {
            Optional<TraceStep> old = both.before.step(name);
            Optional<TraceStep> now = both.after.step(name);
            rows.add(List.of(
                    name,
                    old.map(step -> Cells.of(both.before, step)).orElse("-"),
                    now.map(step -> Cells.of(both.after, step)).orElse("-"),
                    ratio(ratio(old, now)),
                    now.or(() -> old).orElseThrow().unit()));
        }
        return Grid.of(List.of("figure", "before", "after", "ratio", "unit"), rows, Set.of(1, 2, 3));
    }

    private static String name(Difference difference) {
        String id = difference.address().id().value();
        return difference.address().path().isEmpty()
                ? difference.address().kind().name() + " " + id
                : id + "." + difference.address().path();
    }

    private static OptionalDouble ratio(Optional<TraceStep> old, Optional<TraceStep> now) {
        return old.isPresent() && now.isPresent() && old.get().value() != 0
                ? OptionalDouble.of(now.get().value() / old.get().value())
                : OptionalDouble.empty();
    }

    private static String ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? NumberText.rounded(ratio.getAsDouble(), 4) : "";
    }

    @Override
    public Data data() {
        Fields fields = new Fields()
                .put(
                        "before",
                        new Fields()
                                .text("catalog", before.hash())
                                .text("catalog_version", before.version())
                                .build())
                .array(
                        "values",
                        differences.stream().map(CatalogDifferenceView::value).toList());
        effects.ifPresent(both -> fields.text("scenario", both.after.scenario())
                .array("figures", both.names().stream().map(both::figure).toList()));
        return DataDocument.of("catalog-diff/v2", after).result(fields);
    }

    private static Data value(Difference difference) {
        return new Fields()
                .text("kind", difference.address().kind().name())
                .text("id", difference.address().id().value())
                .text("path", difference.address().path())
                .put("before", difference.before().map(CatalogDifferenceView::side))
                .put("after", difference.after().map(CatalogDifferenceView::side))
                .number("ratio", difference.ratio())
                .build();
    }

    /** One side of a difference: its text and where that stands. */
    static Data side(Text text) {
        return new Fields()
                .text("text", text.value())
                .text("file", text.place().file())
                .count("line", text.place().line())
                .build();
    }
}
