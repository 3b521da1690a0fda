package muster.scaling.loss;

/**
 * A loss in all parameters seen by someone who counts those outside the embedding (Pearce and Song 2024, arXiv 2406.12907):
 * {@code T = N + w N^(1/3)}, and the compute is counted without the embedding too, C = k N D. It explains why Kaplan et al. 2020
 * found models to grow faster than Hoffmann et al. 2022 did.
 *
 * @param law the loss in all parameters
 * @param embedding w: parameters of the embedding over the cube root of the others
 */
public record WithEmbedding(PowerSum law, double embedding) implements LossLaw {

    /** T: all parameters. */
    public double total(double parameters) {
        return parameters + embedding * StrictMath.cbrt(parameters);
    }

    @Override
    public double loss(double parameters, double tokens) {
        return law.loss(total(parameters), tokens);
    }

    @Override
    public double perLogParameters(double parameters, double tokens) {
        double total = total(parameters);
        double elasticity = (parameters + embedding * StrictMath.cbrt(parameters) / 3) / total;
        return law.perLogParameters(total, tokens) * elasticity;
    }

    @Override
    public double perLogTokens(double parameters, double tokens) {
        return law.perLogTokens(parameters, tokens);
    }

    @Override
    public double flopPerToken(double parameters) {
        return law.flopPerToken(parameters);
    }

    @Override
    public double flopElasticity(double parameters) {
        return 1;
    }
}
