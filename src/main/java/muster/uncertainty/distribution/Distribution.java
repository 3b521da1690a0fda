package muster.uncertainty.distribution;

/** What is known of a number, in base units. */
public sealed interface Distribution
        permits PointMass,
                Normal,
                LogNormal,
                TwoPiece,
                Uniform,
                LogUniform,
                Triangular,
                Pert,
                Beta,
                Gamma,
                StudentT,
                Discrete,
                Empirical,
                Mixture,
                Truncated {

    /**
     * The value that is not exceeded with a probability.
     *
     * @param probability above 0 and below 1
     */
    double quantile(double probability);

    /**
     * The same, found faster where a value near it is known.
     *
     * @param probability above 0 and below 1
     * @param guess the quantile of a probability near by
     */
    default double quantileNear(double probability, double guess) {
        return quantile(probability);
    }

    /**
     * The probability that a value is not exceeded.
     *
     * @param value in base units
     */
    double cumulative(double value);

    /**
     * The probability density, in one over the base unit; of single values that can come about, infinity.
     *
     * @param value where
     */
    double density(double value);

    /** The value that stands for the whole when nothing is sampled: the median, or the middle that was given. */
    double central();

    /** The least value that can come about; minus infinity where there is none. */
    double least();

    /** The greatest value that can come about; infinity where there is none. */
    double greatest();

    /** Whether there is only one value. */
    default boolean certain() {
        return false;
    }
}
