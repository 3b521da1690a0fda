package muster.research.task;

import java.util.Locale;
import muster.trace.Chain;
import muster.trace.Figure;

/**
 * How often a model does a task of some length t, by its horizons H50 and H80.
 *
 * <pre>
 * metr             P = 1 / (1 + (t / H50)^k),  k = ln 4 / ln(H50 / H80)    METR's logistic, b = k ln 2 of log2 t
 * constant-hazard  P = 2^(-t / H50)                                        Ord 2025: it fails at any moment alike
 * hard             P = 1 up to H50, else 0
 * hard-eighty      P = 1 up to H80, else 0
 * </pre>
 */
public enum SuccessCurve {
    /** A logistic curve in the logarithm of length, through both horizons. */
    METR {
        @Override
        Figure part(Chain chain, TimeHorizon horizon, TaskLengths lengths) {
            Figure half = chain.input(horizon.half(), "H_50");
            // A draw may have both as long, and then the curve is a step.
            Figure ratio = half.over(chain.input(horizon.eighty(), "H_80")).max(chain.number(STEEPEST));
            Figure two = chain.number(2).log();
            Figure slope = chain.number(4).log().times(two).over(ratio.log()).as(TaskFigures.HORIZON_SLOPE, "b", "1");
            return lengths.logistic(chain, half, slope.over(two));
        }
    },

    /** As if it failed at any moment alike. */
    CONSTANT_HAZARD {
        @Override
        Figure part(Chain chain, TimeHorizon horizon, TaskLengths lengths) {
            chain.spare(horizon.eighty());
            return lengths.constantHazard(chain, chain.input(horizon.half(), "H_50"));
        }
    },

    /** All tasks up to the 50% horizon, and none beyond. */
    HARD {
        @Override
        Figure part(Chain chain, TimeHorizon horizon, TaskLengths lengths) {
            chain.spare(horizon.eighty());
            return lengths.upTo(chain, chain.input(horizon.half(), "H_50"));
        }
    },

    /** All tasks up to the 80% horizon, and none beyond. */
    HARD_EIGHTY {
        @Override
        Figure part(Chain chain, TimeHorizon horizon, TaskLengths lengths) {
            chain.spare(horizon.half());
            return lengths.upTo(chain, chain.input(horizon.eighty(), "H_80"));
        }
    };

    private static final double STEEPEST = 1.000001;

    /** The part of the work that a model does, its tasks being of some lengths, not yet named. */
    abstract Figure part(Chain chain, TimeHorizon horizon, TaskLengths lengths);

    /** The length of a task that is done with some probability at constant hazard, over the 50% horizon: {@code -log2 P}. */
    public static double hazardLength(double probability) {
        return -StrictMath.log(probability) / StrictMath.log(2);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
