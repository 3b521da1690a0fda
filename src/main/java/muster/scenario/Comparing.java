package muster.scenario;

import java.util.List;
import java.util.Optional;
import muster.document.Text;
import muster.technique.Span;
import muster.uncertainty.Sampling;

/**
 * What is asked of techniques in a scenario.
 *
 * @param techniques their ids
 * @param mostTraded by how many orders of magnitude techniques may move compute between training and inference
 * @param span for how long, or for how many tokens, a model is served
 * @param training what is assumed of training
 * @param sampling how to sample, where it is wanted
 */
public record Comparing(
        List<Text> techniques,
        double mostTraded,
        Span span,
        TrainingAssumptions training,
        Optional<Sampling> sampling) {

    // Epoch AI 2023: combined trades of training for inference span two to three orders of magnitude.
    private static final double MOST_TRADED = 3;

    public Comparing {
        techniques = List.copyOf(techniques);
    }

    /** Techniques with all else as it is where nothing is said. */
    public static Comparing of(List<Text> techniques) {
        return new Comparing(techniques, MOST_TRADED, Span.YEAR, TrainingAssumptions.NONE, Optional.empty());
    }
}
