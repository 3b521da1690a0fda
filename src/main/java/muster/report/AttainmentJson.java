package muster.report;

import java.util.List;
import java.util.OptionalDouble;
import muster.inference.Attainment;
import muster.inference.BindingLimit;
import muster.inference.Deployment;
import muster.inference.OperatingPoint;
import tools.jackson.core.JsonGenerator;

/** What a fleet can have of serial speed and throughput, as the part {@code attainment} of {@code estimate/v1}. */
final class AttainmentJson {
    private AttainmentJson() {}

    static void write(JsonGenerator json, Attainment attainment) {
        json.writeObjectPropertyStart("attainment");
        quantity(json, "required_serial_speed", attainment.requiredSpeed(), "token/s/stream");
        quantity(json, "throughput", attainment.throughput(), "token/s");
        estimated(json, "fastest_serial_speed", attainment.fastest());
        json.writeArrayPropertyStart("chips");
        attainment.kinds().forEach(kind -> kind(json, kind));
        json.writeEndArray();
        if (!attainment.opinions().isEmpty()) {
            json.writeArrayPropertyStart("methods");
            attainment.opinions().forEach(opinion -> opinion(json, opinion));
            json.writeEndArray();
        }
        attainment.wish().ifPresent(wish -> wish(json, wish));
        limits(json, attainment.limits());
        if (!attainment.wouldServe().isEmpty()) {
            json.writeArrayPropertyStart("would_serve");
            attainment.wouldServe().forEach(way -> way(json, way));
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** Limits of a search that bind; nothing where none do. A limit that is relaxed to none has no {@code relaxed}. */
    static void limits(JsonGenerator json, List<BindingLimit> limits) {
        if (limits.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("binding_limits");
        for (BindingLimit limit : limits) {
            json.writeStartObject();
            json.writeStringProperty("chip", limit.chip());
            json.writeStringProperty("limit", limit.of().toString());
            Json.number(json, "value", limit.value());
            if (Double.isFinite(limit.relaxed())) {
                Json.number(json, "relaxed", limit.relaxed());
            }
            if (Double.isFinite(limit.gain())) {
                Json.number(json, "gain", limit.gain());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void kind(JsonGenerator json, Attainment.Kind kind) {
        json.writeStartObject();
        json.writeStringProperty("chip", kind.chip());
        Json.number(json, "chips", kind.chips());
        kind.idle().ifPresent(reason -> json.writeStringProperty("serves_nothing", reason));
        kind.serving().ifPresent(serving -> {
            json.writeStringProperty("formats", serving.formats());
            layout(json, serving.point());
            Json.number(json, "chips_per_replica", serving.point().chips());
            Json.number(json, "replicas", serving.replicas());
            estimated(json, "serial_speed", serving.speed());
            quantity(json, "throughput", serving.throughput(), "token/s");
            Json.number(json, "utilization", serving.utilization());
            json.writeObjectPropertyStart("seconds_per_token");
            List<Double> parts = FrontierReport.parts(serving.point().breakdown());
            for (int i = 0; i < parts.size(); i++) {
                Json.number(json, FrontierReport.causes().get(i), parts.get(i));
            }
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    /** How a replica is spread, and those that read prompts for it. */
    static void layout(JsonGenerator json, OperatingPoint point) {
        deployment(json, "deployment", point.deployment());
        point.prefill().ifPresent(prefill -> {
            json.writeObjectPropertyStart("prefill");
            deployment(json, "deployment", prefill.deployment());
            Json.number(json, "chips", point.chips() - point.deployment().chips());
            Json.number(json, "chip_seconds_per_prompt", prefill.chipSeconds());
            json.writeEndObject();
        });
    }

    private static void deployment(JsonGenerator json, String name, Deployment deployment) {
        json.writeObjectPropertyStart(name);
        Json.number(json, "tensor", deployment.tensor());
        json.writeBooleanProperty("two_dimensional", deployment.twoDimensional());
        Json.number(json, "data", deployment.data());
        Json.number(json, "expert", deployment.expert());
        Json.number(json, "stages", deployment.stages());
        Json.number(json, "batch", deployment.batch());
        json.writeBooleanProperty("prompts_apart", deployment.disaggregated());
        json.writeEndObject();
    }

    private static void opinion(JsonGenerator json, Attainment.Opinion opinion) {
        json.writeStartObject();
        json.writeStringProperty("method", opinion.method());
        optional(json, "fastest_serial_speed", opinion.fastest());
        json.writeObjectPropertyStart("at_utilization");
        Json.number(json, "utilization", Attainment.COMPARED_UTILIZATION);
        optional(json, "serial_speed", opinion.atUtilization());
        json.writeEndObject();
        quantity(json, "throughput_at_required_speed", opinion.throughput(), "token/s");
        json.writeEndObject();
    }

    private static void wish(JsonGenerator json, Attainment.Wished wish) {
        json.writeObjectPropertyStart("wish");
        quantity(json, "serial_speed", wish.serialSpeed(), "token/s/stream");
        quantity(json, "throughput", wish.throughput(), "token/s");
        result(json, wish.has());
        json.writeArrayPropertyStart("ways");
        wish.ways().forEach(way -> way(json, way));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void way(JsonGenerator json, Attainment.Way way) {
        json.writeStartObject();
        json.writeStringProperty("way", way.id());
        json.writeStringProperty("words", way.words());
        result(json, way.result());
        json.writeEndObject();
    }

    private static void result(JsonGenerator json, Attainment.Result result) {
        json.writeBooleanProperty("reached", result.reached());
        quantity(json, "fastest_serial_speed", result.fastest(), "token/s/stream");
        quantity(json, "throughput_at_speed", result.throughputAtSpeed(), "token/s");
        optional(json, "speed_at_throughput", result.speedAtThroughput());
    }

    private static void estimated(JsonGenerator json, String name, Attainment.Estimated estimated) {
        json.writeObjectPropertyStart(name);
        Json.number(json, "value", estimated.value());
        json.writeStringProperty("unit", "token/s/stream");
        Json.number(json, "p5", estimated.p5());
        Json.number(json, "p95", estimated.p95());
        json.writeEndObject();
    }

    private static void quantity(JsonGenerator json, String name, double value, String unit) {
        json.writeObjectPropertyStart(name);
        Json.number(json, "value", value);
        json.writeStringProperty("unit", unit);
        json.writeEndObject();
    }

    private static void optional(JsonGenerator json, String name, OptionalDouble speed) {
        if (speed.isPresent()) {
            quantity(json, name, speed.getAsDouble(), "token/s/stream");
        }
    }
}
