package muster.model.layer;

import java.util.List;
import muster.document.Otherwise;

/**
 * A state instead of a cache, updated by Kimi delta attention (Kimi Linear, arXiv 2510.26692, section 3): as {@link GatedDelta}, with a
 * rate of decay for each channel of a key.
 *
 * <pre>
 * parameters = 3 D P + 3 c P + decay + D H + gate + P D + H + P + d,  P = H d
 * decay, gate = D P at full rank, D d + d P at the rank of a head
 * state = H d^2 + 3 (c - 1) P,  FLOP of a new token = 7 H d^2
 * FLOP of a prompt, per token = H (6 d^2 + 5 C d),  in chunks of C = 64
 * </pre>
 *
 * <p>The report has 6 d^2 + 3 C d + C^2 for a prompt (Eq. 13), a tenth less.
 *
 * @param heads heads of queries, keys and values, H
 * @param headDim the width of a head, d
 * @param fullGate whether the gate of the output has its own matrix of full rank
 * @param fullDecay whether the rates of decay have their own matrix of full rank
 * @param convolution the tokens that a short convolution before it spans, c
 */
public record KimiDelta(
        int heads,
        int headDim,

        @Otherwise(value = "false", because = "Kimi Linear has a gate of low rank")
        boolean fullGate,

        @Otherwise(value = "false", because = "those of Kimi Linear are of low rank")
        boolean fullDecay,

        @Otherwise(value = "4", because = "the kernel of Kimi Linear")
        int convolution)
        implements Attention, Recurrent {
    private static final double FLOP = 7;
    private static final double CHUNK = 64;

    public KimiDelta {
        ShapeChecks.positive("heads", heads, "head_dim", headDim, "convolution", convolution);
    }

    /** With rates of decay of low rank. */
    public KimiDelta(int heads, int headDim, boolean fullGate, int convolution) {
        this(heads, headDim, fullGate, false, convolution);
    }

    private double all() {
        return (double) heads * headDim;
    }

    @Override
    public int cacheUnits() {
        return heads;
    }

    @Override
    public double parameters(int width) {
        double lowRank = (double) width * headDim + headDim * all();
        double full = width * all();
        return 4 * width * all()
                + 3 * convolution * all()
                + (fullDecay ? full : lowRank)
                + (fullGate ? full : lowRank)
                + (double) width * heads
                + heads
                + all()
                + headDim;
    }

    @Override
    public List<WeightMatrix> projections(int width) {
        Extent stream = Extent.ofWidth(width);
        int full = (fullGate ? 1 : 0) + (fullDecay ? 1 : 0);
        int low = 2 - full;
        Extent in = Extent.split((3 + full) * all() + heads).and(Extent.whole((double) low * headDim));
        WeightMatrix out = WeightMatrix.of("linear attention, out", stream, Extent.split(all()));
        WeightMatrix first = WeightMatrix.of("linear attention, in", in, stream);
        return low == 0
                ? List.of(first, out)
                : List.of(
                        first,
                        WeightMatrix.of("decay and gate", Extent.split(low * all()), Extent.whole(headDim)),
                        out);
    }

    @Override
    public double stateElements() {
        return all() * headDim + 3 * (convolution - 1) * all();
    }

    @Override
    public double decodeFlop(double contextTokens) {
        return FLOP * all() * headDim;
    }

    @Override
    public double prefillFlop(double promptTokens) {
        return all() * (6.0 * headDim + 5 * CHUNK);
    }
}
