package muster.uncertainty.sampling;

/**
 * How a figure is spread over the samples, in base units.
 *
 * @param p5 the 5th percentile
 * @param p50 the median
 * @param p95 the 95th percentile
 */
public record Percentiles(double p5, double p50, double p95) {
    /** The same of a figure so many times smaller, where the divisor is above 0. */
    public Percentiles over(double divisor) {
        return new Percentiles(p5 / divisor, p50 / divisor, p95 / divisor);
    }
}
