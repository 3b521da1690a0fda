package muster.uncertainty.sampling;

import muster.uncertainty.distribution.Probabilities;
import muster.uncertainty.distribution.QuantileTable;

/**
 * Where the samples of an input come from.
 *
 * @param probabilities a probability for each
 * @param table the value at a probability
 */
record SampleColumn(Probabilities probabilities, QuantileTable table) {
    /** Consecutive samples, in base units. */
    void fill(double[] column, long first) {
        probabilities.fill(column, first);
        table.map(column);
    }
}
