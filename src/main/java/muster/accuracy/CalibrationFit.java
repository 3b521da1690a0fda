package muster.accuracy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import muster.accuracy.measurement.FactorPaths;
import muster.accuracy.measurement.MeasuredCase;
import muster.accuracy.measurement.Measurement;
import muster.inference.calibration.Calibration;

/**
 * Fits the constants of the step-time model to measured cases.
 *
 * <pre>
 * minimise sum over cases w h(ln(model/measured))^2/s^2 + sum over knobs (ln(x/before)/spread)^2
 * h(r)^2 = 2 d^2 (sqrt(1 + (r/d)^2) - 1)
 * </pre>
 *
 * <p>The loss h grows with the distance and not with its square beyond d, so that rows that are wrong or not understood pull
 * little. Rows of the same chip, model, software, format and load are weighed down to the weight of {@value #FULL_WEIGHT}
 * where they are more, by the root of their number, so that what was measured most does not decide alone.
 */
public final class CalibrationFit {
    private static final double ROBUST = 0.15;
    private static final double NOISE = 0.12;
    static final int FULL_WEIGHT = 15;
    // The batch of a saturated server is solved and not measured, so that such rows say less of time.
    private static final double SOLVED_WEIGHT = 0.4;
    private static final double STATIC_WEIGHT = 0.7;
    private static final double TOLERANCE = 1e-5;

    private final Calibration before;
    private final List<TunedFactor> knobs;

    public CalibrationFit(Calibration before) {
        this(before, TunedFactor.of(before));
    }

    CalibrationFit(Calibration before, List<TunedFactor> knobs) {
        this.before = before;
        this.knobs = knobs;
    }

    /** The logarithms of the knobs over their values before the fit, where nothing was fitted. */
    public double[] start() {
        return new double[knobs.size()];
    }

    /** The calibration at a point. */
    public Calibration at(double[] point) {
        Map<String, Double> values = new TreeMap<>();
        for (int i = 0; i < point.length; i++) {
            values.put(knobs.get(i).path(), knobs.get(i).before() * Math.exp(point[i]));
        }
        return FactorPaths.with(before, values);
    }

    /** The best point for cases, from a start in so many steps at most. */
    public double[] solve(List<MeasuredCase> cases, double[] start, int steps) {
        return new LeastSquares(new Misses(cases), TOLERANCE).solve(start, steps);
    }

    /** How far forecasts are off at a point, and how far the point is from the values before the fit. */
    private final class Misses implements LeastSquares.Residuals {
        private final List<MeasuredCase> cases;
        private final double[] weights;
        private final List<List<Integer>> touched;

        Misses(List<MeasuredCase> cases) {
            this.cases = cases;
            this.weights = weights(cases);
            this.touched =
                    knobs.stream().map(knob -> touched(knob.path(), cases)).toList();
        }

        // A factor of an engine or a family moves its own rows alone.
        private List<Integer> touched(String path, List<MeasuredCase> rows) {
            List<String> parts = FactorPaths.parts(path);
            Predicate<MeasuredCase> own = switch (parts.get(0)) {
                case "engines" -> one -> one.row().stack().equals(parts.get(1));
                case "families" ->
                    one -> before.familyName(one.chip())
                            .filter(parts.get(1)::equals)
                            .isPresent();
                default -> one -> true;
            };
            return IntStream.range(0, rows.size())
                    .filter(row -> own.test(rows.get(row)))
                    .boxed()
                    .toList();
        }

        @Override
        public double[] at(double[] point) {
            Forecast forecast = new Forecast(CalibrationFit.this.at(point));
            double[] residuals = new double[cases.size() + point.length];
            for (int i = 0; i < cases.size(); i++) {
                residuals[i] = miss(forecast, i);
            }
            for (int i = 0; i < point.length; i++) {
                residuals[cases.size() + i] = point[i] / knobs.get(i).priorDeviation();
            }
            return residuals;
        }

        @Override
        public double[] moved(double[] point, double[] values, int moved) {
            Forecast forecast = new Forecast(CalibrationFit.this.at(point));
            double[] residuals = values.clone();
            touched.get(moved).forEach(row -> residuals[row] = miss(forecast, row));
            residuals[cases.size() + moved] = point[moved] / knobs.get(moved).priorDeviation();
            return residuals;
        }

        private double miss(Forecast forecast, int row) {
            MeasuredCase one = cases.get(row);
            return weights[row]
                    / NOISE
                    * robust(Math.log(forecast.value(one) / one.row().value()));
        }
    }

    static double robust(double distance) {
        double scaled = distance / ROBUST;
        return Math.signum(distance) * ROBUST * Math.sqrt(2 * (Math.sqrt(1 + scaled * scaled) - 1));
    }

    static double[] weights(List<MeasuredCase> cases) {
        Map<List<Object>, Integer> sizes = new HashMap<>();
        cases.forEach(one -> sizes.merge(kind(one), 1, Integer::sum));
        return cases.stream()
                .mapToDouble(one -> Math.min(1, Math.sqrt((double) FULL_WEIGHT / sizes.getOrDefault(kind(one), 1)))
                        * switch (one.row().load()) {
                            case SATURATED -> SOLVED_WEIGHT;
                            case STATIC -> STATIC_WEIGHT;
                            default -> 1;
                        })
                .toArray();
    }

    private static List<Object> kind(MeasuredCase one) {
        Measurement row = one.row();
        return List.of(row.load(), row.metric(), row.chip(), row.model(), row.stack(), row.weights());
    }
}
