package muster.uncertainty.distribution;

import java.util.List;

/**
 * What measurements say, and nothing else: the quantile function runs in straight lines through the sorted values, the least
 * at 0 and the greatest at 1 (definition 7 of Hyndman and Fan 1996, Sample quantiles in statistical packages, which
 * spreadsheets and NumPy use).
 *
 * @param values the values, rising, in base units; at least two of them different
 */
public record Empirical(List<Double> values) implements Distribution {

    public Empirical {
        values = values.stream().sorted().toList();
    }

    @Override
    public double quantile(double probability) {
        double position = probability * (values.size() - 1);
        int below = Math.min((int) position, values.size() - 2);
        double low = values.get(below);
        return low + (position - below) * (values.get(below + 1) - low);
    }

    @Override
    public double cumulative(double value) {
        if (value < least() || value >= greatest()) {
            return value < least() ? 0 : 1;
        }
        int below = below(value);
        double within = (value - values.get(below)) / (values.get(below + 1) - values.get(below));
        return (below + within) / (values.size() - 1);
    }

    @Override
    public double density(double value) {
        if (value < least() || value >= greatest()) {
            return 0;
        }
        int below = below(value);
        return 1 / ((values.size() - 1) * (values.get(below + 1) - values.get(below)));
    }

    // The last value that is not above.
    private int below(double value) {
        int below = 0;
        while (values.get(below + 1) <= value) {
            below++;
        }
        return below;
    }

    @Override
    public double central() {
        return quantile(0.5);
    }

    @Override
    public double least() {
        return values.get(0);
    }

    @Override
    public double greatest() {
        return values.get(values.size() - 1);
    }
}
