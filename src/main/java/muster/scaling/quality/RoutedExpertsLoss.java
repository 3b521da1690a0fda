package muster.scaling.quality;

/**
 * Routed experts at a fixed number of tokens, 130 billion (Clark et al. 2022, arXiv 2202.01169); logarithms are to the base 10.
 *
 * <pre>
 * log L = a log N + b log E' + c log N log E' + d
 * 1/E' = 1/(E - 1 + 1/(1/E_start - 1/E_max)) + 1/E_max
 * </pre>
 *
 * @param size a
 * @param expert b
 * @param interaction c
 * @param offset d
 * @param start E_start
 * @param most E_max
 */
public record RoutedExpertsLoss(
        double size, double expert, double interaction, double offset, double start, double most) {

    private double saturated(double experts) {
        return 1 / (1 / (experts - 1 + 1 / (1 / start - 1 / most)) + 1 / most);
    }

    /**
     * The loss in nat per token.
     *
     * @param parameters N, of the dense model that is given experts
     * @param experts E
     */
    public double loss(double parameters, double experts) {
        double n = StrictMath.log10(parameters);
        double e = StrictMath.log10(saturated(experts));
        return StrictMath.pow(10, size * n + expert * e + interaction * n * e + offset);
    }

    /** The parameters of the dense model of the same loss. */
    public double denseParameters(double parameters, double experts) {
        double n = StrictMath.log10(parameters);
        double e = StrictMath.log10(saturated(experts));
        double one = StrictMath.log10(saturated(1));
        return StrictMath.pow(
                10, (size * n + expert * e + interaction * n * e - expert * one) / (size + interaction * one));
    }
}
