package muster.scaling.fit;

import java.util.List;
import java.util.Locale;
import muster.scaling.loss.LossSurface;

/** What a fit makes small, added over the runs. Averaging instead ended the search of Hoffmann et al. 2022 too early. */
public enum Objective {
    /** The Huber loss, with a threshold of 1e-3, of the difference of logarithms (Hoffmann et al. 2022, Eq. 3). */
    HUBER_LOG {
        @Override
        public double of(double predicted, double measured) {
            double off = Math.abs(off(predicted, measured));
            return off <= THRESHOLD ? off * off / 2 : THRESHOLD * (off - THRESHOLD / 2);
        }

        @Override
        double slope(double predicted, double measured) {
            return Math.max(-THRESHOLD, Math.min(THRESHOLD, off(predicted, measured))) / predicted;
        }

        private double off(double predicted, double measured) {
            return StrictMath.log(predicted) - StrictMath.log(measured);
        }
    },
    /** The square of the difference. */
    SQUARES {
        @Override
        public double of(double predicted, double measured) {
            return (predicted - measured) * (predicted - measured);
        }

        @Override
        double slope(double predicted, double measured) {
            return 2 * (predicted - measured);
        }
    };

    private static final double THRESHOLD = 1e-3;

    /** What one run adds. */
    public abstract double of(double predicted, double measured);

    /** Its derivative by the prediction. */
    abstract double slope(double predicted, double measured);

    /** The sum over runs under a law. */
    public double sum(LossSurface law, List<TrainingRun> runs) {
        return runs.stream()
                .mapToDouble(run -> of(law.loss(run.parameters(), run.tokens()), run.loss()))
                .sum();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
