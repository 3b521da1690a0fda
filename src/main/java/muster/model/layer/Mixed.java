package muster.model.layer;

import muster.document.Choice;
import muster.document.Otherwise;

/** What the layers of a model do that do not look at the whole context, where those that do are heads in groups. */
@Choice(by = "kind")
public sealed interface Mixed permits Mixed.Window, Mixed.Linear {

    /** Layers that do look at the whole context. */
    int fullLayers();

    /** A layer of this kind beside those that look at the whole context. */
    Mixer beside(Attention.Grouped full);

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
        public Mixer beside(Attention.Grouped full) {
            return full.windowed(tokens);
        }
    }

    /**
     * Layers with a state of constant size instead of a cache, {@link GatedDelta}.
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
            delta(keyHeads, valueHeads, keyDim, valueDim, convolution);
        }

        @Override
        public Mixer beside(Attention.Grouped full) {
            return delta(keyHeads, valueHeads, keyDim, valueDim, convolution);
        }

        private static GatedDelta delta(int keyHeads, int valueHeads, int keyDim, int valueDim, int convolution) {
            return new GatedDelta(keyHeads, valueHeads, keyDim, valueDim, convolution);
        }
    }
}
