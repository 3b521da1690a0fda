package muster.report;

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
import muster.unit.UnitMismatch;
import muster.unit.UnitSyntax;
import tools.jackson.core.JsonGenerator;

/** Why values of the catalog are what they are. */
public final class ExplanationReport {
    private ExplanationReport() {}

    /** A block for each value. */
    public static String text(List<Explanation> explanations, Edition edition) {
        StringBuilder text = new StringBuilder();
        explanations.forEach(explanation -> text.append(block(explanation)).append('\n'));
        return text.append("catalog ").append(edition).append('\n').toString();
    }

    private static String block(Explanation explanation) {
        StringBuilder text = new StringBuilder();
        text.append("%s%s\n"
                .formatted(name(explanation), explanation.value().isEmpty() ? "" : " = " + explanation.value()));
        explanation.source().ifPresent(source -> {
            line(text, "source", source.title());
            if (explanation.status() != Explanation.Status.DEFAULT) {
                line(text, "tier", source.tier().toString());
                line(text, "evidence", evidence(source));
            }
        });
        line(text, "status", explanation.status().toString());
        line(
                text,
                explanation.status() == Explanation.Status.DEFAULT ? "left out" : "set at",
                explanation.place().toString());
        explanation
                .overrode()
                .forEach(earlier -> line(
                        text,
                        "overrode",
                        "%s at %s%s".formatted(earlier.value(), earlier.place(), cited(earlier.source()))));
        if (explanation.overrode().isEmpty()) {
            line(text, "overrode", "nothing");
        }
        explanation
                .conflicts()
                .forEach(conflict -> line(
                        text,
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
        return text.toString();
    }

    private static void line(StringBuilder text, String what, String words) {
        text.append("  %s%s%s\n".formatted(what, " ".repeat(Math.max(1, 10 - what.length())), words));
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
    public static Grid grid(List<Explanation> explanations) {
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
        return new Grid(
                List.of("name", "value", "status", "source", "tier", "evidence", "set_at", "overrode"), rows, Set.of());
    }

    /** The schema {@code explanation/v1}. */
    public static String json(List<Explanation> explanations, Edition edition) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringProperty("schema", "explanation/v1");
            json.writeStringProperty("catalog", edition.hash());
            json.writeStringProperty("catalog_version", edition.version());
            json.writeArrayPropertyStart("values");
            explanations.forEach(explanation -> value(json, explanation));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void value(JsonGenerator json, Explanation explanation) {
        json.writeStartObject();
        json.writeStringProperty("kind", explanation.address().kind().name());
        json.writeStringProperty("id", explanation.address().id().value());
        json.writeStringProperty("path", explanation.address().path());
        json.writeStringProperty("text", explanation.value());
        number(explanation.value()).ifPresent(number -> {
            Json.number(json, "value", number.central().value());
            json.writeStringProperty("unit", number.unit().symbol());
        });
        json.writeStringProperty("status", explanation.status().toString());
        explanation.source().ifPresent(source -> source(json, source));
        place(json, explanation.place());
        json.writeArrayPropertyStart("overrode");
        explanation.overrode().forEach(earlier -> {
            json.writeStartObject();
            json.writeStringProperty("text", earlier.value());
            earlier.source().ifPresent(source -> source(json, source));
            place(json, earlier.place());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("conflicts");
        explanation.conflicts().forEach(conflict -> {
            json.writeStartObject();
            json.writeStringProperty("text", conflict.value());
            source(json, conflict.source());
            place(json, conflict.place());
            conflict.wrong().ifPresent(why -> json.writeStringProperty("wrong", why));
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void source(JsonGenerator json, Source source) {
        json.writeStringProperty("source", source.title());
        json.writeStringProperty("tier", source.tier().toString());
        json.writeStringProperty("evidence", source.evidence().toString());
    }

    private static void place(JsonGenerator json, Place place) {
        json.writeStringProperty("file", place.file());
        json.writeNumberProperty("line", place.line());
    }

    private static Optional<Uncertain> number(String text) {
        try {
            return Optional.of(Uncertain.parse(text));
        } catch (UnitSyntax | UnitMismatch e) {
            return Optional.empty();
        }
    }
}
