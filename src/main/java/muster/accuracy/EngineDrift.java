package muster.accuracy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import muster.accuracy.measurement.Measurement;
import muster.accuracy.measurement.Metric;

/**
 * How far measured values of one configuration lie apart between versions of an engine, or between months.
 *
 * <pre>
 * d = the 90th percentile of |ln(a/b)|/sqrt(months between a and b) over that of a normal distribution
 * </pre>
 *
 * <p>so that a forecast for a month that lies m months beyond the rows has d^2 m more of variance. Rows of one configuration agree
 * in everything that was set: chips, model, formats, layout, load, lengths and metric. First tokens are not looked at: under load they
 * wait, by more than versions differ.
 *
 * @param pairs every two rows of one configuration whose versions or months differ
 */
public record EngineDrift(List<Pair> pairs) {
    private static final double PART = 0.9;

    public EngineDrift {
        pairs = List.copyOf(pairs);
    }

    /**
     * Two rows of one configuration.
     *
     * @param engine the engine
     * @param distance the size of the logarithm of one value over the other
     * @param months how many months lie between them, where both have a date
     */
    public record Pair(String engine, double distance, OptionalInt months) {}

    /** The pairs among rows. */
    public static EngineDrift of(List<Measurement> rows) {
        Map<List<Object>, List<Measurement>> alike = new HashMap<>();
        List<List<Measurement>> groups = new ArrayList<>();
        for (Measurement row : rows) {
            if (row.metric() == Metric.TTFT_MS) {
                continue;
            }
            alike.computeIfAbsent(configuration(row), key -> {
                        List<Measurement> group = new ArrayList<>();
                        groups.add(group);
                        return group;
                    })
                    .add(row);
        }
        List<Pair> pairs = new ArrayList<>();
        for (List<Measurement> group : groups) {
            for (int i = 0; i < group.size(); i++) {
                for (int j = i + 1; j < group.size(); j++) {
                    add(pairs, group.get(i), group.get(j));
                }
            }
        }
        return new EngineDrift(pairs);
    }

    private static void add(List<Pair> pairs, Measurement one, Measurement other) {
        OptionalInt months = one.month().isPresent() && other.month().isPresent()
                ? OptionalInt.of(Math.abs(months(one) - months(other)))
                : OptionalInt.empty();
        boolean versions = !one.version().isEmpty()
                && !other.version().isEmpty()
                && !one.version().equals(other.version());
        if (versions || months.orElse(0) > 0) {
            pairs.add(new Pair(one.stack(), Math.abs(Math.log(one.value() / other.value())), months));
        }
    }

    private static int months(Measurement row) {
        return row.month()
                .map(month -> 12 * month.getYear() + month.getMonthValue())
                .orElseThrow();
    }

    private static List<Object> configuration(Measurement row) {
        return List.of(
                row.chip(),
                row.chips(),
                row.model(),
                row.weights(),
                row.cache(),
                row.stack(),
                row.layout(),
                row.load(),
                row.requests(),
                row.prompt(),
                row.output(),
                row.drafted(),
                row.acceptance(),
                row.prefill(),
                row.traffic(),
                row.metric());
    }

    /** The standard deviation of the logarithm a month apart, d; 0 where no two rows of one configuration have months that differ. */
    public double perMonth() {
        double[] distances = pairs.stream()
                .filter(pair -> pair.months().orElse(0) > 0)
                .mapToDouble(pair -> pair.distance() / Math.sqrt(pair.months().getAsInt()))
                .toArray();
        return distances.length == 0 ? 0 : Score.quantile(distances, PART) / ErrorBands.NINETY;
    }

    /** The pairs of each engine, by name. */
    public Map<String, EngineDrift> byEngine() {
        Map<String, List<Pair>> engines = new TreeMap<>();
        pairs.forEach(pair -> engines.computeIfAbsent(pair.engine(), name -> new ArrayList<>())
                .add(pair));
        Map<String, EngineDrift> drifts = new TreeMap<>();
        engines.forEach((engine, own) -> drifts.put(engine, new EngineDrift(own)));
        return drifts;
    }

    /** A quantile of how far two values lie apart, as a part: 0.04 for 4%. Of at least one pair. */
    public double apart(double quantile) {
        return Math.expm1(
                Score.quantile(pairs.stream().mapToDouble(Pair::distance).toArray(), quantile));
    }
}
