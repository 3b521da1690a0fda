package muster.model.layer;

import java.util.Optional;
import muster.model.layer.Attention.Biases;
import muster.model.layer.Attention.Grouped;
import muster.model.layer.Attention.HeadNorm;
import muster.model.layer.Attention.Latent;

/** Layers of models that are there, one of each kind. */
final class Kinds {
    private Kinds() {}

    static final TokenIndex V32_INDEX = new TokenIndex(64, 128, 2048, 0, true);
    static final Latent V32 = new Latent(128, 1536, 512, 64, 128, 128, false, Optional.of(V32_INDEX));
    static final Latent K3_LATENT = new Latent(96, 1536, 512, 64, 128, 128, true, Optional.empty());
    static final CompressedAttention HCA =
            new CompressedAttention(128, 512, 1536, 16, 1024, 128, 128, Optional.empty());
    static final CompressedAttention CSA = new CompressedAttention(
            128, 512, 1536, 16, 1024, 128, 4, Optional.of(new TokenIndex(64, 128, 1024, 0, true)));
    static final GatedDelta QWEN = new GatedDelta(16, 64, 128, 128, 4);
    static final KimiDelta K3 = new KimiDelta(96, 128, true, 4);
    static final KimiDelta KIMI_LINEAR = new KimiDelta(32, 128, false, 4);
    static final Lightning LIGHTNING = new Lightning(64, 96);
    static final Mamba2 ULTRA = new Mamba2(256, 64, 128, 8, 4);
    static final Mamba1 JAMBA = new Mamba1(16384, 16, 512, 4);
    static final Grouped BLOCKS = grouped(64, 4, 128, 0, 0, new TokenIndex(4, 128, 2048, 128, false));

    static Grouped grouped(int heads, int kvHeads, int headDim, int valueDim, int window, TokenIndex index) {
        return new Grouped(
                heads,
                kvHeads,
                headDim,
                Biases.NONE,
                HeadNorm.NONE,
                false,
                false,
                valueDim,
                window,
                false,
                false,
                Optional.ofNullable(index.heads() == 0 ? null : index),
                Optional.empty());
    }

    static Grouped grouped(int heads, int kvHeads, int headDim, int valueDim, int window) {
        return grouped(heads, kvHeads, headDim, valueDim, window, new TokenIndex(0, 0, 1, 0, true));
    }

    /** Heads in groups that look at the whole context and keep no keys of their own, or no values. */
    static Grouped sharing(int heads, int kvHeads, int headDim, int window, boolean cache, boolean values) {
        return new Grouped(
                heads,
                kvHeads,
                headDim,
                Biases.NONE,
                HeadNorm.NONE,
                false,
                false,
                0,
                window,
                cache,
                values,
                Optional.empty(),
                Optional.empty());
    }
}
