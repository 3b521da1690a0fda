package muster.inference.serving;

import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.unit.NumberText;

/**
 * The serial speed at which a fleet does most work, of speeds that lie five per cent apart.
 *
 * @param speed the speed, in token/s
 * @param slowest the slowest speed that does at least {@link #PART} of that work, in token/s
 * @param fastest the fastest such speed, in token/s
 * @param edge that the best is the fastest or the slowest speed that was tried, where it is
 */
public record BestSpeed(double speed, double slowest, double fastest, Optional<String> edge) {
    /** The part of the most work that tells how flat the optimum is. */
    public static final double PART = 0.95;

    private static final double STEP = 1.05;
    // Three orders of magnitude below the fastest stream nobody waits.
    private static final int STEPS = 142;

    /**
     * The best speed of a fleet.
     *
     * @param offering what it can serve
     * @param work what a throughput at a serial speed is worth, in any unit
     */
    public static BestSpeed of(AttainableServing offering, DoubleBinaryOperator work) {
        double top = offering.fastest();
        double[] worth = new double[STEPS];
        int best = 0;
        for (int i = 0; i < STEPS; i++) {
            double speed = speed(top, i);
            worth[i] = work.applyAsDouble(offering.throughput(speed), speed);
            best = worth[i] > worth[best] ? i : best;
        }
        int slowest = best;
        int fastest = best;
        for (int i = 0; i < STEPS; i++) {
            if (worth[i] >= PART * worth[best]) {
                slowest = Math.max(slowest, i);
                fastest = Math.min(fastest, i);
            }
        }
        return new BestSpeed(speed(top, best), speed(top, slowest), speed(top, fastest), edge(top, best));
    }

    private static Optional<String> edge(double top, int best) {
        if (best > 0 && best < STEPS - 1) {
            return Optional.empty();
        }
        return Optional.of("the best speed lies on the edge of those that were tried: %s token/s is the %s"
                .formatted(NumberText.rounded(speed(top, best), 3), best == 0 ? "fastest of any replica" : "slowest"));
    }

    /** The speed as a source, which says how flat the optimum is. */
    public Source source() {
        String words =
                "the best at the central values, of speeds 5%% apart: from %s to %s token/s at least %s%% of the work are done"
                        .formatted(
                                NumberText.rounded(slowest, 3),
                                NumberText.rounded(fastest, 3),
                                NumberText.rounded(100 * PART, 2));
        return Source.of("best", words, Tier.DERIVED);
    }

    private static double speed(double top, int steps) {
        return top / Math.pow(STEP, steps);
    }
}
