package muster.model.layer;

import java.util.List;

/**
 * A state instead of a cache, with a fixed decay a head: lightning attention (MiniMax-01, arXiv 2501.08313, section 2.2).
 *
 * <pre>
 * parameters = 5 D H d + H d,  state = H d^2,  FLOP of a new token = 5 H d^2
 * FLOP of a prompt, per token = 2 H (2 d^2 + C d),  in blocks of C = 256
 * </pre>
 *
 * <p>Queries, keys, values, the gate of the output and the output have a matrix each, and the output a norm.
 *
 * @param heads heads, H
 * @param headDim the width of a head, d
 */
public record Lightning(int heads, int headDim) implements Attention, Recurrent {
    private static final double FLOP = 5;
    private static final double CHUNK = 256;

    public Lightning {
        ShapeChecks.positive("heads", heads, "head_dim", headDim);
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
        return 5 * width * all() + all();
    }

    @Override
    public List<WeightMatrix> projections(int width) {
        Extent stream = Extent.ofWidth(width);
        return List.of(
                WeightMatrix.of("linear attention, in", Extent.split(4 * all()), stream),
                WeightMatrix.of("linear attention, out", stream, Extent.split(all())));
    }

    @Override
    public double stateElements() {
        return all() * headDim;
    }

    @Override
    public double decodeFlop(double contextTokens) {
        return FLOP * all() * headDim;
    }

    @Override
    public double prefillFlop(double promptTokens) {
        return 2 * all() * (2.0 * headDim + CHUNK);
    }
}
