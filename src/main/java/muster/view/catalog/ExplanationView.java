package muster.view.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.catalog.Edition;
import muster.catalog.Explanation;
import muster.diagnostic.Place;
import muster.uncertainty.Evidence;
import muster.uncertainty.Source;
import muster.uncertainty.Uncertain;
import muster.unit.NumberText;
import muster.unit.Unit;
import muster.unit.UnitMismatch;
import muster.unit.UnitSyntax;
import muster.view.Chapter;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Fields;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Paragraph;
import muster.view.Preformatted;
import muster.view.Rank;
import muster.view.Section;
import muster.view.View;
import muster.view.Words;

/**
 * Why values of the catalog are what they are: a block for each, or in a document a table.
 *
 * @param explanations the values
 * @param edition the catalog
 */
public record ExplanationView(List<Explanation> explanations, Edition edition) implements View {

    private static final int DIGITS = 4;

    public ExplanationView {
        explanations = List.copyOf(explanations);
    }

    @Override
    public String title() {
        return "muster catalog explain";
    }

    @Override
    public List<Section> sections(Medium medium) {
        if (medium == Medium.DOCUMENT) {
            return List.of(rows());
        }
        List<Section> sections = new ArrayList<>();
        explanations.forEach(explanation -> sections.add(block(explanation)));
        sections.add(Paragraph.of("catalog " + edition));
        return sections;
    }

    private static Section block(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        central(explanation.value()).ifPresent(words -> line(lines, "central", words));
        explanation.source().ifPresent(source -> {
            line(lines, "source", source.title());
            if (explanation.status() != Explanation.Status.DEFAULT) {
                line(lines, "tier", source.tier().toString());
                line(lines, "evidence", evidence(source));
            }
        });
        line(lines, "status", explanation.status().toString());
        line(
                lines,
                explanation.status() == Explanation.Status.DEFAULT ? "left out" : "set at",
                explanation.place().toString());
        explanation
                .overrode()
                .forEach(earlier -> line(
                        lines,
                        "overrode",
                        "%s at %s%s".formatted(earlier.value(), earlier.place(), cited(earlier.source()))));
        if (explanation.overrode().isEmpty()) {
            line(lines, "overrode", "nothing");
        }
        explanation
                .conflicts()
                .forEach(conflict -> line(
                        lines,
                        "conflict",
                        "%s by %s (%s), at %s%s"
                                .formatted(
                                        conflict.value(),
                                        conflict.source().title(),
                                        conflict.source().tier(),
                                        conflict.place(),
                                        conflict.wrong()
                                                .map(why -> "; wrong: " + why)
                                                .orElse(""))));
        return Chapter.of(
                Rank.HEADING,
                Words.of(name(explanation) + (explanation.value().isEmpty() ? "" : " = " + explanation.value())),
                new Preformatted(lines));
    }

    // An interval as it is written does not show the value that stands for it.
    private static Optional<String> central(String written) {
        try {
            Uncertain value = Uncertain.parse(written);
            return value.centre()
                    .map(why -> "%s%s: %s"
                            .formatted(NumberText.rounded(value.central().value(), DIGITS), unit(value.unit()), why));
        } catch (UnitSyntax | UnitMismatch e) {
            return Optional.empty();
        }
    }

    private static String unit(Unit unit) {
        return unit.equals(Unit.ONE) ? "" : unit.symbol().equals("%") ? "%" : " " + unit;
    }

    private static void line(List<String> lines, String what, String words) {
        lines.add("%s%s%s".formatted(what, " ".repeat(Math.max(1, 10 - what.length())), words));
    }

    private static String evidence(Source source) {
        return source.evidence() == Evidence.READ
                ? "read in the source or a copy of it"
                : source.evidence() == Evidence.SECOND_HAND
                        ? "second-hand: read in another's quotation"
                        : "from memory: not looked up";
    }

    private static String cited(Optional<Source> source) {
        return source.map(found -> " (%s)".formatted(found.citation())).orElse("");
    }

    private static String name(Explanation explanation) {
        String id = explanation.address().id().value();
        String path = explanation.address().path();
        return path.isEmpty() ? id : id + "." + path;
    }

    /** A row for each value. */
    @Override
    public Grid rows() {
        List<List<String>> rows = new ArrayList<>();
        explanations.forEach(explanation -> rows.add(List.of(
                name(explanation),
                explanation.value(),
                explanation.status().toString(),
                explanation.source().map(Source::title).orElse(""),
                explanation.source().map(source -> source.tier().toString()).orElse(""),
                explanation.source().map(source -> source.evidence().toString()).orElse(""),
                explanation.place().toString(),
                explanation.overrode().stream()
                        .map(earlier -> "%s at %s".formatted(earlier.value(), earlier.place()))
                        .reduce((a, b) -> a + "; " + b)
                        .orElse(""))));
        return Grid.of(
                List.of("name", "value", "status", "source", "tier", "evidence", "set_at", "overrode"), rows, Set.of());
    }

    @Override
    public Data data() {
        return DataDocument.of("catalog-explain/v1", edition)
                .results(explanations.stream().map(ExplanationView::value).toList());
    }

    private static Data value(Explanation explanation) {
        Fields fields = new Fields()
                .text("kind", explanation.address().kind().name())
                .text("id", explanation.address().id().value())
                .text("path", explanation.address().path())
                .text("text", explanation.value());
        number(explanation.value())
                .ifPresent(number -> fields.number("value", number.central().value())
                        .text("unit", number.unit().symbol()));
        fields.text("status", explanation.status().toString());
        set(fields, explanation.source(), explanation.place());
        return fields.array(
                        "overrode",
                        explanation.overrode().stream()
                                .map(earlier -> set(
                                                new Fields().text("text", earlier.value()),
                                                earlier.source(),
                                                earlier.place())
                                        .build())
                                .toList())
                .array(
                        "conflicts",
                        explanation.conflicts().stream()
                                .map(conflict -> set(
                                                new Fields().text("text", conflict.value()),
                                                Optional.of(conflict.source()),
                                                conflict.place())
                                        .text("wrong", conflict.wrong())
                                        .build())
                                .toList())
                .build();
    }

    private static Fields set(Fields fields, Optional<Source> source, Place place) {
        return fields.text("source", source.map(Source::title))
                .text("tier", source.map(found -> found.tier().toString()))
                .text("evidence", source.map(found -> found.evidence().toString()))
                .text("file", place.file())
                .count("line", place.line());
    }

    private static Optional<Uncertain> number(String text) {
        try {
            return Optional.of(Uncertain.parse(text));
        } catch (UnitSyntax | UnitMismatch e) {
            return Optional.empty();
        }
    }
}
