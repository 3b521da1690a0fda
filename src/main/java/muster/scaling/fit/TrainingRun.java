package muster.scaling.fit;

import java.util.OptionalDouble;

/**
 * A training run.
 *
 * @param parameters its parameters
 * @param tokens the tokens that it was trained on
 * @param loss its loss at the end, in nat per token
 * @param error its error on downstream tasks, from 0 to 1, where it was measured
 */
public record TrainingRun(double parameters, double tokens, double loss, OptionalDouble error) {
    /** A run whose error was not measured. */
    public TrainingRun(double parameters, double tokens, double loss) {
        this(parameters, tokens, loss, OptionalDouble.empty());
    }
}
