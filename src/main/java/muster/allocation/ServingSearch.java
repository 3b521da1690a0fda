package muster.allocation;

import java.util.Optional;
import muster.diagnostic.Problems;
import muster.inference.calibration.Calibration;
import muster.inference.calibration.DatedEngine;
import muster.inference.replica.Frontier;
import muster.inference.replica.ModelOnChip;
import muster.inference.replica.ReplicaRequest;
import muster.inference.replica.TimeModelChoice;
import muster.inference.step.Speculation;
import muster.model.Positions;

/**
 * The search for replicas that an allocation asks for.
 *
 * @param serve what is asked of what is served
 * @param calibration the constants of the step time
 * @param engine the software
 */
record ServingSearch(ServingTerms serve, Calibration calibration, DatedEngine engine) {

    /** A model on a chip, ready to be timed; nothing, with problems reported, where it cannot be. */
    Optional<ModelOnChip> setup(ServingPair pair, Problems problems) {
        Optional<String> refusal = Positions.refusal(
                pair.model().architecture(), serve.context().central().mostTokens());
        if (refusal.isPresent()) {
            problems.error("beyond-positions", serve.serialSpeed().place(), refusal.get());
            return Optional.empty();
        }
        return ModelOnChip.of(
                pair.model().architecture(),
                pair.chip(),
                pair.id(),
                pair.format(),
                calibration,
                engine,
                serve.serialSpeed().place(),
                problems);
    }

    ReplicaRequest request() {
        return new ReplicaRequest(serve.context().central(), serve.maxReplicaChips(), Speculation.NONE)
                .among(serve.layouts());
    }

    Frontier frontier(ModelOnChip setup) {
        return Frontier.search(TimeModelChoice.CALIBRATED.of(setup), setup, request(), calibration.prefillLoad());
    }
}
