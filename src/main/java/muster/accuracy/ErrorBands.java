package muster.accuracy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import muster.inference.calibration.Calibration;
import muster.inference.calibration.Regime;

/**
 * The intervals that the model states with its values: nine of ten measurements lie within {@code model * exp(+-1.645 s)}, with
 * s of the regime from the errors on chips that the fit did not see.
 */
final class ErrorBands {
    /** Half the width of a central 90% interval of a normal distribution, in standard deviations. */
    static final double NINETY = 1.6448536269514722;

    private ErrorBands() {}

    /** The standard deviations of the logarithm by regime, from rows with values of a fit without their chip. */
    static Map<Regime, Double> of(List<ScoredMeasurement> rows) {
        Map<Regime, Double> sigmas = new EnumMap<>(Regime.class);
        double all = sigma(rows);
        for (Regime regime : Regime.values()) {
            List<ScoredMeasurement> own =
                    rows.stream().filter(row -> row.regime() == regime).toList();
            sigmas.put(regime, own.size() < Calibration.FEWEST_ROWS ? all : sigma(own));
        }
        return sigmas;
    }

    private static double sigma(List<ScoredMeasurement> rows) {
        ToDoubleFunction<ScoredMeasurement> distance = row -> Math.abs(Math.log(row.ratioWithoutChip()));
        return Score.quantile(rows.stream().mapToDouble(distance).toArray(), 0.9) / NINETY;
    }

    /**
     * The part of rows within their band, where neither the value nor the width of the band comes from rows of the same chip.
     */
    static double coverage(List<ScoredMeasurement> rows) {
        Map<String, Map<Regime, Double>> byChip = new TreeMap<>();
        Predicate<ScoredMeasurement> within = row -> {
            Map<Regime, Double> sigmas = byChip.computeIfAbsent(
                    row.row().chip(),
                    chip -> of(rows.stream()
                            .filter(other -> !other.row().chip().equals(chip))
                            .toList()));
            return Math.abs(Math.log(row.ratioWithoutChip())) <= NINETY * sigmas.getOrDefault(row.regime(), 0.0);
        };
        return (double) rows.stream().filter(within).count() / rows.size();
    }
}
