package muster.report;

import java.util.List;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.scenario.Estimate;
import muster.trace.Curve;
import muster.trace.Step;
import muster.uncertainty.Spread;
import tools.jackson.core.JsonGenerator;

/** Estimates as JSON in the schema {@code estimate/v1}; docs/estimate.md describes it. */
public final class EstimateJson {
    private EstimateJson() {}

    /** One estimate as an object, several as an array. */
    public static String of(List<Estimate> estimates) {
        return Json.text(json -> {
            if (estimates.size() == 1) {
                estimate(json, estimates.get(0));
            } else {
                json.writeStartArray();
                estimates.forEach(estimate -> estimate(json, estimate));
                json.writeEndArray();
            }
        });
    }

    private static void estimate(JsonGenerator json, Estimate estimate) {
        json.writeStartObject();
        json.writeStringProperty("schema", "estimate/v1");
        json.writeStringProperty("scenario", estimate.scenario());
        json.writeArrayPropertyStart("set");
        estimate.settings().forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("catalog", estimate.catalog().hash());
        json.writeStringProperty("catalog_version", estimate.catalog().version());
        if (estimate.sampling().isPresent()) {
            json.writeNumberProperty("seed", estimate.sampling().get().seed());
            json.writeNumberProperty("samples", estimate.sampling().get().samples());
            json.writeStringProperty(
                    "points", estimate.sampling().get().points().toString());
        }
        json.writeObjectPropertyStart("basis");
        estimate.basis().forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeArrayPropertyStart("warnings");
        estimate.warnings().forEach(warning -> warning(json, warning));
        json.writeEndArray();
        json.writeObjectPropertyStart("quantities");
        estimate.steps().stream()
                .filter(step -> step.kind() != Step.Kind.CONSTANT)
                .forEach(step -> quantity(json, estimate, step));
        json.writeEndObject();
        json.writeArrayPropertyStart("steps");
        estimate.steps().forEach(step -> step(json, step));
        json.writeEndArray();
        if (!estimate.curves().isEmpty()) {
            json.writeArrayPropertyStart("curves");
            estimate.curves().forEach(curve -> curve(json, estimate, curve));
            json.writeEndArray();
        }
        estimate.attainment().ifPresent(attainment -> AttainmentJson.write(json, attainment));
        json.writeEndObject();
    }

    /** A figure by its name; nothing where the estimate does not have it. */
    static void quantity(JsonGenerator json, Estimate estimate, String name) {
        estimate.step(name).ifPresent(step -> quantity(json, estimate, step));
    }

    private static void quantity(JsonGenerator json, Estimate estimate, Step step) {
        json.writeObjectPropertyStart(step.name());
        Json.number(json, "value", step.value());
        json.writeStringProperty("unit", step.unit());
        estimate.spread(step).ifPresent(spread -> percentiles(json, spread));
        estimate.errors(step).ifPresent(errors -> {
            json.writeObjectPropertyStart("standard_errors");
            percentiles(json, errors);
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private static void warning(JsonGenerator json, Diagnostic warning) {
        json.writeStartObject();
        json.writeStringProperty("code", warning.code());
        json.writeStringProperty("message", warning.message());
        place(json, warning.place());
        json.writeEndObject();
    }

    private static void step(JsonGenerator json, Step step) {
        json.writeStartObject();
        json.writeStringProperty("name", step.name());
        json.writeStringProperty("symbol", step.symbol());
        json.writeStringProperty("kind", step.kind().toString());
        Json.number(json, "value", step.value());
        json.writeStringProperty("unit", step.unit());
        if (!step.expression().isEmpty()) {
            json.writeStringProperty("expression", step.expression());
        }
        if (!step.checks().isEmpty()) {
            json.writeArrayPropertyStart("checks");
            step.checks().forEach(json::writeString);
            json.writeEndArray();
        }
        step.source().ifPresent(source -> {
            json.writeStringProperty("source", source.title());
            json.writeStringProperty("tier", source.tier().toString());
            json.writeStringProperty("evidence", source.evidence().toString());
        });
        step.place().ifPresent(place -> place(json, place));
        json.writeEndObject();
    }

    private static void curve(JsonGenerator json, Estimate estimate, Curve curve) {
        json.writeStartObject();
        json.writeStringProperty("name", curve.name());
        json.writeStringProperty("by", curve.by());
        json.writeStringProperty("unit", curve.unit());
        json.writeArrayPropertyStart("points");
        for (Curve.Point point : curve.points()) {
            json.writeStartObject();
            Json.number(json, "at", point.at());
            Json.number(json, "value", point.value());
            estimate.spread(curve, point).ifPresent(spread -> percentiles(json, spread));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void percentiles(JsonGenerator json, Spread spread) {
        Json.number(json, "p5", spread.p5());
        Json.number(json, "p50", spread.p50());
        Json.number(json, "p95", spread.p95());
    }

    private static void place(JsonGenerator json, Place place) {
        json.writeStringProperty("file", place.file());
        if (!place.onCommandLine()) {
            json.writeNumberProperty("line", place.line());
        }
    }
}
