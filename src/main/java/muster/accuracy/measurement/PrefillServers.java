package muster.accuracy.measurement;

/**
 * Servers that prefill for one that decodes.
 *
 * @param workers how many there are
 * @param chips chips of all of them
 */
public record PrefillServers(int workers, int chips) {}
