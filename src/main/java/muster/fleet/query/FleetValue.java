package muster.fleet.query;

import java.util.List;
import java.util.Optional;
import muster.uncertainty.sampling.Percentiles;

/**
 * What some lines of a fleet amount to in a measure.
 *
 * @param measure the measure
 * @param amount how much; nothing where it is not known of any of the chips, which is not zero
 * @param covered the part of the chips of which the measure is known
 * @param notCounted the kinds of chips of which it is not
 */
public record FleetValue(Measure measure, Optional<Amounts> amount, double covered, List<String> notCounted) {

    /**
     * How much.
     *
     * @param sumOfMids the sum of the central values of the counts, in the measure's unit; not the median of the sum
     * @param spread percentiles of the sampled sum, in the measure's unit
     */
    public record Amounts(double sumOfMids, Percentiles spread) {}

    public FleetValue {
        notCounted = List.copyOf(notCounted);
    }
}
