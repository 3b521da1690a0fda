package muster.report;

import muster.view.figure.Headlines;
import muster.view.figure.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import muster.catalog.Difference;
import muster.catalog.Edition;
import muster.document.Text;
import muster.scenario.Estimate;
import muster.trace.Step;
import muster.unit.Numbers;
import tools.jackson.core.JsonGenerator;

/**
 * What two catalogs differ in, in their values and in what a scenario comes to.
 *
 * @param before the one catalog
 * @param after the other
 * @param differences their values
 * @param effects what a scenario comes to in both, where one was asked for
 */
public record DifferenceReport(Edition before, Edition after, List<Difference> differences, Optional<Effects> effects) {

    public DifferenceReport {
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
    }

    /** Tables apart by spaces, and a line that counts. */
    public String text() {
        StringBuilder text = new StringBuilder("catalog %s -> %s\n\n".formatted(before, after));
        text.append(differences.isEmpty() ? "no value differs\n" : values().text());
        effects.ifPresent(both -> text.append("\nscenario %s\n".formatted(both.after.scenario()))
                .append(figures(both).text()));
        return text.toString();
    }

    /** Tables in Markdown. */
    public String markdown() {
        StringBuilder text = new StringBuilder("catalog %s to %s\n\n".formatted(before, after));
        text.append(differences.isEmpty() ? "no value differs\n" : values().markdown());
        effects.ifPresent(both -> text.append("\nscenario %s\n\n".formatted(both.after.scenario()))
                .append(figures(both).markdown()));
        return text.toString();
    }

    /** A row for each value, and one for each figure of the scenario. */
    public String csv() {
        List<List<String>> rows = new ArrayList<>(values().rows());
        effects.ifPresent(both -> figures(both)
                .rows()
                .forEach(row -> rows.add(
                        List.of(both.after.scenario() + ": " + row.get(0), row.get(1), row.get(2), row.get(3), ""))));
        return new Grid(values().head(), rows, Set.of()).csv();
    }

    private Grid values() {
        List<List<String>> rows = new ArrayList<>();
        differences.forEach(difference -> rows.add(List.of(
                name(difference),
                difference.before().map(Text::value).orElse("-"),
                difference.after().map(Text::value).orElse("-"),
                ratio(difference.ratio()),
                difference.after().or(difference::before).orElseThrow().place().toString())));
        return new Grid(List.of("value", "before", "after", "ratio", "set at"), rows, Set.of(3));
    }

    private static Grid figures(Effects both) {
        List<List<String>> rows = new ArrayList<>();
        for (String name : both.names()) {
            Optional<Step> old = both.before.step(name);
            Optional<Step> now = both.after.step(name);
            rows.add(List.of(
                    name,
                    old.map(step -> Cells.of(both.before, step)).orElse("-"),
                    now.map(step -> Cells.of(both.after, step)).orElse("-"),
                    ratio(ratio(old, now)),
                    now.or(() -> old).orElseThrow().unit()));
        }
        return new Grid(List.of("figure", "before", "after", "ratio", "unit"), rows, Set.of(1, 2, 3));
    }

    private static String name(Difference difference) {
        String id = difference.address().id().value();
        return difference.address().path().isEmpty()
                ? difference.address().kind().name() + " " + id
                : id + "." + difference.address().path();
    }

    private static OptionalDouble ratio(Optional<Step> old, Optional<Step> now) {
        return old.isPresent() && now.isPresent() && old.get().value() != 0
                ? OptionalDouble.of(now.get().value() / old.get().value())
                : OptionalDouble.empty();
    }

    private static String ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? Numbers.rounded(ratio.getAsDouble(), 4) : "";
    }

    /** The schema {@code catalog-diff/v1}. */
    public String json() {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringProperty("schema", "catalog-diff/v1");
            edition(json, "before", before);
            edition(json, "after", after);
            json.writeArrayPropertyStart("values");
            differences.forEach(difference -> value(json, difference));
            json.writeEndArray();
            effects.ifPresent(both -> scenario(json, both));
            json.writeEndObject();
        });
    }

    private static void edition(JsonGenerator json, String name, Edition edition) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("catalog", edition.hash());
        json.writeStringProperty("catalog_version", edition.version());
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, Difference difference) {
        json.writeStartObject();
        json.writeStringProperty("kind", difference.address().kind().name());
        json.writeStringProperty("id", difference.address().id().value());
        json.writeStringProperty("path", difference.address().path());
        difference.before().ifPresent(text -> side(json, "before", text));
        difference.after().ifPresent(text -> side(json, "after", text));
        difference.ratio().ifPresent(ratio -> Json.number(json, "ratio", ratio));
        json.writeEndObject();
    }

    private static void side(JsonGenerator json, String name, Text text) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("text", text.value());
        json.writeStringProperty("file", text.place().file());
        json.writeNumberProperty("line", text.place().line());
        json.writeEndObject();
    }

    private static void scenario(JsonGenerator json, Effects both) {
        json.writeObjectPropertyStart("scenario");
        json.writeStringProperty("id", both.after.scenario());
        json.writeArrayPropertyStart("figures");
        both.names().forEach(name -> {
            Optional<Step> old = both.before.step(name);
            Optional<Step> now = both.after.step(name);
            json.writeStartObject();
            json.writeStringProperty("name", name);
            json.writeStringProperty("unit", now.or(() -> old).orElseThrow().unit());
            old.ifPresent(step -> Json.number(json, "before", step.value()));
            now.ifPresent(step -> Json.number(json, "after", step.value()));
            ratio(old, now).ifPresent(ratio -> Json.number(json, "ratio", ratio));
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }
}
