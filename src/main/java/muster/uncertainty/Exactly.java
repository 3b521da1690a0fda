package muster.uncertainty;

/**
 * A number without uncertainty.
 *
 * @param central the number, in base units
 */
public record Exactly(double central) implements Distribution {}
