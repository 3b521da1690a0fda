package muster.uncertainty.distribution;

/**
 * A triangular distribution: the density rises in a line from the least value to the likeliest and falls in a line to the
 * greatest.
 *
 * @param least the least value, in base units
 * @param central the likeliest value, which stands for the whole
 * @param greatest the greatest value
 */
public record Triangular(double least, double central, double greatest) implements Distribution {
    @Override
    public double quantile(double probability) {
        double below = (central - least) / (greatest - least);
        return probability < below
                ? least + Math.sqrt(probability * (greatest - least) * (central - least))
                : greatest - Math.sqrt((1 - probability) * (greatest - least) * (greatest - central));
    }

    @Override
    public double cumulative(double value) {
        if (value <= least || value >= greatest) {
            return value <= least ? 0 : 1;
        }
        return value < central
                ? square(value - least) / ((greatest - least) * (central - least))
                : 1 - square(greatest - value) / ((greatest - least) * (greatest - central));
    }

    @Override
    public double density(double value) {
        if (value < least || value > greatest) {
            return 0;
        }
        double peak = 2 / (greatest - least);
        return value < central
                ? peak * (value - least) / (central - least)
                : value > central ? peak * (greatest - value) / (greatest - central) : peak;
    }

    private static double square(double number) {
        return number * number;
    }
}
