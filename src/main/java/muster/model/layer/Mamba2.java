package muster.model.layer;

import java.util.List;
import muster.document.Otherwise;

/**
 * A state-space layer (Mamba-2, arXiv 2405.21060, section 7) as in Nemotron-H, Granite 4 and Falcon-H1.
 *
 * <pre>
 * parameters = D (2 I + 2 G N + H) + (c + 1) (I + 2 G N) + I D + 3 H + I,  I = H p
 * state = I N + (c - 1) (I + 2 G N),  FLOP of a new token = 5 I N
 * FLOP of a prompt, per token = 2 (2 I N + C I/2 + C G N/2),  in chunks of C = 128
 * </pre>
 *
 * <p>The state is decayed (1), written to (2) and read (2).
 *
 * @param heads heads, H
 * @param headDim channels of a head, p
 * @param state the width of a channel's state, N
 * @param stateGroups groups of heads that share the vectors into and out of the state, G
 * @param convolution the tokens that a short convolution before it spans, c
 */
public record Mamba2(
        int heads,
        int headDim,
        int state,
        int stateGroups,

        @Otherwise(value = "4", because = "as in the models of its authors")
        int convolution)
        implements Attention, Recurrent {
    private static final double FLOP = 5;
    private static final double CHUNK = 128;

    public Mamba2 {
        ShapeChecks.positive("heads", heads, "head_dim", headDim, "state", state, "convolution", convolution);
        ShapeChecks.divides("state_groups", stateGroups, "heads", heads);
    }

    private double inner() {
        return (double) heads * headDim;
    }

    private double shared() {
        return 2.0 * stateGroups * state;
    }

    @Override
    public int cacheUnits() {
        return stateGroups;
    }

    @Override
    public double parameters(int width) {
        return width * (2 * inner() + shared() + heads)
                + (convolution + 1) * (inner() + shared())
                + inner() * width
                + 3.0 * heads
                + inner();
    }

    @Override
    public List<WeightMatrix> projections(int width) {
        Extent stream = Extent.ofWidth(width);
        Extent in = Extent.split(2 * inner() + heads).and(Extent.units(stateGroups, 2.0 * state));
        return List.of(
                WeightMatrix.of("state-space layer, in", in, stream),
                WeightMatrix.of("state-space layer, out", stream, Extent.split(inner())));
    }

    @Override
    public double stateElements() {
        return inner() * state + (convolution - 1) * (inner() + shared());
    }

    /** Groups are divided without copies, save a single one, of which every chip holds a copy. */
    @Override
    public boolean divides(int chips) {
        return heads % chips == 0 && (stateGroups == 1 || stateGroups % chips == 0);
    }

    @Override
    public double decodeFlop(double contextTokens) {
        return FLOP * inner() * state;
    }

    @Override
    public double prefillFlop(double promptTokens) {
        return 2 * (2 * inner() * state + CHUNK * inner() / 2 + CHUNK * stateGroups * state / 2);
    }
}
