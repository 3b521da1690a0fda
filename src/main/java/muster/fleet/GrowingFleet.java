package muster.fleet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The chips of a fleet whose dense rate grows by a factor a year, period by period. What is older than a lifetime leaves; what
 * the rate then lacks is bought. Where the rate would be more than is wanted, the oldest leave.
 *
 * <pre>
 * rate(t) = rate(0) * growth^(t / 365 days) = sum over kinds of chips(t) * dense rate
 * </pre>
 *
 * <p>Of the chips that stand at first, those of a kind are taken to have been bought evenly from when it could be had until its
 * maker's next generation could, or the first day.
 *
 * @param kinds the kinds that stand at first and those that may be bought, by id
 * @param bought by period, each kind's share of the rate that is bought of a maker; the key of the outer map is the maker, or the
 *     empty text where the shares are of the whole
 * @param periodDays the length of a period
 * @param lifetimeDays how old a chip becomes; without end where it does not retire
 */
record GrowingFleet(
        Map<String, Kind> kinds,
        List<Map<String, Map<String, Double>>> bought,
        double periodDays,
        double lifetimeDays) {
    private static final double YEAR_DAYS = 365;
    // Rates that differ by rounding are the same.
    private static final double TOLERANCE = 1e-12;

    GrowingFleet {
        kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
        bought = List.copyOf(bought);
    }

    /**
     * A kind of chip.
     *
     * @param flopPerSecond the dense rate of one
     * @param vendor who makes it
     * @param fromDays when it was first bought, from the first day
     * @param toDays when it was last bought
     */
    record Kind(double flopPerSecond, String vendor, double fromDays, double toDays) {}

    /**
     * The chips of each kind by period.
     *
     * @param first those that stand at first, by id
     * @param perYear by what factor the rate grows in a year
     */
    Map<String, List<Double>> counts(Map<String, Double> first, double perYear) {
        List<Cohort> cohorts = new ArrayList<>();
        Map<String, Double> makers = new LinkedHashMap<>();
        first.forEach((id, count) -> {
            Kind kind = kind(id);
            cohorts.add(Cohort.standing(id, count, kind.fromDays(), kind.toDays(), lifetimeDays));
            makers.merge(kind.vendor(), count * kind.flopPerSecond(), Double::sum);
        });
        double begins = makers.values().stream().mapToDouble(rate -> rate).sum();
        Map<String, List<Double>> counts = new LinkedHashMap<>();
        kinds.keySet().forEach(id -> counts.put(id, new ArrayList<>()));
        for (int period = 0; period < bought.size(); period++) {
            double day = period * periodDays;
            double lacks = begins * Math.pow(perYear, day / YEAR_DAYS) - rate(cohorts, day);
            if (lacks > begins * TOLERANCE) {
                buy(cohorts, bought.get(period), makers, begins, lacks, day);
            } else if (lacks < -begins * TOLERANCE) {
                scrap(cohorts, -lacks, day);
            }
            counts.forEach((id, series) -> series.add(cohorts.stream()
                    .filter(cohort -> cohort.kind().equals(id))
                    .mapToDouble(cohort -> cohort.count() * cohort.surviving(day, lifetimeDays))
                    .sum()));
        }
        return counts;
    }

    private double rate(List<Cohort> cohorts, double day) {
        return cohorts.stream()
                .mapToDouble(cohort -> cohort.count()
                        * cohort.surviving(day, lifetimeDays)
                        * kind(cohort.kind()).flopPerSecond())
                .sum();
    }

    private void buy(
            List<Cohort> cohorts,
            Map<String, Map<String, Double>> choice,
            Map<String, Double> makers,
            double begins,
            double lacks,
            double day) {
        choice.forEach((maker, shares) -> {
            double part = maker.isEmpty() ? 1 : makers.getOrDefault(maker, 0.0) / begins;
            shares.forEach((id, share) ->
                    cohorts.add(new Cohort(id, lacks * part * share / kind(id).flopPerSecond(), day, day)));
        });
    }

    private void scrap(List<Cohort> cohorts, double tooMuch, double day) {
        double left = tooMuch;
        for (Cohort oldest : cohorts.stream()
                .sorted(Comparator.comparingDouble(Cohort::toDays))
                .toList()) {
            double rate = oldest.count()
                    * oldest.surviving(day, lifetimeDays)
                    * kind(oldest.kind()).flopPerSecond();
            double leaves = Math.min(rate, left);
            if (leaves > 0) {
                cohorts.set(cohorts.indexOf(oldest), oldest.with(oldest.count() * (1 - leaves / rate)));
                left -= leaves;
            }
        }
    }

    private Kind kind(String id) {
        Kind kind = kinds.get(id);
        if (kind == null) {
            throw new IllegalStateException("no kind " + id);
        }
        return kind;
    }
}
