package muster.accuracy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import muster.accuracy.measurement.FactorPaths;
import muster.accuracy.measurement.MeasuredCase;
import muster.accuracy.measurement.Metric;
import muster.accuracy.measurement.TrafficPattern;
import muster.inference.calibration.Calibration;
import muster.inference.calibration.FirstTokenFactors;

/**
 * Fits what each engine takes for a first token beside steps ({@link FirstTokenFactors}), with the time of steps as it is.
 *
 * <pre>
 * minimise sum over rows w h(ln(model/measured))^2/s^2 + sum over factors (ln(x/before)/spread)^2
 * </pre>
 *
 * <p>with the loss and the weights of {@link CalibrationFit}.
 */
final class FirstTokenFit {
    private static final List<String> FACTORS = List.of("request", "prompt_token", "layer", "steps", "handover");
    private static final double NOISE = 0.3;
    // What software takes was not known within a factor of three.
    private static final double SPREAD = 1;
    private static final double TOLERANCE = 1e-6;
    private static final int STEPS = 40;
    private static final int ROUNDS = 4;

    private final Calibration before;
    private final List<MeasuredCase> cases;
    private final IdentityHashMap<MeasuredCase, FirstTokenParts> parts = new IdentityHashMap<>();

    /**
     * A fit.
     *
     * @param before the calibration with the time of steps
     * @param all measured rows, of which those that are no first tokens under load do not count
     */
    FirstTokenFit(Calibration before, List<MeasuredCase> all) {
        this(before, before, all);
    }

    private FirstTokenFit(Calibration before, Calibration around, List<MeasuredCase> all) {
        this.before = before;
        Forecast forecast = new Forecast(around);
        all.stream()
                .filter(FirstTokenFit::isMeant)
                .forEach(one -> forecast.firstToken(one).ifPresent(known -> parts.put(one, known)));
        this.cases = all.stream().filter(parts::containsKey).toList();
    }

    /** A fit around factors that were fitted, as what they are changes how long requests wait for one another. */
    static FirstTokenFit settled(Calibration before, List<MeasuredCase> all) {
        FirstTokenFit fit = new FirstTokenFit(before, all);
        for (int round = 1; round < ROUNDS; round++) {
            fit = new FirstTokenFit(before, fit.calibration(), all);
        }
        return fit;
    }

    /** Whether a row is a first token that waits for others. */
    static boolean isMeant(MeasuredCase one) {
        TrafficPattern load = one.row().load();
        return one.row().metric() == Metric.TTFT_MS
                && (load == TrafficPattern.SERVED
                        || load == TrafficPattern.DISAGGREGATED
                        || load == TrafficPattern.ARRIVALS);
    }

    /** The calibration with the factors of each engine of which there are rows; what it does not state is not fitted. */
    Calibration calibration() {
        return without(one -> false);
    }

    /**
     * What a fit without the rows of each group says of them, by the ids of rows, in ms.
     *
     * @param group the name of the group of a row
     */
    Map<String, Double> leftOut(Function<MeasuredCase, String> group) {
        Map<String, List<MeasuredCase>> groups = new TreeMap<>();
        cases.forEach(one -> groups.computeIfAbsent(group.apply(one), name -> new ArrayList<>())
                .add(one));
        Map<String, Double> values = new HashMap<>();
        groups.forEach((name, own) -> {
            Calibration rest = without(one -> group.apply(one).equals(name));
            own.forEach(one -> values.put(one.row().id(), value(rest, one)));
        });
        return values;
    }

    private double value(Calibration calibration, MeasuredCase one) {
        double[] factors =
                FirstTokenParts.factors(calibration.engine(one.row().stack()).first());
        return 1e3 * known(one).with(factors);
    }

    private FirstTokenParts known(MeasuredCase one) {
        return Objects.requireNonNull(parts.get(one));
    }

    private Calibration without(Predicate<MeasuredCase> out) {
        Map<String, List<MeasuredCase>> engines = new TreeMap<>();
        cases.stream()
                .filter(one -> !out.test(one))
                .filter(one ->
                        before.engine(one.row().stack()).timeToFirstToken().isPresent())
                .forEach(one -> engines.computeIfAbsent(one.row().stack(), name -> new ArrayList<>())
                        .add(one));
        Map<String, Double> values = new HashMap<>();
        engines.forEach((engine, own) -> fit(engine, own, values));
        return FactorPaths.with(before, values);
    }

    private void fit(String engine, List<MeasuredCase> own, Map<String, Double> values) {
        List<FirstTokenParts> known = own.stream().map(this::known).toList();
        double[] weights = CalibrationFit.weights(own);
        double[] start = start(engine);
        LeastSquares search = new LeastSquares(
                point -> {
                    double[] now = times(start, point);
                    double[] residuals = new double[own.size() + point.length];
                    for (int i = 0; i < known.size(); i++) {
                        double model = 1e3 * known.get(i).with(now);
                        double distance = Math.log(model / own.get(i).row().value());
                        residuals[i] = weights[i] / NOISE * CalibrationFit.robust(distance);
                    }
                    for (int i = 0; i < point.length; i++) {
                        residuals[own.size() + i] = point[i] / SPREAD;
                    }
                    return residuals;
                },
                TOLERANCE);
        double[] found = times(start, search.solve(new double[start.length], STEPS));
        for (int i = 0; i < found.length; i++) {
            values.put("engines/" + engine + "/time_to_first_token/" + FACTORS.get(i), found[i]);
        }
    }

    private double[] start(String engine) {
        return FirstTokenParts.factors(before.engine(engine).first());
    }

    private static double[] times(double[] start, double[] logarithms) {
        double[] values = new double[start.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = start[i] * Math.exp(logarithms[i]);
        }
        return values;
    }
}
