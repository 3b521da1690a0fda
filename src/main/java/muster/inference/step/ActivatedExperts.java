package muster.inference.step;

import muster.model.layer.FeedForward;

/**
 * What the busiest of the chips that hold experts does for a layer.
 *
 * <pre>
 * idle = (1 + s x)^(-1/s),  x = -n ln(1 - k/E);  (1 - k/E)^n where all experts are picked alike, s = 0
 * experts   = m + c sqrt(ln e) sqrt(m idle),     m = E/e (1 - idle), at most E/e
 * rows      = i r + c sqrt(ln e) sqrt(r),             r = n k/e
 * </pre>
 *
 * <p>with n tokens, of which each activates k of E experts that e chips hold. Where the popularity of experts has a gamma
 * distribution with the squared coefficient of variation s, the chance that none of n tokens picks an expert is the above. The
 * busiest of e chips is about {@code sqrt(ln e)} standard deviations above the mean.
 *
 * @param experts experts of the chip that are activated
 * @param rows tokens, counted once for each expert of the chip that they activate
 */
public record ActivatedExperts(double experts, double rows) {

    public static ActivatedExperts of(
            FeedForward.Experts layer, int chips, double tokens, CalibratedFactors constants) {
        double held = (double) layer.experts() / chips;
        double untouched = idle(layer.activated() / layer.experts(), tokens, constants.expertSkew());
        double mean = held * (1 - untouched);
        double rows = tokens * layer.activated() / chips;
        double deviations = constants.expertSpread() * Math.sqrt(Math.log(chips));
        return new ActivatedExperts(
                Math.min(held, mean + deviations * Math.sqrt(mean * untouched)),
                constants.expertImbalance() * rows + deviations * Math.sqrt(rows));
    }

    private static double idle(double visited, double tokens, double skew) {
        if (visited == 1) {
            return 0;
        }
        return skew == 0
                ? Math.pow(1 - visited, tokens)
                : Math.exp(-Math.log1p(skew * -tokens * Math.log1p(-visited)) / skew);
    }
}
