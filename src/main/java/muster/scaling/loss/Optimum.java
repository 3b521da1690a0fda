package muster.scaling.loss;

/**
 * A model of least loss for its training compute.
 *
 * @param parameters its parameters, as the law counts them
 * @param tokens the tokens that it is trained on
 * @param loss its loss, in nat per token; no number where the law does not tell it
 */
public record Optimum(double parameters, double tokens, double loss) {}
