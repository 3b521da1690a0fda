package muster.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.uncertainty.Input;
import muster.uncertainty.distribution.Distribution;
import muster.uncertainty.sampling.GivenSamples;

/** Each input at its 5th and at its 95th percentile, with all others at their central values. */
final class Tornado {
    private Tornado() {}

    /**
     * The figure as one input moves.
     *
     * @param low with the input at its 5th percentile
     * @param high with the input at its 95th percentile
     */
    record Swing(double low, double high) {}

    /** The swings in the order of the inputs. */
    static List<Swing> of(Subject subject) {
        List<Input> inputs = subject.inputs();
        Map<String, double[]> columns = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            Distribution distribution = inputs.get(i).value().distribution();
            double[] column = new double[2 * inputs.size()];
            Arrays.fill(column, distribution.central());
            column[2 * i] = distribution.quantile(0.05);
            column[2 * i + 1] = distribution.quantile(0.95);
            columns.put(inputs.get(i).name(), column);
        }
        double[] figure = subject.figure().apply(new GivenSamples(2 * inputs.size(), columns));
        List<Swing> swings = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            swings.add(new Swing(figure[2 * i], figure[2 * i + 1]));
        }
        return swings;
    }
}
