package muster.view.serving;

import java.util.List;
import muster.inference.BindingLimit;
import muster.inference.Breakdown;
import muster.inference.Deployment;
import muster.inference.OperatingPoint;
import muster.view.Data;
import muster.view.Fields;

/** How a replica lies on chips and what takes its time, as parts of documents. */
public final class DeploymentData {
    private DeploymentData() {}

    /** Adds how a replica lies on chips, and the chips that read prompts for it. */
    public static void layout(Fields fields, OperatingPoint point) {
        fields.put("deployment", deployment(point.deployment()));
        point.prefill()
                .ifPresent(prefill -> fields.put(
                        "prefill",
                        new Fields()
                                .put("deployment", deployment(prefill.deployment()))
                                .number("chips", point.chips() - point.deployment().chips())
                                .number("chip_seconds_per_prompt", prefill.chipSeconds())
                                .build()));
    }

    private static Data deployment(Deployment deployment) {
        return new Fields()
                .number("tensor", deployment.tensor())
                .flag("two_dimensional", deployment.twoDimensional())
                .number("data", deployment.data())
                .number("expert", deployment.expert())
                .number("stages", deployment.stages())
                .number("batch", deployment.batch())
                .flag("prompts_apart", deployment.disaggregated())
                .build();
    }

    /** Limits of a search that bind. A limit that is relaxed to none has no {@code relaxed}. */
    public static List<Data> limits(List<BindingLimit> limits) {
        return limits.stream()
                .<Data>map(limit -> new Fields()
                        .text("chip", limit.chip())
                        .text("limit", limit.of().toString())
                        .number("value", limit.value())
                        .number("relaxed", limit.relaxed())
                        .number("gain", limit.gain())
                        .build())
                .toList();
    }

    /** The seconds of a token by what takes them. */
    public static Data secondsPerToken(Breakdown breakdown) {
        Fields fields = new Fields();
        List<Double> parts = DeploymentWords.parts(breakdown);
        for (int i = 0; i < parts.size(); i++) {
            fields.number(DeploymentWords.causes().get(i), parts.get(i));
        }
        return fields.build();
    }
}
