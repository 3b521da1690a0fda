package muster.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.fleet.FleetPlan;
import muster.trace.Chain;
import muster.uncertainty.sampling.SampleBatch;

/**
 * How many chips of a fleet of the catalog were there when each period began, as parts of those at the fleet's own date. The
 * parts are of central counts: what is uncertain of a fleet is drawn once, for its own date.
 */
final class FleetHistory {
    private static final double DAY = 86_400;

    private FleetHistory() {}

    /**
     * The parts of each kind by period; nothing with problems reported.
     *
     * @param fleet the fleet at its own date
     * @param start the date at which the first period begins
     * @param periods how many periods
     * @param periodSeconds the length of each
     * @param place where the start is written
     */
    static Map<String, List<Double>> of(
            FleetPlan fleet,
            LocalDate start,
            int periods,
            double periodSeconds,
            Place place,
            Catalog catalog,
            Problems problems) {
        Map<String, Double> whole = counts(fleet);
        Map<String, List<Double>> parts = new LinkedHashMap<>();
        whole.keySet().forEach(chip -> parts.put(chip, new ArrayList<>()));
        for (int period = 0; period < periods; period++) {
            Optional<FleetPlan> then =
                    fleet.on(start.plusDays(Math.round(period * periodSeconds / DAY)), catalog, problems);
            if (then.isEmpty()) {
                if (problems.none()) {
                    problems.error(
                            "no-dates", place, "only a fleet of the catalog has a past, from which a plan can start");
                }
                return Map.of();
            }
            Map<String, Double> counts = counts(then.get());
            whole.forEach((chip, count) ->
                    parts.getOrDefault(chip, new ArrayList<>()).add(counts.getOrDefault(chip, 0.0) / count));
        }
        return parts;
    }

    private static Map<String, Double> counts(FleetPlan fleet) {
        Map<String, Double> counts = new LinkedHashMap<>();
        fleet.apply(new Chain(SampleBatch.central()))
                .chips()
                .forEach(each -> counts.merge(
                        each.type().id().value(), each.count().central("chip").base(), Double::sum));
        return counts;
    }
}
