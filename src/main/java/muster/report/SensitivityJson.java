package muster.report;

import java.util.List;
import muster.scenario.Analysis;
import muster.sensitivity.Driver;
import muster.sensitivity.Threshold;
import muster.uncertainty.Input;
import tools.jackson.core.JsonGenerator;

/** What moves a figure, in the schema {@code sensitivity/v1}; docs/sensitivity.md describes it. */
public final class SensitivityJson {
    private SensitivityJson() {}

    /** The analysis as an object. */
    public static String of(Analysis analysis) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringProperty("schema", "sensitivity/v1");
            json.writeStringProperty("scenario", analysis.scenario());
            json.writeArrayPropertyStart("set");
            analysis.settings().forEach(json::writeString);
            json.writeEndArray();
            json.writeStringProperty("catalog", analysis.catalog().hash());
            json.writeStringProperty("catalog_version", analysis.catalog().version());
            json.writeNumberProperty("seed", analysis.seed());
            json.writeNumberProperty("samples", analysis.samples());
            json.writeStringProperty("figure", analysis.figure().name());
            Json.number(json, "value", analysis.figure().value());
            json.writeStringProperty("unit", analysis.figure().unit());
            json.writeStringProperty("variance_of", analysis.sensitivity().logarithmic() ? "logarithm" : "figure");
            json.writeArrayPropertyStart("inputs");
            analysis.sensitivity().drivers().forEach(driver -> driver(json, driver));
            json.writeEndArray();
            names(json, "cancels", analysis.sensitivity().still());
            names(json, "apart", analysis.apart());
            analysis.reach()
                    .ifPresent(reach -> reach(json, reach, analysis.figure().unit()));
            json.writeEndObject();
        });
    }

    private static void driver(JsonGenerator json, Driver driver) {
        json.writeStartObject();
        json.writeStringProperty("name", driver.input().name());
        json.writeStringProperty("unit", driver.input().unit().symbol());
        driver.input().group().ifPresent(group -> json.writeStringProperty("correlation_group", group.name()));
        Json.number(json, "at_p5", driver.low());
        Json.number(json, "at_p95", driver.high());
        Json.number(json, "share", driver.share());
        Json.number(json, "first", driver.first());
        Json.number(json, "total", driver.total());
        Json.number(json, "standard_error", driver.error());
        Json.number(json, "rank_correlation", driver.rank());
        json.writeEndObject();
    }

    private static void names(JsonGenerator json, String property, List<Input> inputs) {
        json.writeArrayPropertyStart(property);
        inputs.forEach(input -> json.writeString(input.name()));
        json.writeEndArray();
    }

    private static void reach(JsonGenerator json, Analysis.Reach reach, String unit) {
        json.writeObjectPropertyStart("reach");
        Json.number(json, "value", reach.target().in(unit));
        Json.number(json, "chance", reach.threshold().chance());
        json.writeArrayPropertyStart("inputs");
        for (Threshold.Need need : reach.threshold().needs()) {
            json.writeStartObject();
            json.writeStringProperty("name", need.input().name());
            if (need.value().isPresent()) {
                Json.number(
                        json,
                        need.atLeast() ? "at_least" : "at_most",
                        need.value().getAsDouble() / need.input().unit().factor());
                json.writeStringProperty("unit", need.input().unit().symbol());
                Json.number(json, "cumulative_probability", need.probability());
            } else {
                Json.number(json, "nearest", need.nearest());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
