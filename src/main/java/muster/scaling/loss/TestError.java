package muster.scaling.loss;

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
        return most - coefficient * StrictMath.exp(-rate * loss);
    }
}
