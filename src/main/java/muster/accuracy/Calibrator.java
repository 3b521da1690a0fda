package muster.accuracy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import muster.accuracy.measurement.FactorPaths;
import muster.accuracy.measurement.MeasuredCase;
import muster.inference.calibration.Calibration;

/**
 * Fits the constants to all counted rows, and again without each chip, each model, each source, each family of chips and each kind
 * of model, whose rows are then forecast.
 *
 * @param calibration the fit to all rows
 * @param leftOut what the fits without them say of the rows of each chip and model
 * @param families what the fits without them say of the rows of each family of chips
 * @param kinds the same of each kind of model
 * @param traits how many rows each trait of a model has
 * @param ids the rows that were used
 */
record Calibrator(
        Calibration calibration,
        LeaveOneOut leftOut,
        LeaveGroupOut families,
        LeaveGroupOut kinds,
        Map<String, Integer> traits,
        List<String> ids) {
    private static final int STEPS = 30;
    // From the fit to all rows it is not far to the fit without some.
    private static final int STEPS_WITHOUT = 10;

    /**
     * Fits.
     *
     * @param before the constants before the fit
     * @param cases the rows to fit to
     * @param beside rows that are forecast as well
     * @param progress makes of the number of fits what is told how many are done
     */
    static Calibrator fit(
            Calibration before,
            List<MeasuredCase> cases,
            List<MeasuredCase> beside,
            LongFunction<LongConsumer> progress) {
        List<MeasuredCase> all = Stream.concat(cases.stream(), beside.stream()).toList();
        Map<String, List<MeasuredCase>> chips = groups(all, one -> one.row().chip());
        // Models of one shape are one model here: the same measurement stands under the names of both.
        Map<String, List<MeasuredCase>> models =
                groups(all, one -> one.architecture().shape().orElseThrow().toString());
        Map<String, List<MeasuredCase>> sources = groups(all, one -> one.row().origin());
        Map<String, List<MeasuredCase>> families = LeaveGroupOut.families(cases, before);
        Map<String, List<MeasuredCase>> kinds = LeaveGroupOut.kinds(cases);
        LongConsumer done =
                progress.apply(1L + chips.size() + models.size() + sources.size() + families.size() + kinds.size());
        AtomicLong count = new AtomicLong();
        CalibrationFit fit = new CalibrationFit(before);
        double[] point = fit.solve(cases, fit.start(), STEPS);
        done.accept(count.incrementAndGet());
        Map<String, Double> withoutChip = new HashMap<>();
        Map<String, Double> withoutModel = new HashMap<>();
        Map<String, Double> withoutSource = new HashMap<>();
        chips.values().forEach(own -> {
            forecast(fit, point, cases, own, withoutChip);
            done.accept(count.incrementAndGet());
        });
        models.values().forEach(own -> {
            forecast(fit, point, cases, own, withoutModel);
            done.accept(count.incrementAndGet());
        });
        sources.values().forEach(own -> {
            forecast(fit, point, cases, own, withoutSource);
            done.accept(count.incrementAndGet());
        });
        List<LeaveGroupOut.Miss> ofFamilies = new ArrayList<>();
        families.forEach((family, own) -> {
            ofFamilies.addAll(LeaveGroupOut.of(
                    fit, point, cases, family, own, fitted -> LeaveGroupOut.without(fitted, family, cases)));
            done.accept(count.incrementAndGet());
        });
        List<LeaveGroupOut.Miss> ofKinds = new ArrayList<>();
        kinds.forEach((kind, own) -> {
            ofKinds.addAll(LeaveGroupOut.of(fit, point, cases, kind, own, fitted -> vendors(fitted, cases)));
            done.accept(count.incrementAndGet());
        });
        return new Calibrator(
                vendors(fit.at(point), cases),
                new LeaveOneOut(withoutChip, withoutModel, withoutSource),
                new LeaveGroupOut(ofFamilies),
                new LeaveGroupOut(ofKinds),
                LeaveGroupOut.traits(cases),
                cases.stream().map(one -> one.row().id()).toList());
    }

    private static Map<String, List<MeasuredCase>> groups(
            List<MeasuredCase> cases, Function<MeasuredCase, String> name) {
        Map<String, List<MeasuredCase>> groups = new TreeMap<>();
        cases.forEach(one -> groups.computeIfAbsent(name.apply(one), key -> new ArrayList<>())
                .add(one));
        return groups;
    }

    // What a fit without some cases says of them.
    private static void forecast(
            CalibrationFit fit,
            double[] point,
            List<MeasuredCase> cases,
            List<MeasuredCase> own,
            Map<String, Double> values) {
        Set<MeasuredCase> out = Collections.newSetFromMap(new IdentityHashMap<>());
        out.addAll(own);
        List<MeasuredCase> rest =
                cases.stream().filter(one -> !out.contains(one)).toList();
        Forecast forecast = new Forecast(fit.at(fit.solve(rest, point, STEPS_WITHOUT)));
        own.forEach(one -> values.put(one.row().id(), forecast.value(one)));
    }

    // What a vendor's chips do otherwise whose family was not measured: the mean of its families that were.
    private static Calibration vendors(Calibration fitted, List<MeasuredCase> cases) {
        Map<String, Set<String>> families = new TreeMap<>();
        cases.forEach(one -> fitted.familyName(one.chip())
                .ifPresent(name -> families.computeIfAbsent(one.chip().vendor(), vendor -> new TreeSet<>())
                        .add(name)));
        return vendors(fitted, families);
    }

    /** The same by the names of the families of each vendor. */
    static Calibration vendors(Calibration fitted, Map<String, Set<String>> families) {
        Map<String, Double> values = new TreeMap<>();
        Map<String, Double> numbers = new TreeMap<>();
        FactorPaths.each(fitted, (path, input) -> numbers.put(path, FactorPaths.value(input)));
        numbers.keySet().stream().filter(path -> path.startsWith("vendors/")).forEach(path -> {
            List<String> parts = FactorPaths.parts(path);
            families.getOrDefault(parts.get(1), Set.of()).stream()
                    .mapToDouble(name -> Math.log(numbers.getOrDefault("families/" + name + "/" + parts.get(2), 1.0)))
                    .average()
                    .ifPresent(mean -> values.put(path, Math.exp(mean)));
        });
        return FactorPaths.with(fitted, values);
    }
}
