package muster.allocation.search;

import java.util.Optional;

/**
 * What a simple rule makes of the same fleet.
 *
 * @param name its name
 * @param words what it does
 * @param worth what that is worth, in researcher-months; nothing where it breaks a limit or a requirement
 */
public record BaselineRule(String name, String words, Optional<Double> worth) {}
