package muster.inference.replica;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import muster.inference.calibration.FactorInputs;
import muster.inference.step.Deployment;
import muster.inference.step.TimeBreakdown;
import muster.inference.step.TimeModel;

/**
 * A replica that prefills for others (disaggregated prefill), in a layout of its own.
 *
 * <pre>
 * chip-seconds of a prompt = chips * seconds of the slowest stage / prompts that it prefills together / load
 * </pre>
 *
 * <p>Every stage and every data-parallel group works on prompts of its own, so that the slowest stage sets the pace; a prompt
 * takes the time of all stages to its first token.
 *
 * @param deployment how it is parallelised
 * @param prefillSeconds the time from a prompt to its first token on an idle replica, in s
 * @param paceSeconds the time from prompts to prompts of a group: that of the slowest stage, in s
 * @param chipSeconds what a prompt takes of its chips, in chip s
 */
public record PrefillReplica(Deployment deployment, double prefillSeconds, double paceSeconds, double chipSeconds) {
    /**
     * The one that takes the least of chips for a prompt among those whose first token comes in time; of two alike the one where
     * it comes sooner. Nothing where no replica of so many chips holds the model and a prompt.
     *
     * @param model the step-time model
     * @param setup the model on the chip
     * @param request what is asked for
     * @param load how busy it is
     */
    static Optional<PrefillReplica> best(TimeModel model, ModelOnChip setup, ReplicaRequest request, double load) {
        Timer timer = new Timer(model, setup, request, load);
        BenchmarkedLayouts benchmarked = new BenchmarkedLayouts(setup);
        List<PrefillReplica> all = new ArrayList<>();
        new Layouts(setup, request.maxReplicaChips()).prefill(deployment -> {
            if (request.layouts() == LayoutChoice.ANY || benchmarked.benchmarked(deployment)) {
                timer.of(deployment).ifPresent(all::add);
            }
        });
        return all.stream()
                .filter(replica -> request.inTime(replica.prefillSeconds()))
                .min(Comparator.comparingDouble(PrefillReplica::chipSeconds)
                        .thenComparingDouble(PrefillReplica::prefillSeconds));
    }

    /** Times layouts. */
    private static final class Timer {
        private final TimeModel model;
        private final ModelOnChip setup;
        private final ReplicaRequest request;
        private final double load;
        private final double together;
        private final TimeBreakdown causes = new TimeBreakdown();

        Timer(TimeModel model, ModelOnChip setup, ReplicaRequest request, double load) {
            this.model = model;
            this.setup = setup;
            this.request = request;
            this.load = load;
            double chunk = FactorInputs.central(setup.calibration().prefillChunk());
            this.together = Math.max(1, Math.floor(chunk / request.context().computedTokens()));
        }

        // Nothing where it does not hold the model and a prompt.
        Optional<PrefillReplica> of(Deployment deployment) {
            double fits =
                    setup.memory().largestBatch(deployment, setup.machine().domainChips(), request.context());
            if (fits < 1) {
                return Optional.empty();
            }
            double prompts = Math.min(together, Math.floor(fits));
            double seconds = model.prefillAll(deployment, prompts, request.context(), causes);
            int stages = deployment.stages();
            int layers = setup.shape().layers();
            double slowest = Math.ceil((double) layers / stages) / layers * seconds;
            double chipSeconds = deployment.tensor() * stages * slowest / prompts / load;
            return Optional.of(new PrefillReplica(deployment, seconds, slowest, chipSeconds));
        }
    }
}
