package muster.workforce;

import muster.document.In;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * The section {@code workforce:} of a scenario: what generated tokens are worth in human research.
 *
 * <pre>
 * parallel researchers            = streams / streams per researcher
 * serial speed-up                 = serial speed * streams per researcher / tokens per researcher-second
 *                                   * AI time / researcher-month
 * researcher-months per month     = parallel researchers * serial speed-up
 * researcher-seconds per second   = throughput / tokens per researcher-second
 * </pre>
 *
 * Parallel researchers are heads and know no calendar; the serial speed-up holds the ratio of the calendars.
 *
 * @param tokensPerResearcherSecond generated tokens that do what a human researcher does in a second of work
 * @param streams streams that together stand for one researcher
 * @param calendar when humans and AIs work
 */
public record Workforce(
        @In("token/researcher-second") Input tokensPerResearcherSecond,
        @In(value = "stream/researcher", plain = "1") Input streams,
        Calendar calendar) {

    /**
     * Computes the workforce.
     *
     * @param chain the run
     * @param throughput generated tokens of all streams, in token/s
     * @param serialSpeed generated tokens of one stream, in token/s/stream
     * @param concurrent streams generated at once, in stream
     */
    public void apply(Chain chain, Figure throughput, Figure serialSpeed, Figure concurrent) {
        Figure rate = chain.input(tokensPerResearcherSecond, "x");
        Figure perResearcher = chain.input(streams, "s");
        throughput.over(rate).as("workforce.researcher_seconds_per_second", "", "researcher-second/s");
        Figure researchers = concurrent.over(perResearcher).as("workforce.parallel_researchers", "P", "researcher");
        Figure speedup = serialSpeed
                .times(perResearcher)
                .over(rate)
                .times(calendar.aiTime(chain))
                .over(calendar.researcherMonth(chain))
                .as("workforce.serial_speedup", "Q", "researcher-month/researcher/month");
        researchers.times(speedup).as("workforce.researcher_months_per_month", "W", "researcher-month/month");
    }
}
