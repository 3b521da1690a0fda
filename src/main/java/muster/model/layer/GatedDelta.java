package muster.model.layer;

import java.util.List;
import muster.document.Otherwise;

/**
 * A state instead of a cache, updated by the gated delta rule (arXiv 2412.06464) as in Qwen3-Next and Qwen3.5: one matrix a value
 * head, with one rate of decay and one strength of writing.
 *
 * <pre>
 * parameters = D (2 Hk k + 2 Hv v + 2 Hv) + c (2 Hk k + Hv v) + 2 Hv + v + Hv v D
 * state = Hv k v + (c - 1) (2 Hk k + Hv v),  FLOP of a new token = 7 Hv k v
 * FLOP of a prompt, per token = Hv (6 k v + C (3 k + 2 v)),  in chunks of C = 64
 * </pre>
 *
 * <p>The state is decayed (1), predicts the value (2), is corrected (2) and read (2). A chunk does the last three as products with the
 * state, and five products of its tokens with one another, three as wide as keys (scores of keys, scores of queries, keys corrected) and
 * two as values, of whose squares the triangle of what came before is counted, as in attention.
 *
 * @param keyHeads heads of queries and keys, Hk
 * @param valueHeads heads of values, Hv
 * @param keyDim the width of a key, k
 * @param valueDim the width of a value, v
 * @param convolution the tokens that a short convolution before it spans, c
 */
public record GatedDelta(
        int keyHeads,
        int valueHeads,
        int keyDim,
        int valueDim,

        @Otherwise(value = "4", because = "the kernel of Qwen3-Next")
        int convolution)
        implements Attention, Recurrent {
    private static final double FLOP = 7;
    private static final double CHUNK = 64;

    public GatedDelta {
        ShapeChecks.positive("key_dim", keyDim, "value_dim", valueDim, "convolution", convolution);
        ShapeChecks.divides("key_heads", keyHeads, "value_heads", valueHeads);
    }

    private double keys() {
        return (double) keyHeads * keyDim;
    }

    private double values() {
        return (double) valueHeads * valueDim;
    }

    @Override
    public int heads() {
        return valueHeads;
    }

    @Override
    public int cacheUnits() {
        return keyHeads;
    }

    @Override
    public double parameters(int width) {
        return width * (2 * keys() + 2 * values() + 2 * valueHeads)
                + convolution * (2 * keys() + values())
                + 2 * valueHeads
                + valueDim
                + values() * width;
    }

    @Override
    public List<WeightMatrix> projections(int width) {
        Extent stream = Extent.ofWidth(width);
        Extent in = Extent.split(2 * values() + 2 * keys() + 2 * valueHeads);
        return List.of(
                WeightMatrix.of("linear attention, in", in, stream),
                WeightMatrix.of("linear attention, out", stream, Extent.split(values())));
    }

    @Override
    public double stateElements() {
        return values() * keyDim + (convolution - 1) * (2 * keys() + values());
    }

    /** Heads of keys are divided without copies, each with its heads of values. */
    @Override
    public boolean divides(int chips) {
        return keyHeads % chips == 0;
    }

    @Override
    public double decodeFlop(double contextTokens) {
        return FLOP * values() * keyDim;
    }

    @Override
    public double prefillFlop(double promptTokens) {
        return valueHeads * (6.0 * keyDim * valueDim + CHUNK * (3.0 * keyDim + 2.0 * valueDim));
    }
}
