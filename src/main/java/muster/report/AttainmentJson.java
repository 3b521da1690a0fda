package muster.report;

import muster.view.serving.DeploymentWords;
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
}
