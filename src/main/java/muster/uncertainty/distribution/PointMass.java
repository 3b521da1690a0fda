package muster.uncertainty.distribution;

/**
 * A number without uncertainty.
 *
 * @param central the number, in base units
 */
public record PointMass(double central) implements Distribution {
    @Override
    public double quantile(double probability) {
        return central;
    }

    @Override
    public double cumulative(double value) {
        return value < central ? 0 : 1;
    }

    @Override
    public double density(double value) {
        return value == central ? Double.POSITIVE_INFINITY : 0;
    }

    @Override
    public double least() {
        return central;
    }

    @Override
    public double greatest() {
        return central;
    }

    @Override
    public boolean certain() {
        return true;
    }
}
