package muster.accuracy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import muster.accuracy.measurement.Metric;
import muster.inference.calibration.Calibration;
import muster.inference.calibration.Regime;

/**
 * The intervals that the model states with its values: nine of ten measurements lie within {@code model * exp(+-1.645 s)}, with
 * s of the regime from the errors on chips that the fit did not see.
 */
final class ErrorBands {
    /** Half the width of a central 90% interval of a normal distribution, in standard deviations. */
    static final double NINETY = 1.6448536269514722;

    // Of fewer rows a 90th percentile says little.
    private static final int FEWEST = 20;

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

    /**
     * How many times wider the errors of each family of chips are than those of its regimes: the 90th percentile of distances over
     * the width of the band, of the rows as a fit forecasts them that saw their model and as one that did not, since both are
     * asked for. A family of fewer than {@value #FEWEST} rows is as the widest that has more.
     *
     * @param rows rows with values of a fit without their model
     * @param sigmas the standard deviations by regime
     * @param families the family by chip
     */
    static Map<String, Double> spreads(
            List<ScoredMeasurement> rows, Map<Regime, Double> sigmas, Map<String, String> families) {
        Map<String, List<Double>> distances = new TreeMap<>();
        rows.stream().filter(row -> row.row().metric() != Metric.TTFT_MS).forEach(row -> {
            String family = families.get(row.row().chip());
            if (family != null) {
                double width = NINETY * sigmas.getOrDefault(row.regime(), Double.NaN);
                distances
                        .computeIfAbsent(family, name -> new ArrayList<>())
                        .addAll(List.of(
                                Math.abs(Math.log(row.ratio())) / width,
                                Math.abs(Math.log(row.ratioWithoutModel())) / width));
            }
        });
        Map<String, Double> spreads = new TreeMap<>();
        distances.forEach((family, own) -> {
            if (own.size() >= 2 * FEWEST) {
                spreads.put(
                        family,
                        Score.quantile(
                                own.stream().mapToDouble(Double::doubleValue).toArray(), 0.9));
            }
        });
        double widest =
                spreads.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        distances.keySet().forEach(family -> spreads.putIfAbsent(family, widest));
        return spreads;
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
