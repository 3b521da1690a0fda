package muster.accuracy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import muster.accuracy.measurement.MeasuredCase;
import muster.inference.calibration.Calibration;
import muster.inference.calibration.Regime;
import muster.model.Traits;

/**
 * Rows of whole families of chips, or of whole kinds of models, as a fit forecasts them that saw none of them.
 *
 * @param misses how far each row's forecast is off
 */
record LeaveGroupOut(List<Miss> misses) {
    private static final int STEPS = 10;
    // Of the distances: the 90th percentile, as bands state the middle 90% on both sides.
    private static final double PART = 0.9;
    // Of fewer groups nothing is said of another.
    private static final int FEWEST_GROUPS = 3;

    LeaveGroupOut {
        misses = List.copyOf(misses);
    }

    /**
     * A row of what was withheld.
     *
     * @param group the family or the trait
     * @param regime what the error depends on
     * @param distance the size of the logarithm of forecast over measurement
     */
    record Miss(String group, Regime regime, double distance) {}

    /** The rows of each family that the calibration tells apart, and of each other vendor. */
    static Map<String, List<MeasuredCase>> families(List<MeasuredCase> cases, Calibration calibration) {
        Map<String, List<MeasuredCase>> groups = new TreeMap<>();
        cases.forEach(one ->
                add(groups, calibration.familyName(one.chip()).orElse(one.chip().vendor()), one));
        return groups;
    }

    /** How many rows each trait of a model has. */
    static Map<String, Integer> traits(List<MeasuredCase> cases) {
        Map<String, Integer> counts = new TreeMap<>();
        byTrait(cases).forEach((trait, own) -> counts.put(trait, own.size()));
        return counts;
    }

    /**
     * The rows of each trait that at most half of the rows have, so that a fit without them has something to go by; traits of the
     * same rows count once.
     */
    static Map<String, List<MeasuredCase>> kinds(List<MeasuredCase> cases) {
        Map<Set<MeasuredCase>, String> distinct = new LinkedHashMap<>();
        byTrait(cases).forEach((trait, own) -> {
            Set<MeasuredCase> same = Collections.newSetFromMap(new IdentityHashMap<>());
            same.addAll(own);
            if (2 * own.size() <= cases.size()) {
                distinct.putIfAbsent(same, trait);
            }
        });
        Map<String, List<MeasuredCase>> kinds = new TreeMap<>();
        distinct.forEach((same, trait) ->
                kinds.put(trait, cases.stream().filter(same::contains).toList()));
        return kinds;
    }

    private static Map<String, List<MeasuredCase>> byTrait(List<MeasuredCase> cases) {
        Map<String, List<MeasuredCase>> groups = new TreeMap<>();
        cases.forEach(
                one -> Traits.of(one.architecture().shape().orElseThrow()).forEach(trait -> add(groups, trait, one)));
        return groups;
    }

    private static void add(Map<String, List<MeasuredCase>> groups, String name, MeasuredCase one) {
        groups.computeIfAbsent(name, key -> new ArrayList<>()).add(one);
    }

    /**
     * Fits without the rows of a group and forecasts them.
     *
     * @param fit the fit
     * @param point where it starts: the fit to all rows
     * @param cases all rows
     * @param group the name of the group
     * @param own its rows
     * @param unaware the calibration without what is of the group alone
     */
    static List<Miss> of(
            CalibrationFit fit,
            double[] point,
            List<MeasuredCase> cases,
            String group,
            List<MeasuredCase> own,
            Function<Calibration, Calibration> unaware) {
        Set<MeasuredCase> out = Collections.newSetFromMap(new IdentityHashMap<>());
        out.addAll(own);
        List<MeasuredCase> rest =
                cases.stream().filter(one -> !out.contains(one)).toList();
        Forecast forecast = new Forecast(unaware.apply(fit.at(fit.solve(rest, point, STEPS))));
        return own.stream()
                .map(one -> new Miss(
                        group,
                        AccuracyStudy.regime(one.row(), one.experts()),
                        Math.abs(Math.log(forecast.value(one) / one.row().value()))))
                .toList();
    }

    /** A calibration that does not know a family: without it, and with vendors as the mean of their families that are left. */
    static Calibration without(Calibration fitted, String family, List<MeasuredCase> cases) {
        Map<String, Set<String>> left = new TreeMap<>();
        cases.forEach(one -> fitted.familyName(one.chip())
                .filter(name -> !name.equals(family))
                .ifPresent(name -> left.computeIfAbsent(one.chip().vendor(), vendor -> new TreeSet<>())
                        .add(name)));
        return Calibrator.vendors(fitted, left).without(family, left.keySet());
    }

    /**
     * The standard deviations of the logarithm by regime: the 90th percentile of the distances over that of a normal distribution,
     * where every group weighs the same, since the next one will be no likelier of the family of which there are most rows. Never
     * below that of all regimes together, since a regime in which only chips of one vendor have rows says little of others; nor
     * below that of what the fit saw.
     *
     * @param seen those of what the fit saw
     */
    Map<Regime, Double> sigmas(Map<Regime, Double> seen) {
        // Where nothing could be left out, what was not seen is taken for what was.
        double all = misses.isEmpty() ? 0 : sigma(misses);
        Map<Regime, Double> sigmas = new EnumMap<>(Regime.class);
        seen.forEach((regime, known) -> {
            List<Miss> own =
                    misses.stream().filter(miss -> miss.regime() == regime).toList();
            boolean few = own.size() < Calibration.FEWEST_ROWS
                    || own.stream().map(Miss::group).distinct().count() < FEWEST_GROUPS;
            sigmas.put(regime, Math.max(Math.max(known, all), few ? all : sigma(own)));
        });
        return sigmas;
    }

    static double sigma(List<Miss> misses) {
        Map<String, Integer> sizes = new HashMap<>();
        misses.forEach(miss -> sizes.merge(miss.group(), 1, Integer::sum));
        double whole = 0;
        for (Miss miss : misses.stream()
                .sorted(Comparator.comparingDouble(Miss::distance))
                .toList()) {
            whole += 1.0 / sizes.getOrDefault(miss.group(), 1) / sizes.size();
            if (whole >= PART) {
                return miss.distance() / ErrorBands.NINETY;
            }
        }
        return Double.NaN;
    }
}
