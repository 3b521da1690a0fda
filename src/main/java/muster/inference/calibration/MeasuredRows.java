package muster.inference.calibration;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import muster.document.In;
import muster.inference.step.LayoutKind;
import muster.uncertainty.Input;

/**
 * What the rows of a fit are of, so that a forecast can say where it goes beyond them.
 *
 * @param layouts how many rows ran a layout of a kind, by {@link LayoutKind}
 * @param dates how many rows an engine has in a month, by engine and month with an at sign between
 * @param drift how far two dates of one configuration on one engine lie apart: the standard deviation of the logarithm of
 *     measured values a month apart
 */
public record MeasuredRows(
        @In("1") Map<String, Input> layouts,
        @In("1") Map<String, Input> dates,
        @In("1") Input drift) {
    private static final String AT = "@";

    public MeasuredRows {
        layouts = Map.copyOf(layouts);
        dates = Map.copyOf(dates);
        layouts.keySet().forEach(LayoutKind::parse);
        dates.keySet().forEach(MeasuredRows::month);
    }

    /** Counted rows. */
    public static MeasuredRows of(
            Map<LayoutKind, Integer> layouts, Map<String, Map<YearMonth, Integer>> dates, double drift) {
        Map<String, Input> ofLayouts = new HashMap<>();
        layouts.forEach((kind, rows) -> put(ofLayouts, kind.toString(), rows));
        Map<String, Input> ofDates = new HashMap<>();
        dates.forEach((engine, months) -> months.forEach((month, rows) -> put(ofDates, engine + AT + month, rows)));
        return new MeasuredRows(ofLayouts, ofDates, ChipFamilyFactors.one("drift", drift));
    }

    private static void put(Map<String, Input> numbers, String name, int rows) {
        numbers.put(name, ChipFamilyFactors.one(name, rows));
    }

    private static YearMonth month(String name) {
        return DatedEngine.month(name.substring(name.indexOf(AT) + 1))
                .orElseThrow(() -> new IllegalArgumentException(
                        "'%s' is not an engine in a month, as vllm@2026-04".formatted(name)));
    }

    /** How many rows ran layouts of each kind. */
    public Map<LayoutKind, Integer> kinds() {
        Map<LayoutKind, Integer> kinds = new HashMap<>();
        layouts.forEach((name, rows) -> kinds.put(LayoutKind.parse(name), (int) FactorInputs.central(rows)));
        return kinds;
    }

    /** How many rows of each kind ran layouts of one, or of more of all that it is of. */
    public static int covering(LayoutKind kind, Map<LayoutKind, Integer> kinds) {
        int rows = 0;
        for (Map.Entry<LayoutKind, Integer> some : kinds.entrySet()) {
            rows += some.getKey().covers(kind) ? some.getValue() : 0;
        }
        return rows;
    }

    /** The months of an engine's rows; of those of all where the engine is the average. */
    public Optional<MonthRange> months(String engine) {
        return dates.keySet().stream()
                .filter(name -> engine.equals(Calibration.AVERAGE) || name.startsWith(engine + AT))
                .map(MeasuredRows::month)
                .map(month -> new MonthRange(month, month))
                .reduce((one, other) -> one.with(other.first()));
    }

    /** The standard deviation of the logarithm of measured values of one configuration a month apart, d. */
    public double monthlyDrift() {
        return FactorInputs.central(drift);
    }
}
