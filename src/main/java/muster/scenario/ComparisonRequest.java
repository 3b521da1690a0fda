package muster.scenario;

import java.util.List;
import java.util.Optional;
import muster.document.yaml.Text;
import muster.technique.comparison.ServiceLife;
import muster.uncertainty.sampling.Sampling;

/**
 * What is asked of techniques in a scenario.
 *
 * @param techniques their ids
 * @param mostTraded by how many orders of magnitude techniques may move compute between training and inference
 * @param span for how long, or for how many tokens, a model is served
 * @param training what is assumed of training
 * @param sampling how to sample, where it is wanted
 */
public record ComparisonRequest(
        List<Text> techniques,
        double mostTraded,
        ServiceLife span,
        TrainingAssumptions training,
        Optional<Sampling> sampling) {

    // Epoch AI 2023: combined trades of training for inference span two to three orders of magnitude.
    private static final double MOST_TRADED = 3;

    public ComparisonRequest {
        techniques = List.copyOf(techniques);
    }

    /** Techniques with all else as it is where nothing is said. */
    public static ComparisonRequest of(List<Text> techniques) {
        return new ComparisonRequest(
                techniques, MOST_TRADED, ServiceLife.YEAR, TrainingAssumptions.NONE, Optional.empty());
    }
}
