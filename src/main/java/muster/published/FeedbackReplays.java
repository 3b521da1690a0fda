package muster.published;

import java.util.List;
import java.util.Optional;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.trace.Chain;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.SampleBatch;
import muster.uncertainty.sampling.Sampler;
import muster.uncertainty.sampling.Sampling;
import muster.unit.Quantity;

/** Software that gets better by the work of AIs, by itself. */
final class FeedbackReplays {
    private static final int SEED = 1;

    private FeedbackReplays() {}

    /** The figure; nothing where there is none of the name, which is reported. */
    static Optional<Quantity> of(FigureComputation.Feedback ours, Problems problems) {
        Chain chain = new Chain(SampleBatch.central());
        ours.feedback().apply(chain, Optional.of(chain.one()));
        double[] central = chain.columns().get(ours.quantity());
        if (central == null) {
            problems.error(
                    "unknown-quantity",
                    ours.feedback().place(),
                    "%s computes no %s.%s"
                            .formatted(
                                    ours.feedback().name(),
                                    ours.quantity(),
                                    Nearest.maybe(
                                            ours.quantity(), chain.columns().keySet())));
            return Optional.empty();
        }
        double value = ours.samples()
                .map(count -> odds(chain, ours.quantity(), Math.round(count.base())))
                .orElse(central[0]);
        return Optional.of(Quantity.of(value, "1"));
    }

    // One thread: there are others for the other figures, and the same samples come of any number of them.
    private static double odds(Chain chain, String name, long samples) {
        List<Input> inputs = List.copyOf(chain.read());
        return Optional.ofNullable(
                        Sampler.run(new Sampling(SEED, samples, 1), inputs, chain.replay(List.of(name), inputs))
                                .get(name))
                .orElseThrow()
                .odds();
    }
}
