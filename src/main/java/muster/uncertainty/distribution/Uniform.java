package muster.uncertainty.distribution;

/**
 * A uniform distribution.
 *
 * @param least its lower end, in base units
 * @param greatest its upper end, in base units
 * @param central the value that stands for the whole
 */
public record Uniform(double least, double greatest, double central) implements Distribution {
    @Override
    public double quantile(double probability) {
        return least + probability * (greatest - least);
    }

    @Override
    public double cumulative(double value) {
        return Math.max(0, Math.min(1, (value - least) / (greatest - least)));
    }

    @Override
    public double density(double value) {
        return value < least || value > greatest ? 0 : 1 / (greatest - least);
    }
}
