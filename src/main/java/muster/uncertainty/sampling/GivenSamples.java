package muster.uncertainty.sampling;

import java.util.Map;
import muster.uncertainty.Input;

/**
 * A draw whose columns are known.
 *
 * @param size how many values each has
 * @param columns the values of each input that varies, by name, in base units
 */
public record GivenSamples(int size, Map<String, double[]> columns) implements SampleBatch {
    public GivenSamples {
        columns = Map.copyOf(columns);
    }

    @Override
    public double[] of(Input input) {
        double[] column = columns.get(input.name());
        if (column == null) {
            throw new IllegalArgumentException("no values of " + input.name());
        }
        return column;
    }
}
