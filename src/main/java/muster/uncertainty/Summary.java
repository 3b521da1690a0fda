package muster.uncertainty;

/** How a figure is spread over its samples, in base units. */
public final class Summary {
    private final Histogram histogram;

    Summary(Histogram histogram) {
        this.histogram = histogram;
    }

    /**
     * The value that is not exceeded with a probability, exact to 2^-9 of itself at worst.
     *
     * @param probability from 0, which gives the least value, to 1, which gives the greatest
     */
    public double quantile(double probability) {
        return histogram.quantile(probability);
    }

    /** The 5th, 50th and 95th percentile. */
    public Spread spread() {
        return new Spread(quantile(0.05), quantile(0.5), quantile(0.95));
    }
}
