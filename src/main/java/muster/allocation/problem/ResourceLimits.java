package muster.allocation.problem;

import java.util.List;
import java.util.Optional;

/**
 * What a plan must keep to beside its chips.
 *
 * @param powerWatts the electric power in each period
 * @param budgetUsd the running costs of all periods
 * @param supervisors the humans who supervise in each period
 * @param directs the parallel researchers that one supervisor can direct
 */
public record ResourceLimits(
        Optional<List<Double>> powerWatts,
        Optional<Double> budgetUsd,
        Optional<List<Double>> supervisors,
        double directs) {
    /** No limits. */
    public static final ResourceLimits NONE =
            new ResourceLimits(Optional.empty(), Optional.empty(), Optional.empty(), 0);

    /** The same without a limit to power. */
    public ResourceLimits withoutPower() {
        return new ResourceLimits(Optional.empty(), budgetUsd, supervisors, directs);
    }

    /** The same without a budget. */
    public ResourceLimits withoutBudget() {
        return new ResourceLimits(powerWatts, Optional.empty(), supervisors, directs);
    }

    /** The parallel researchers that can be directed in a period; infinity where nothing limits them. */
    public double heads(int period) {
        return supervisors.map(count -> count.get(period) * directs).orElse(Double.POSITIVE_INFINITY);
    }

    /** The power in a period, in watts; infinity where nothing limits it. */
    public double power(int period) {
        return powerWatts.map(watts -> watts.get(period)).orElse(Double.POSITIVE_INFINITY);
    }
}
