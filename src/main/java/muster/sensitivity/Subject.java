package muster.sensitivity;

import java.util.List;
import java.util.function.Function;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.RankCorrelations;
import muster.uncertainty.sampling.SampleBatch;

/**
 * A figure and the uncertain inputs that it is made of.
 *
 * @param inputs the uncertain inputs
 * @param correlations their rank correlations
 * @param figure the values of the figure for a draw of the inputs, in any unit; good until the next call
 */
public record Subject(List<Input> inputs, RankCorrelations correlations, Function<SampleBatch, double[]> figure) {
    public Subject {
        inputs = List.copyOf(inputs);
    }
}
