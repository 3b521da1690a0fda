package muster.scaling.loss;

/**
 * A mixture of fine experts (Krajewski et al. 2024, arXiv 2402.07871, Eqs. 9 and 10). N counts all parameters outside the
 * embedding, with attention once: a model of n active ones and E experts has {@code N = n (1/3 + 2 E/3)}. Counting the active
 * ones instead gives losses that are 0.25 to 0.8 nat too high.
 *
 * <pre>
 * L = c + (g / G^gamma + a) / N^alpha + b / D^beta
 * FLOP per token = (12 d^2 c_f + d E G c_r) l,  d = 64 l,  n = 12 d^2 l
 * </pre>
 *
 * @param sum the loss for a granularity: A is g / G^gamma + a
 * @param experts E, by how much the feed-forward parameters are expanded
 * @param granularity G, into how many an expert of full size is cut
 * @param routingFlop c_r, FLOP of the router per its parameter and token; c_f is the 6 of the sum
 */
public record FineGrained(PowerSum sum, double experts, double granularity, double routingFlop) implements LossLaw {
    private static final double WIDTH_PER_LAYER = 64;

    /** All parameters over the active ones: 1/3 + 2 E/3. */
    public double expansion() {
        return (1 + 2 * experts) / 3;
    }

    private double routing(double parameters) {
        double active = parameters / expansion();
        double layers = StrictMath.cbrt(active / (12 * WIDTH_PER_LAYER * WIDTH_PER_LAYER));
        return WIDTH_PER_LAYER * layers * layers * experts * granularity * routingFlop;
    }

    @Override
    public double loss(double parameters, double tokens) {
        return sum.loss(parameters, tokens);
    }

    @Override
    public double perLogParameters(double parameters, double tokens) {
        return sum.perLogParameters(parameters, tokens);
    }

    @Override
    public double perLogTokens(double parameters, double tokens) {
        return sum.perLogTokens(parameters, tokens);
    }

    @Override
    public double flopPerToken(double parameters) {
        return sum.flopPerToken(parameters / expansion()) + routing(parameters);
    }

    @Override
    public double flopElasticity(double parameters) {
        return 1 - routing(parameters) / flopPerToken(parameters) / 3;
    }
}
