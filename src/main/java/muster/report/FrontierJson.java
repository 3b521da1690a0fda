package muster.report;

import muster.view.serving.DeploymentWords;
import java.util.List;
import java.util.OptionalDouble;
import muster.catalog.Edition;
import muster.inference.OperatingPoint;
import muster.inference.Study;
import tools.jackson.core.JsonGenerator;

/** A frontier as JSON, schema {@code throughput/v1}. */
public final class FrontierJson {
    private FrontierJson() {}

    /**
     * The document.
     *
     * @param study what was found
     * @param catalog which catalog it was computed from
     */
    public static String of(Study study, Edition catalog) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringProperty("schema", "throughput/v1");
            json.writeStringProperty("model", study.model());
            json.writeStringProperty("chip", study.chip());
            json.writeStringProperty("method", study.method());
            json.writeStringProperty("catalog", catalog.hash());
            json.writeStringProperty("catalog_version", catalog.version());
            json.writeObjectPropertyStart("formats");
            json.writeStringProperty(
                    "weights", study.setup().encodings().weights().toString());
            json.writeStringProperty(
                    "activations", study.setup().encodings().activations().toString());
            json.writeStringProperty("cache", study.setup().encodings().cache().toString());
            json.writeEndObject();
            json.writeObjectPropertyStart("context");
            Json.number(json, "in", study.request().context().promptTokens());
            Json.number(json, "out", study.request().context().outputTokens());
            json.writeEndObject();
            Json.number(json, "max_replica_chips", study.request().maxReplicaChips());
            Json.number(json, "deployments_timed", study.frontier().tried());
            json.writeBooleanProperty("family_in_fit", study.setup().measured());
            json.writeArrayPropertyStart("traits_not_in_fit");
            study.setup().unseen().traits().forEach(json::writeString);
            json.writeEndArray();
            optional(json, "required_serial_speed", study.requiredSpeed());
            if (study.best().isPresent()) {
                json.writeName("best");
                point(json, study, study.best().get());
            }
            AttainmentJson.limits(json, study.limits());
            json.writeArrayPropertyStart("frontier");
            study.frontier().points().forEach(point -> point(json, study, point));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    // Factors that a measured speed is of the modelled one, where they are known.
    private static void error(JsonGenerator json, Study study, OperatingPoint point) {
        if (study.errorFactor(point).isEmpty()) {
            return;
        }
        double factor = study.errorFactor(point).getAsDouble();
        json.writeObjectPropertyStart("measured_over_modelled");
        Json.number(json, "p5", 1 / factor);
        Json.number(json, "p95", factor);
        json.writeEndObject();
    }

    private static void point(JsonGenerator json, Study study, OperatingPoint point) {
        json.writeStartObject();
        quantity(json, "serial_speed", point.serialSpeed(), "token/s/stream");
        quantity(json, "throughput_per_chip", point.throughputPerChip(), "token/s/chip");
        quantity(json, "chips", point.chips(), "chip");
        error(json, study, point);
        AttainmentJson.layout(json, point);
        quantity(json, "prompt_time", point.promptSeconds(), "s");
        quantity(json, "first_token_time", point.firstTokenSeconds(), "s");
        quantity(json, "cost", study.usdPerToken(point), "USD/token");
        quantity(json, "energy", study.joulesPerToken(point), "J/token");
        Json.number(json, "utilization", study.utilization(point));
        json.writeObjectPropertyStart("seconds_per_token");
        List<Double> parts = DeploymentWords.parts(point.breakdown());
        for (int i = 0; i < parts.size(); i++) {
            Json.number(json, DeploymentWords.causes().get(i), parts.get(i));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void quantity(JsonGenerator json, String name, double value, String unit) {
        json.writeObjectPropertyStart(name);
        Json.number(json, "value", value);
        json.writeStringProperty("unit", unit);
        json.writeEndObject();
    }

    private static void quantity(JsonGenerator json, String name, OptionalDouble value, String unit) {
        if (value.isPresent()) {
            quantity(json, name, value.getAsDouble(), unit);
        }
    }

    private static void optional(JsonGenerator json, String name, OptionalDouble value) {
        if (value.isPresent()) {
            Json.number(json, name, value.getAsDouble());
        }
    }
}
