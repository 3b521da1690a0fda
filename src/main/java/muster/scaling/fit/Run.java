package muster.scaling.fit;

/**
 * A training run.
 *
 * @param parameters its parameters
 * @param tokens the tokens that it was trained on
 * @param loss its loss at the end, in nat per token
 */
public record Run(double parameters, double tokens, double loss) {}
