package muster.uncertainty.sampling;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** How a figure is spread over its samples, in base units. */
public final class SampleSummary {
    /** The fewest samples that tell an error: of fewer, hardly three lie beyond the 5th percentile. */
    public static final long FEWEST = 64;

    private static final double HALF = 0.5;

    private final Histogram pooled = new Histogram();
    private final List<Histogram> parts;

    /** That of all samples in parts that are independent of each other, or in one part of independent samples. */
    SampleSummary(List<Histogram> parts) {
        this.parts = parts.stream().filter(part -> part.count() > 0).toList();
        this.parts.forEach(pooled::add);
    }

    /** How many samples. */
    public long count() {
        return pooled.count();
    }

    /**
     * The value that is not exceeded with a probability, exact to 2^-9 of itself at worst.
     *
     * @param probability from 0, which gives the least value, to 1, which gives the greatest
     */
    public double quantile(double probability) {
        return pooled.quantile(probability);
    }

    /** The part of the samples that are 1 of a figure that is 0 or 1. */
    public double odds() {
        return pooled.partAbove(HALF);
    }

    /** The standard error of the odds, sqrt(p (1 - p) / n), an upper bound where points are more even than random ones. */
    public double errorOfOdds() {
        return Math.sqrt(odds() * (1 - odds()) / count());
    }

    /** The 5th, 50th and 95th percentile. */
    public Percentiles percentiles() {
        return new Percentiles(quantile(0.05), quantile(0.5), quantile(0.95));
    }

    /** The standard errors of the 5th, 50th and 95th percentile; nothing of fewer than {@link #FEWEST} samples. */
    public Optional<Percentiles> errors() {
        return count() < FEWEST
                ? Optional.empty()
                : Optional.of(new Percentiles(standardError(0.05), standardError(0.5), standardError(0.95)));
    }

    /**
     * The standard error of a quantile. Of independent samples it is half the distance between the quantiles one binomial
     * standard deviation of the probability apart, {@code sqrt(p (1 - p) / n)} each way; of independent parts it comes from
     * how their quantiles differ.
     *
     * @param probability above 0 and below 1
     */
    public double standardError(double probability) {
        if (parts.size() > 1) {
            double mean = quantiles(probability).average().orElseThrow();
            double squares =
                    quantiles(probability).map(q -> (q - mean) * (q - mean)).sum();
            return Math.sqrt(squares / (parts.size() - 1) / parts.size());
        }
        double deviation = Math.sqrt(probability * (1 - probability) / count());
        double above = quantile(Math.min(1, probability + deviation));
        return (above - quantile(Math.max(0, probability - deviation))) / 2;
    }

    private DoubleStream quantiles(double probability) {
        return parts.stream().mapToDouble(part -> part.quantile(probability));
    }

    /** The largest standard error of the three percentiles, as a part of the percentile. */
    double worst() {
        return DoubleStream.of(0.05, 0.5, 0.95)
                .filter(probability -> quantile(probability) != 0)
                .map(probability -> standardError(probability) / Math.abs(quantile(probability)))
                .max()
                .orElse(0);
    }
}
