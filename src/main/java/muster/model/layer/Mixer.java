package muster.model.layer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import muster.document.Choice;

/**
 * One kind of layer that mixes the tokens of a sequence. Counts are of one layer, in parameters, elements and FLOP.
 *
 * <p>A layer keeps of a sequence a cache, which grows with it and is stored in the format of the KV cache; where an index chooses
 * what to look at, a second cache of its keys in fp8; and where it is recurrent, a state of constant size at 32 bits.
 */
@Choice(by = "kind")
public sealed interface Mixer permits Attention.Grouped, Attention.Latent, CompressedAttention, Recurrent {

    /** Bytes of an element of an index's keys: fp8 with a scale of 4 bytes for each 128, as DeepSeek keeps them (from memory). */
    double INDEX_BYTES = 132.0 / 128;

    /** Kernels of sparse attention take heads by so many: fewer of a chip are padded (FlashMLA, and vLLM's backend for it; from memory). */
    double SPARSE_HEADS = 64;

    /** Bytes of an element of a state, which is kept at 32 bits. */
    double STATE_BYTES = 4;

    /** Query heads, or the heads of a state: what chips that share the layer divide. */
    int heads();

    /** Units that the cache is made of and that are held whole, as KV heads; 1 where all chips hold all of it. */
    int cacheUnits();

    /** All parameters, biases and norms of its own included. */
    double parameters(int width);

    /** The parameters of the scorer that chooses what is looked at, which are among all. */
    default double indexParameters(int width) {
        return 0;
    }

    /** What a layer is called, as {@code gated-delta}. */
    default String kind() {
        return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** The matrices that a token is multiplied with. */
    List<WeightMatrix> projections(int width);

    /** Elements that a token adds to the cache while no window is full. */
    double cachePerToken();

    /** Elements of the cache that are kept for a sequence. */
    double cacheElements(double contextTokens);

    /** Elements of the cache that a new token reads. */
    default double cacheRead(double contextTokens) {
        return cacheElements(contextTokens);
    }

    /** What chooses the entries that are looked at, where something does. */
    default Optional<TokenIndex> index() {
        return Optional.empty();
    }

    /** Entries that an index ranks: tokens, or those that stand for runs of them. */
    default double ranked(double contextTokens) {
        return contextTokens;
    }

    /** Elements of the keys of an index that are kept and that a new token reads, by every chip. */
    default double indexElements(double contextTokens) {
        Optional<TokenIndex> chosen = index();
        return chosen.isPresent() ? chosen.get().dim() * ranked(contextTokens) : 0;
    }

    /** Elements of the state of a sequence, which is read and written for every token. */
    default double stateElements() {
        return 0;
    }

    /** FLOP of a new token with what came before, beside the products with parameters. */
    double decodeFlop(double contextTokens);

    /**
     * FLOP of a new token with the keys of an index, which are among those of {@link #decodeFlop}; half as many a token of a prompt. Chips
     * that share a layer do them as they hold the cache: all of them whole where the cache is one.
     */
    default double indexFlop(double contextTokens) {
        Optional<TokenIndex> chosen = index();
        return chosen.isPresent() ? chosen.get().flop(ranked(contextTokens)) : 0;
    }

    /** FLOP of a prompt with itself, per token of it and beside the products with parameters. */
    double prefillFlop(double promptTokens);

    /**
     * Bytes that are kept for a sequence.
     *
     * @param contextTokens the length of the sequence
     * @param elementBytes bytes of an element of the cache
     * @param cacheShare the part of the cache that is held, 1 for all of it
     * @param stateShare the part of the state that is held
     */
    default double keptBytes(double contextTokens, double elementBytes, double cacheShare, double stateShare) {
        return cacheElements(contextTokens) * elementBytes * cacheShare
                + indexElements(contextTokens) * INDEX_BYTES
                + stateElements() * STATE_BYTES * stateShare;
    }

    /** Bytes of a sequence that are read for a new token, the state also written, with the same arguments. */
    default double movedBytes(double contextTokens, double elementBytes, double cacheShare, double stateShare) {
        return cacheRead(contextTokens) * elementBytes * cacheShare
                + indexElements(contextTokens) * INDEX_BYTES
                + 2 * stateElements() * STATE_BYTES * stateShare;
    }

    /** Whether all heads look at the same entries of the cache, so that arithmetic with them can take longer than reading them. */
    default boolean headsShareCache() {
        return false;
    }

    /**
     * The part of the arithmetic with what came before that each of so many chips does that share the heads.
     *
     * @param chips parts that the heads are divided into
     */
    default double headShare(int chips) {
        return 1.0 / chips;
    }

    /** What the cache is called. */
    default String cacheName() {
        return "KV cache";
    }

    /**
     * Whether engines divide the layer among so many chips: heads are divided without remainder, and KV heads are, or are copied so
     * that each chip has one.
     */
    default boolean divides(int chips) {
        return heads() % chips == 0 && (cacheUnits() % chips == 0 || chips % cacheUnits() == 0);
    }
}
