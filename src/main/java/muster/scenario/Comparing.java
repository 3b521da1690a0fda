package muster.scenario;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.document.Text;
import muster.technique.Span;
import muster.uncertainty.Sampling;

/**
 * What is asked of techniques in a scenario.
 *
 * @param techniques their ids
 * @param mostTraded by how many orders of magnitude techniques may move compute between training and inference
 * @param span for how long, or for how many tokens, a model is served
 * @param trainingTokens the tokens that the model is trained on, where the scenario and the architecture are not to say it
 * @param aspect the width over the layers of models of other sizes, where the architecture is not to say it
 * @param trainingUtilization what the fleet would reach of its dense rate in training, where the scenario is not to say it
 * @param surroundings whether each technique is also computed at other speeds and replicas
 * @param sampling how to sample, where it is wanted
 */
public record Comparing(
        List<Text> techniques,
        double mostTraded,
        Span span,
        OptionalDouble trainingTokens,
        OptionalDouble aspect,
        OptionalDouble trainingUtilization,
        boolean surroundings,
        Optional<Sampling> sampling) {

    /** The time in which a model is served where nothing is said, in seconds: a year of 365 days. */
    public static final Span YEAR = new Span.Time(365 * 86400.0);

    // Epoch AI 2023: combined trades of training for inference span two to three orders of magnitude.
    private static final double MOST_TRADED = 3;

    public Comparing {
        techniques = List.copyOf(techniques);
    }

    /** Techniques with all else as it is where nothing is said. */
    public static Comparing of(List<Text> techniques) {
        return new Comparing(
                techniques,
                MOST_TRADED,
                YEAR,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                true,
                Optional.empty());
    }
}
