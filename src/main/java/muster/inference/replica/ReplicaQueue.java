package muster.inference.replica;

import java.util.Optional;
import muster.inference.calibration.FactorInputs;
import muster.inference.calibration.FirstTokenFactors;
import muster.inference.queue.ClosedLoop;
import muster.inference.queue.Overhead;
import muster.inference.queue.ReplicaServer;
import muster.inference.step.Deployment;
import muster.inference.step.StepTime;

/** Replicas of a model on a chip as servers at which requests queue. */
final class ReplicaQueue {
    private ReplicaQueue() {}

    /**
     * A replica that prefills its own prompts; nothing where it does not hold the model and a request.
     *
     * @param setup the model on the chip
     * @param layout how it is parallelised
     * @param request what is asked for
     * @param cachedTokens prompt tokens of a request that are found in the cache
     */
    static Optional<ClosedLoop> of(ModelOnChip setup, Deployment layout, ReplicaRequest request, double cachedTokens) {
        double groups = (double) layout.data() * layout.stages();
        double held = setup.memory().largestBatch(layout, setup.machine().domainChips(), request.context()) * groups;
        if (held < 1) {
            return Optional.empty();
        }
        double told = FactorInputs.central(setup.engine().factors().sequences()) * groups;
        FirstTokenFactors first = setup.engine().factors().first();
        double prompt = request.context().promptTokens();
        ReplicaServer server = new ReplicaServer(
                new StepTime(setup.shape(), setup.formats(), setup.machine(), setup.constants()),
                layout,
                request.context(),
                cachedTokens,
                request.speculation(),
                setup.prefillChunk(),
                FactorInputs.central(setup.engine().factors().interference()),
                1);
        return Optional.of(new ClosedLoop(
                server,
                Optional.empty(),
                Math.floor(Math.min(held, told)),
                new Overhead(
                        first.seconds(
                                prompt, prompt - cachedTokens, setup.shape().layers()),
                        first.hiddenSteps())));
    }
}
