package muster.inference.step;

/**
 * The number formats of a model on a chip.
 *
 * @param attention the projections of the attention
 * @param feedForward the feed-forward layers
 * @param wide what stays at 16 bits: the output layer, and the inner products of latent attention
 * @param cacheBytes bytes of an element of the KV cache
 */
public record ModelFormats(MatrixFormat attention, MatrixFormat feedForward, MatrixFormat wide, double cacheBytes) {

    /** The same with weights of so many bytes, where they are not at 16 bits. */
    public ModelFormats storing(double weightBytes) {
        MatrixFormat stored = feedForward.storing(weightBytes);
        return new ModelFormats(attention.equals(feedForward) ? stored : attention, stored, wide, cacheBytes);
    }

    /** The same with products that reach all of the chip's rate. */
    public ModelFormats whole() {
        return new ModelFormats(attention.whole(), feedForward.whole(), wide.whole(), cacheBytes);
    }
}
