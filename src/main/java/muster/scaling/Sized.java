package muster.scaling;

import muster.trace.Figure;

/**
 * A trained model as a law sizes it.
 *
 * @param compute the training compute, in FLOP
 * @param parameters its parameters
 * @param tokens the tokens that it is trained on
 */
public record Sized(Figure compute, Figure parameters, Figure tokens) {}
