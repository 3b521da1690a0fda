package muster.inference.calibration;

import java.time.YearMonth;
import muster.unit.NumberText;

/**
 * A month that is asked for and in which no row of an engine lies.
 *
 * @param engine the engine
 * @param asked the month
 * @param rows the months of its rows
 */
public record EngineGap(String engine, YearMonth asked, MonthRange rows) {

    /** How many months there are between. */
    public int months() {
        return rows.away(asked);
    }

    /** As {@code no row of vllm after 2026-04, 3 months before what is asked for}. */
    String words() {
        boolean after = asked.isAfter(rows.last());
        String of = engine.equals(Calibration.AVERAGE) ? "any engine" : engine;
        return "no row of %s %s %s, %s %s what is asked for"
                .formatted(
                        of,
                        after ? "after" : "before",
                        after ? rows.last() : rows.first(),
                        months() == 1 ? "1 month" : NumberText.exact(months()) + " months",
                        after ? "before" : "after");
    }
}
