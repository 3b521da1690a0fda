package muster.inference;

/**
 * How the chips that share matrices cut them.
 *
 * @param inside chips of one fast domain
 * @param across domains
 * @param twoDimensional whether the width is cut inside a domain and heads and feed-forward width across domains
 */
record Cut(int inside, int across, boolean twoDimensional) {
    static final Cut NONE = new Cut(1, 1, false);

    static Cut of(Deployment deployment, int domainChips) {
        int inside = Math.min(deployment.tensor(), domainChips);
        return new Cut(inside, deployment.tensor() / inside, deployment.twoDimensional());
    }

    int chips() {
        return inside * across;
    }

    /** Parts that heads and feed-forward width are cut into. */
    int columns() {
        return twoDimensional ? across : chips();
    }

    /** Parts that the width is cut into. */
    double rows() {
        return twoDimensional ? inside : 1;
    }

    /** KV heads on each chip: a head is whole, so that chips beyond their number hold copies. */
    double groups(int kvHeads) {
        return Math.max(1, (double) kvHeads / columns());
    }

    /** Parts that the sequences of a batch are cut into for attention, where the cut by width allows it. */
    double sequences(double sequences) {
        return twoDimensional ? Math.max(1, Math.min(inside, sequences)) : 1;
    }
}
