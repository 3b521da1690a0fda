package muster.model.layer;

import muster.document.Otherwise;

/**
 * A small scorer that ranks the tokens before, of which attention looks at the best only (DeepSeek sparse attention, DeepSeek-V3.2,
 * arXiv 2512.02556, section 2.1; in blocks in MiniMax M3).
 *
 * <pre>
 * score(t, s) = sum over heads of w_h(t) relu(q_h(t) . key(s))
 * parameters = q H d + D d + D H + 2 d,  keys per token = d,  FLOP of a new token = 2 H d S
 * </pre>
 *
 * <p>with H heads of width d over a query of width q, and S tokens before. One key per token serves all heads.
 *
 * @param heads the scorer's heads, H; 0 where the layer takes the choice of an earlier one, and has no scorer
 * @param dim the width of a key, d; 0 where there is no scorer
 * @param top how many tokens are looked at, k
 * @param local further tokens that are always looked at, the last ones
 * @param weighted whether the heads have weights that depend on the token
 */
public record TokenIndex(
        int heads,
        int dim,
        int top,

        @Otherwise(value = "0", because = "DeepSeek's has none")
        int local,

        @Otherwise(value = "true", because = "as DeepSeek's are")
        boolean weighted) {

    public TokenIndex {
        ShapeChecks.positive("top", top);
        if (heads == 0 != (dim == 0)) {
            throw new IllegalArgumentException("an index has heads and a dim, or neither");
        }
    }

    /** The most tokens that are looked at. */
    double most() {
        return (double) top + local;
    }

    /** Outputs that are projected from the stream: key and weights. */
    double outputs() {
        return dim + (weighted ? heads : 0);
    }

    /** Outputs that are projected from the queries' input. */
    double queryOutputs() {
        return (double) heads * dim;
    }

    double parameters(int width, int queryWidth) {
        return queryWidth * queryOutputs() + width * outputs() + (weighted ? 2.0 * dim : 0);
    }

    double flop(double tokens) {
        return 2 * queryOutputs() * tokens;
    }
}
