package muster.uncertainty.distribution;

/**
 * A PERT distribution: a beta distribution between the least and the greatest value, with the mean
 * {@code (least + 4 likeliest + greatest) / 6}.
 *
 * @param least the least value, in base units
 * @param central the likeliest value, which stands for the whole
 * @param greatest the greatest value
 * @see <a href="https://doi.org/10.1287/opre.7.5.646">Malcolm, Roseboom, Clark and Fazar 1959, Application of a technique for
 *     research and development program evaluation</a>
 */
public record Pert(double least, double central, double greatest) implements Distribution {
    private static final double WEIGHT = 4;

    // Its shape between 0 and 1.
    private Beta shape() {
        double mode = (central - least) / (greatest - least);
        return new Beta(1 + WEIGHT * mode, 1 + WEIGHT * (1 - mode), mode);
    }

    @Override
    public double quantile(double probability) {
        return least + (greatest - least) * shape().quantile(probability);
    }

    @Override
    public double quantileNear(double probability, double guess) {
        return least + (greatest - least) * shape().quantileNear(probability, place(guess));
    }

    @Override
    public double cumulative(double value) {
        return shape().cumulative(place(value));
    }

    @Override
    public double density(double value) {
        return shape().density(place(value)) / (greatest - least);
    }

    private double place(double value) {
        return (value - least) / (greatest - least);
    }
}
