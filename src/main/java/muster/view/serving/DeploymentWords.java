package muster.view.serving;

import java.util.ArrayList;
import java.util.List;
import muster.inference.replica.OperatingPoint;
import muster.inference.step.Deployment;
import muster.inference.step.TokenTimeBreakdown;

/** How a replica is laid out over its chips, and what takes the time of its tokens, in words. */
public final class DeploymentWords {
    private static final List<String> CAUSES =
            List.of("compute", "weights", "cache", "activations", "collectives", "fixed");

    private DeploymentWords() {}

    /** Breakdown of the time per output token, in the order of {@link #parts}. */
    public static List<String> causes() {
        return CAUSES;
    }

    /** The seconds of a token by cause. */
    public static List<Double> parts(TokenTimeBreakdown causes) {
        return List.of(
                causes.computeSeconds(),
                causes.weightSeconds(),
                causes.cacheSeconds(),
                causes.activationSeconds(),
                causes.collectiveSeconds(),
                causes.fixedSeconds());
    }

    /** How a replica is parallelised, as {@code tp 8, pp 2}. */
    public static String spread(Deployment deployment) {
        List<String> parts = new ArrayList<>();
        parts.add("tp " + deployment.tensor() + (deployment.twoDimensional() ? " 2-D" : ""));
        if (deployment.data() > 1) {
            parts.add("dp " + deployment.data());
        }
        if (deployment.expert() > 1) {
            parts.add("ep " + deployment.expert());
        }
        if (deployment.stages() > 1) {
            parts.add("pp " + deployment.stages());
        }
        return String.join(", ", parts);
    }

    /** How a replica is parallelised, and those that prefill for it: {@code tp 8, pp 2, prefill on tp 1, pp 16}. */
    public static String spread(OperatingPoint point) {
        return spread(point.deployment())
                + point.prefill()
                        .map(prefill -> ", prefill on " + spread(prefill.deployment()))
                        .orElse("");
    }
}
