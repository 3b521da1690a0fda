package muster.scaling.loss;

import muster.trace.Arithmetic;
import muster.trace.Real;

/**
 * The average top-1 error on downstream tasks at a loss (Gadre et al. 2024, arXiv 2403.08540, Eq. 5):
 * {@code eps - k exp(-gamma L)}.
 *
 * @param most eps, the error of a model that knows nothing
 * @param coefficient k
 * @param rate gamma, in one over nat per token
 */
public record TestError(double most, double coefficient, double rate) {
    /** The error, from 0 to 1. */
    public double at(double loss) {
        return of(new Real(most), new Real(coefficient), new Real(rate), new Real(loss))
                .value();
    }

    /** The error at a loss, over numbers of either kind. */
    public static <N extends Arithmetic<N>> N of(N most, N coefficient, N rate, N loss) {
        return most.minus(coefficient.over(rate.times(loss).exp()));
    }
}
