package muster.inference.step;

import muster.model.Shape;

/**
 * How the chips that share matrices shard them.
 *
 * @param inside chips of one scale-up domain
 * @param across domains
 * @param twoDimensional whether the width is sharded inside a domain and heads and feed-forward width across domains
 */
public record Sharding(int inside, int across, boolean twoDimensional) {
    static final Sharding NONE = new Sharding(1, 1, false);

    public static Sharding of(Deployment deployment, int domainChips) {
        int inside = Math.min(deployment.tensor(), domainChips);
        // Every domain has as many: of 256 chips in domains of 72, four times 64.
        while (deployment.tensor() % inside != 0) {
            inside--;
        }
        return new Sharding(inside, deployment.tensor() / inside, deployment.twoDimensional());
    }

    int chips() {
        return inside * across;
    }

    /** Parts that heads and feed-forward width are sharded into. */
    int columns() {
        return twoDimensional ? across : chips();
    }

    /** Parts that the width is sharded into. */
    double rows() {
        return parts();
    }

    /** The part of a layer that each chip holds of so many units, as KV heads: a unit is whole, and chips beyond their number hold copies. */
    double share(int units) {
        return Math.max(1, (double) units / columns()) / units;
    }

    /**
     * Bytes that a chip keeps of a sequence.
     *
     * @param shape the model
     * @param contextTokens the length of the sequence
     * @param elementBytes bytes of an element of the cache
     */
    public double keptBytes(Shape shape, double contextTokens, double elementBytes) {
        return shape.attention()
                .sum(
                        shape.layers(),
                        mixer -> mixer.keptBytes(
                                contextTokens, elementBytes, share(mixer.cacheUnits()), share(mixer.heads())));
    }

    /** Parts that sequences can be split into for attention: those of the width. */
    public int parts() {
        return twoDimensional ? inside : 1;
    }

    /** Parts that the sequences of a batch are split into for attention, of which each has one at least. */
    double sequences(double sequences) {
        return Math.max(1, Math.min(parts(), sequences));
    }
}
