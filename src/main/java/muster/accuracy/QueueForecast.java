package muster.accuracy;

import java.util.Optional;
import muster.accuracy.measurement.FactorPaths;
import muster.accuracy.measurement.MeasuredCase;
import muster.accuracy.measurement.Measurement;
import muster.accuracy.measurement.Traffic;
import muster.accuracy.measurement.TrafficPattern;
import muster.inference.calibration.FirstTokenFactors;
import muster.inference.queue.ClosedLoop;
import muster.inference.queue.OpenLoop;
import muster.inference.queue.Overhead;
import muster.inference.queue.PrefillPool;
import muster.inference.queue.ReplicaServer;
import muster.inference.queue.Served;
import muster.inference.queue.Waves;
import muster.inference.replica.ModelOnChip;
import muster.inference.step.Deployment;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.inference.step.StepTime;

/**
 * What a measured row of first tokens, or of requests at a rate, should be.
 *
 * @param one the row
 * @param setup its model on its chip
 * @param step the time of a step
 * @param layout how a replica is parallelised
 * @param speculation how tokens are drafted
 */
record QueueForecast(MeasuredCase one, ModelOnChip setup, StepTime step, Deployment layout, Speculation speculation) {
    // As InferenceX runs them; others seldom say, and without it first tokens differ little.
    private static final double WAVES = 10;
    private static final double SHORTEST = 0.8;
    /** At the number of requests of the row. */
    Served closed() {
        double requests = one.row().requests().orElseThrow();
        Traffic traffic = one.row().traffic();
        Waves waves =
                new Waves(traffic.waves().orElse(WAVES), traffic.shortest().orElse(SHORTEST), prefillsFirst());
        double replicas = traffic.replicas().orElse(1);
        return loop(replicas).at(requests * replicas, waves);
    }

    /** What its first token is made of; nothing where it comes at a rate beyond saturation. */
    Optional<FirstTokenParts> parts() {
        return (one.row().load() == TrafficPattern.ARRIVALS ? open() : Optional.of(closed())).map(this::parts);
    }

    private FirstTokenParts parts(Served served) {
        double computed =
                one.context().promptTokens() - one.row().traffic().cached().orElse(0);
        FirstTokenParts software = new FirstTokenParts(
                0,
                one.context().promptTokens(),
                FirstTokenFactors.layersAlone(computed, setup.shape().layers()),
                served.tokenSeconds() * speculation.tokensPerStep(),
                one.row().prefill().isPresent() ? 1 : 0);
        return software.after(served.timeToFirstTokenSeconds()
                - software.with(FirstTokenParts.factors(setup.engine().factors().first())));
    }

    private Optional<Served> open() {
        return new OpenLoop(loop(1)).at(rate());
    }

    private double rate() {
        return one.row().traffic().rate().orElseThrow();
    }

    // An engine that prefills several chunks between two steps that decode prefills all that waits, as SGLang does.
    private boolean prefillsFirst() {
        return FactorPaths.value(setup.engine().factors().chunks()) > 1;
    }

    /**
     * The value of a row at a rate of requests, in its unit. Beyond saturation first tokens wait for as long as the load lasts, and
     * all that the replica serves at once is generated.
     */
    double arrivals() {
        OpenLoop loop = new OpenLoop(loop(1));
        double rate = rate();
        Served served = loop.at(rate)
                .orElseGet(
                        () -> loop.beyond(rate, one.row().traffic().duration().orElse(0)));
        double perSecond = served.ratePerSecond() * one.context().outputTokens();
        return switch (one.row().metric()) {
            case TTFT_MS -> 1e3 * served.timeToFirstTokenSeconds();
            case TPOT_MS -> 1e3 * served.tokenSeconds();
            case REQUEST_LATENCY_S -> served.requestSeconds();
            case OUTPUT_TOKENS_PER_S_PER_USER -> 1 / served.tokenSeconds();
            case OUTPUT_TOKENS_PER_S_PER_CHIP -> perSecond / layout.chips();
            case OUTPUT_TOKENS_PER_S_TOTAL -> perSecond;
            case INPUT_TOKENS_PER_S_PER_CHIP ->
                served.ratePerSecond() * one.context().promptTokens() / layout.chips();
        };
    }

    private ClosedLoop loop(double replicas) {
        Measurement row = one.row();
        Traffic traffic = row.traffic();
        RequestTokens context = one.context();
        double chunk = traffic.chunk().orElse(setup.prefillChunk());
        double groups = (double) layout.data() * layout.stages();
        double held = setup.memory().largestBatch(layout, setup.machine().domainChips(), context) * groups;
        double told = traffic.slots()
                .orElse(FactorPaths.value(setup.engine().factors().sequences()) * groups);
        FirstTokenFactors first = setup.engine().factors().first();
        ReplicaServer server = new ReplicaServer(
                step,
                layout,
                context,
                traffic.cached().orElse(0),
                speculation,
                chunk,
                FactorPaths.value(setup.engine().factors().interference()),
                replicas);
        return new ClosedLoop(
                server,
                row.prefill().map(servers -> pool(servers.workers(), servers.chips(), chunk)),
                Math.max(1, Math.min(held, told)) * replicas,
                new Overhead(
                        first.seconds(
                                context.promptTokens(),
                                context.promptTokens() - traffic.cached().orElse(0),
                                setup.shape().layers()),
                        traffic.streamed().orElse(first.hiddenSteps())));
    }

    private PrefillPool pool(int workers, int chips, double chunk) {
        int each = Math.max(1, chips / workers);
        boolean experts = one.experts();
        Deployment prefills = new Deployment(each, false, 1, experts ? each : 1, 1, 1, true);
        return new PrefillPool(
                step,
                prefills,
                workers,
                one.context().promptTokens(),
                chunk,
                setup.engine().factors().first().handoverSeconds());
    }
}
