package muster.uncertainty.distribution;

/**
 * A loguniform distribution: the logarithm is uniform, so every factor of ten between the ends is as likely as any other.
 *
 * @param least its lower end, in base units, above 0
 * @param greatest its upper end, in base units
 * @param central the value that stands for the whole
 */
public record LogUniform(double least, double greatest, double central) implements Distribution {
    @Override
    public double quantile(double probability) {
        return least * Math.exp(probability * width());
    }

    @Override
    public double cumulative(double value) {
        return value <= least ? 0 : Math.min(1, Math.log(value / least) / width());
    }

    @Override
    public double density(double value) {
        return value < least || value > greatest ? 0 : 1 / (value * width());
    }

    // The natural logarithm of the ratio of the ends.
    private double width() {
        return Math.log(greatest / least);
    }
}
