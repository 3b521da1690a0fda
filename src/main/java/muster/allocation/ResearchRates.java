package muster.allocation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.inference.serving.InferenceFigures;
import muster.model.ModelFigures;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.uncertainty.sampling.SampleBatch;
import muster.unit.Quantity;
import muster.workforce.WorkforceFigures;
import muster.workforce.WorkforcePlan;
import muster.workforce.WorkforceSupply;

/** What one chip that serves an offer does of research, over a draw. */
final class ResearchRates {
    private static final Source FRONTIER =
            Source.of("frontier", "the fastest deployments that the step-time model finds", Tier.DERIVED);

    private final ServingOffer offer;
    private final double[] serialSpeed;
    private final double[] heads;
    private final double[] speedup;

    ResearchRates(ServingOffer offer, WorkforcePlan workforce, SampleBatch draw) {
        Map<String, double[]> figures = chain(offer, workforce, draw).columns();
        // Supervision caps the heads of the whole fleet and not those of a chip: the plan keeps to it.
        String supervised = WorkforceFigures.UNSUPERVISED_RESEARCHERS;
        this.offer = offer;
        this.serialSpeed = SituationFigures.named(figures, InferenceFigures.SERIAL_SPEED);
        this.heads = SituationFigures.named(
                figures, figures.containsKey(supervised) ? supervised : WorkforceFigures.PARALLEL_RESEARCHERS);
        this.speedup = SituationFigures.named(figures, WorkforceFigures.SERIAL_SPEEDUP);
    }

    /** What is served. */
    ServingOffer offer() {
        return offer;
    }

    /** The speed of a stream in a sample, in token/s. */
    double serialSpeed(int sample) {
        return serialSpeed[sample];
    }

    /** Parallel researchers per chip in a sample, before anybody supervises them. */
    double heads(int sample) {
        return heads[sample];
    }

    /** The serial speed-up of each in a sample, in researcher-months per researcher and second. */
    double speedup(int sample) {
        return speedup[sample];
    }

    /** The chain from what one chip serves to its researchers. */
    static Chain chain(ServingOffer offer, WorkforcePlan workforce, SampleBatch draw) {
        Chain chain = new Chain(draw);
        Figure error = offer.error().map(input -> chain.input(input, "e")).orElseGet(chain::one);
        Figure throughput = chain.constant(
                        AllocationFigures.THROUGHPUT, "", Quantity.of(offer.throughputPerChip(), "token/s"), FRONTIER)
                .times(error)
                .as(InferenceFigures.THROUGHPUT, "q", "token/s");
        Figure speed = chain.constant(
                        AllocationFigures.SERIAL_SPEED,
                        "",
                        Quantity.of(offer.serialSpeed(), "token/s/stream"),
                        FRONTIER)
                .times(error)
                .as(InferenceFigures.SERIAL_SPEED, "v", "token/s/stream");
        Figure flop = chain.constant(
                ModelFigures.FLOP_PER_TOKEN, "f", Quantity.of(offer.flopPerToken(), "FLOP/token"), FRONTIER);
        // The heads of one chip are compared with nobody.
        new WorkforcePlan(workforce.workforce(), workforce.rate(), List.of())
                .apply(
                        chain,
                        new WorkforceSupply(
                                throughput,
                                speed,
                                throughput.over(speed),
                                Optional.of(offer.model().quality().apply(chain)),
                                Optional.of(flop),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        Optional.empty());
        return chain;
    }
}
