package muster.inference.calibration;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.TreeSet;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;

/**
 * The software that serves, and the month that a forecast is for.
 *
 * @param name its name
 * @param factors what it does otherwise
 * @param month the month that was asked for; nothing for that of the rows
 */
public record DatedEngine(String name, EngineFactors factors, Optional<YearMonth> month) {
    /** The one that does nothing otherwise, of no month. */
    public static final DatedEngine AVERAGE =
            new DatedEngine(Calibration.AVERAGE, EngineFactors.AVERAGE, Optional.empty());

    private static final String AT = "@";

    /** The engine that a text names, as {@code vllm} or {@code vllm@2026-04}; what is not known is reported. */
    static Optional<DatedEngine> parse(Text text, Calibration calibration, Problems problems) {
        String[] sides = text.value().split(AT, 2);
        String name = sides[0].strip();
        int before = problems.reports();
        if (!name.equals(Calibration.AVERAGE) && !calibration.engines().containsKey(name)) {
            TreeSet<String> known = new TreeSet<>(calibration.engines().keySet());
            problems.error(
                    "unknown-id",
                    text.place(),
                    "no engine '%s' was measured; there are %s, and %s.%s"
                            .formatted(
                                    name, String.join(", ", known), Calibration.AVERAGE, Nearest.maybe(name, known)));
        }
        Optional<YearMonth> month = sides.length < 2 ? Optional.empty() : month(sides[1].strip());
        if (sides.length == 2 && month.isEmpty()) {
            problems.error(
                    "bad-month",
                    text.place(),
                    "'%s' is not a month after an engine. Maybe %s@%s?"
                            .formatted(
                                    sides[1],
                                    name,
                                    calibration
                                            .rows()
                                            .flatMap(rows -> rows.months(name))
                                            .map(MonthRange::last)
                                            .map(YearMonth::toString)
                                            .orElse("2026-04")));
        }
        return problems.reports() > before
                ? Optional.empty()
                : Optional.of(new DatedEngine(name, calibration.engine(name), month));
    }

    /** A month as {@code 2026-04}. */
    static Optional<YearMonth> month(String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The same with the months of its rows, in words: as {@code vllm, rows of 2025-09 to 2026-04}. */
    public String basis(Calibration calibration) {
        return "%s, %s"
                .formatted(
                        this,
                        calibration
                                .rows()
                                .flatMap(rows -> rows.months(name))
                                .map(range -> "rows of " + range)
                                .orElse("whose rows have no date"));
    }

    /** As it is asked for: {@code vllm@2026-04}. */
    @Override
    public String toString() {
        return name + month.map(asked -> AT + asked).orElse("");
    }
}
