package muster.allocation.problem;

/**
 * Chips that do the same in a period.
 *
 * @param period the period, from 0
 * @param chip the id of their type
 * @param activity what they do
 * @param chips how many
 */
public record Assignment(int period, String chip, Activity activity, double chips) {}
