package muster.allocation.problem;

import java.util.List;

/**
 * The chips of one type, and what one of them takes.
 *
 * @param chip the id of the type
 * @param counts how many there are in each period
 * @param peakFlopPerSecond the dense peak rate of one at the format of training, by which shares of compute are told
 * @param powerWatts the electric power of one that works
 * @param costUsdPerSecond what one that works costs
 */
public record ChipStock(
        String chip, List<Double> counts, double peakFlopPerSecond, double powerWatts, double costUsdPerSecond) {
    public ChipStock {
        counts = List.copyOf(counts);
    }

    /** How many there are in a period. */
    public double count(int period) {
        return counts.get(period);
    }
}
