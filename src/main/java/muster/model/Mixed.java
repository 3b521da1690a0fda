package muster.model;

import muster.document.Choice;
import muster.document.Otherwise;

/** What the layers of a model do that do not look at the whole context. Counts are per layer. */
@Choice(by = "kind")
public sealed interface Mixed permits Mixed.Window, Mixed.Linear {

    /** Layers that do look at the whole context. */
    int fullLayers();

    /**
     * Parameters.
     *
     * @param width the width of the residual stream
     * @param full the parameters of a layer that looks at the whole context
     */
    double parameters(int width, double full);

    /** Elements that a token adds to the cache, where a full layer adds {@code full}. */
    double elementsPerToken(double full);

    /** Elements that are kept for a sequence, where a full layer adds {@code full} a token. */
    double elements(double full, double contextTokens);

    /** FLOP of a new token, where a full layer takes {@code perPair} for each pair of tokens. */
    double decodeFlop(double perPair, double contextTokens);

    /** FLOP of a prompt per token of it, where a full layer takes {@code perPair} for each pair of tokens. */
    double prefillFlop(double perPair, double promptTokens);

    /**
     * Layers that look at the last tokens only; also a chunked attention, which looks at half as many on average.
     *
     * @param fullLayers layers that look at the whole context
     * @param tokens how many tokens the others look at
     */
    record Window(int fullLayers, int tokens) implements Mixed {

        public Window {
            ShapeChecks.positive("tokens", tokens);
        }

        @Override
        public double parameters(int width, double full) {
            return full;
        }

        @Override
        public double elementsPerToken(double full) {
            return full;
        }

        @Override
        public double elements(double full, double contextTokens) {
            return full * Math.min(contextTokens, tokens);
        }

        @Override
        public double decodeFlop(double perPair, double contextTokens) {
            return perPair * Math.min(contextTokens, tokens);
        }

        @Override
        public double prefillFlop(double perPair, double promptTokens) {
            double seen =
                    promptTokens <= tokens ? promptTokens / 2 : tokens - (double) tokens * tokens / (2 * promptTokens);
            return perPair * seen;
        }
    }

    /**
     * Layers with a state of constant size instead of a cache: the gated delta rule (arXiv 2412.06464) as in Qwen3-Next.
     *
     * <pre>
     * parameters = D (2 Hk k + 2 Hv v + 2 Hv) + c (2 Hk k + Hv v) + 2 Hv + v + Hv v D,  state = Hv k v,  FLOP = 6 Hv k v
     * </pre>
     *
     * <p>The state is decayed and read with the key, written, and read with the query: three products.
     *
     * @param fullLayers layers that look at the whole context
     * @param keyHeads heads of queries and keys, Hk
     * @param valueHeads heads of values, Hv
     * @param keyDim the width of a key, k
     * @param valueDim the width of a value, v
     * @param convolution the tokens that a short convolution before it spans, c
     */
    record Linear(
            int fullLayers,
            int keyHeads,
            int valueHeads,
            int keyDim,
            int valueDim,

            @Otherwise(value = "4", because = "the kernel of Qwen3-Next")
            int convolution)
            implements Mixed {

        public Linear {
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
        public double parameters(int width, double full) {
            return width * (2 * keys() + 2 * values() + 2 * valueHeads)
                    + convolution * (2 * keys() + values())
                    + 2 * valueHeads
                    + valueDim
                    + values() * width;
        }

        @Override
        public double elementsPerToken(double full) {
            return 0;
        }

        @Override
        public double elements(double full, double contextTokens) {
            return values() * keyDim + (convolution - 1) * (2 * keys() + values());
        }

        @Override
        public double decodeFlop(double perPair, double contextTokens) {
            return 6 * values() * keyDim;
        }

        @Override
        public double prefillFlop(double perPair, double promptTokens) {
            return decodeFlop(perPair, promptTokens);
        }
    }
}
