package muster.model.layer;

import java.util.List;
import muster.document.Otherwise;

/**
 * A state-space layer (Mamba, arXiv 2312.00752, section 3) as in Jamba.
 *
 * <pre>
 * parameters = 2 D I + (c + 1) I + I (R + 2 N) + R I + I + I N + I + I D
 * state = I N + (c - 1) I,  FLOP of a token = 6 I N
 * </pre>
 *
 * @param inner channels, I
 * @param state the width of a channel's state, N
 * @param rank the width that the step is projected to, R
 * @param convolution the tokens that a short convolution before it spans, c
 */
public record Mamba1(
        int inner,
        int state,
        int rank,

        @Otherwise(value = "4", because = "as in the models of its authors")
        int convolution)
        implements Attention, Recurrent {
    private static final double FLOP = 6;

    public Mamba1 {
        ShapeChecks.positive("inner", inner, "state", state, "rank", rank, "convolution", convolution);
    }

    /** Channels, each of which is a head of its own. */
    @Override
    public int heads() {
        return inner;
    }

    @Override
    public int cacheUnits() {
        return inner;
    }

    @Override
    public double parameters(int width) {
        return 3.0 * width * inner
                + (convolution + 1.0) * inner
                + (double) inner * (rank + 2 * state)
                + (double) rank * inner
                + (double) inner * state
                + 2.0 * inner;
    }

    @Override
    public List<WeightMatrix> projections(int width) {
        Extent stream = Extent.ofWidth(width);
        return List.of(
                WeightMatrix.of("state-space layer, in", Extent.split(2.0 * inner), stream),
                WeightMatrix.of("step and state", Extent.whole(rank + 2.0 * state), Extent.split(inner)),
                WeightMatrix.of("step", Extent.split(inner), Extent.whole(rank)),
                WeightMatrix.of("state-space layer, out", stream, Extent.split(inner)));
    }

    @Override
    public double stateElements() {
        return (double) inner * state + (convolution - 1.0) * inner;
    }

    @Override
    public double decodeFlop(double contextTokens) {
        return FLOP * inner * state;
    }

    @Override
    public double prefillFlop(double promptTokens) {
        return decodeFlop(promptTokens);
    }
}
