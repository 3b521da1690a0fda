package muster.allocation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import muster.model.Architecture;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.sampling.SampleBatch;

/**
 * A model that can be served, and how it is trained where it can be.
 *
 * @param id its id
 * @param architecture its shape
 * @param quality the training compute that a model of its quality needs, in FLOP
 * @param training how it is trained; nothing where it is there from the start
 */
record CandidateModel(
        String id, Architecture architecture, Function<Chain, Figure> quality, Optional<ModelTraining> training) {

    /**
     * How a model is trained.
     *
     * @param work the training compute, in FLOP
     * @param after the ids of models that must be complete first
     */
    record ModelTraining(Function<Chain, Figure> work, List<String> after) {}

    /** The quality at the central values of inputs, in FLOP. */
    double centralQuality() {
        return quality.apply(new Chain(SampleBatch.central())).central("FLOP").base();
    }
}
