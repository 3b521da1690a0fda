package muster.allocation.problem;

/**
 * A model served on a type of chip at one point of its frontier of speed and throughput.
 *
 * @param variant what is served and how, as {@code llama-3.1-70b fp8 at 25 token/s}
 * @param model the id of the model
 * @param chip the id of the type of chip
 * @param researchersPerChip parallel researchers that one chip runs: throughput / (serial speed * streams per researcher)
 * @param speedup the serial speed-up of each, in researcher-months per researcher and month
 */
public record ServingOption(String variant, String model, String chip, double researchersPerChip, double speedup) {}
