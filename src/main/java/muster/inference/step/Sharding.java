package muster.inference.step;

import muster.model.Attention;

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

    /** KV heads on each chip: a head is whole, so that chips beyond their number hold replicas of it. */
    double groups(int kvHeads) {
        return Math.max(1, (double) kvHeads / columns());
    }

    /** The part of a layer's keys and values that each chip holds of a sequence. */
    public double cacheShare(Attention attention) {
        return attention instanceof Attention.Grouped grouped ? groups(grouped.kvHeads()) / grouped.kvHeads() : 1;
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
