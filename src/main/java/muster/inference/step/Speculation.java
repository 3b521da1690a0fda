package muster.inference.step;

/**
 * Speculative decoding: draft tokens are verified in one step.
 *
 * <pre>
 * tokens per step E = 1 + sum over j = 1..g of product over i = 1..j of a_i,  a_i = a d^(i - 1)
 * </pre>
 *
 * <p>The acceptance rate of a draft token falls with its position: DeepSeek-R1 with its own prediction head accepts 1.92, 2.58,
 * 2.82 tokens per step at 1, 2, 3 draft tokens, where a constant chance of 0.92 would give 2.77 at 2.
 *
 * @param draftTokens draft tokens of each step, g
 * @param acceptance the acceptance rate of the first draft token, a
 * @param decay what the acceptance rate is multiplied with from one draft token to the next, d
 * @param draftCost what a draft token costs, as a part of a step, where another model drafts it
 * @param predictionHead whether a layer of the model's own kind drafts, so that a step times what it costs
 */
public record Speculation(int draftTokens, double acceptance, double decay, double draftCost, boolean predictionHead) {
    /** No draft tokens. */
    public static final Speculation NONE = new Speculation(0, 0, 1, 0, false);

    // Fitted to DeepSeek-R1 on eight B200 at one sequence: 1.92, 2.58, 2.82 tokens per step, speed-ups of 1.78 to 2.28.
    private static final double HEAD_ACCEPTANCE = 0.92;
    private static final double HEAD_DECAY = 0.75;
    private static final int HALVINGS = 60;

    /** Draft tokens of another model, which cost a part of a step each. */
    public Speculation(int draftTokens, double acceptance, double decay, double draftCost) {
        this(draftTokens, acceptance, decay, draftCost, false);
    }

    /** A prediction head like that of DeepSeek-R1. */
    public static Speculation predictionHead(int draftTokens) {
        return new Speculation(draftTokens, HEAD_ACCEPTANCE, HEAD_DECAY, 0, true);
    }

    /**
     * The same with an acceptance rate of the first draft token at which a step yields so many tokens.
     *
     * @param tokens tokens of a step, from 1 to one more than are drafted; beyond that all are accepted
     */
    public Speculation yielding(double tokens) {
        double low = 0;
        double high = 1 / Math.pow(Math.min(1, decay), draftTokens);
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (accepting(middle).tokensPerStep() < tokens) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return accepting(low);
    }

    private Speculation accepting(double rate) {
        return new Speculation(draftTokens, rate, decay, draftCost, predictionHead);
    }

    /** Tokens that a step yields on average. */
    public double tokensPerStep() {
        double tokens = 1;
        double reached = 1;
        double chance = acceptance;
        for (int guess = 1; guess <= draftTokens; guess++) {
            reached *= Math.min(1, chance);
            tokens += reached;
            chance *= decay;
        }
        return tokens;
    }
}
