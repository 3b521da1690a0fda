package muster.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import muster.scenario.Estimate;
import muster.scenario.Worked;
import org.junit.jupiter.api.Test;

final class WorkforceTest {
    private static final String RESEARCHERS = "workforce.parallel_researchers";
    private static final String SPEEDUP = "workforce.serial_speedup";
    private static final String MONTHS = "workforce.researcher_months_per_month";
    private static final String SECONDS = "workforce.researcher_seconds_per_second";
    private static final String MONTH = "workforce.researcher_month";

    @Test
    void theRoundedThroughputOfTheEssayIs46000ResearchersAtFifteenTimesTheSpeed() {
        Estimate estimate = workforce(2.3e7, 50, 100, 10, "8 h/day", "24 h/day");

        assertThat(value(estimate, RESEARCHERS)).isCloseTo(46_000, withinPercentage(1e-9));
        assertThat(value(estimate, SPEEDUP)).isCloseTo(15, withinPercentage(1e-9));
        assertThat(value(estimate, MONTHS)).isCloseTo(690_000, withinPercentage(1e-9));
        assertThat(value(estimate, SECONDS)).isCloseTo(230_000, withinPercentage(1e-9));
        assertThat(value(estimate, MONTH)).isCloseTo(864_000, withinPercentage(1e-9));
    }

    @Test
    void aYearOfTwoThousandHoursChangesTheSpeedUpAndNotTheHeads() {
        // 2000 / 12 / 30 hours a day: 600,000 researcher-seconds a month; 5 * 2,592,000 / 600,000 = 21.6.
        Estimate estimate = workforce(2.3e7, 50, 100, 10, "5.555555555555556 h/day", "24 h/day");

        assertThat(value(estimate, MONTH)).isCloseTo(600_000, withinPercentage(1e-9));
        assertThat(value(estimate, RESEARCHERS)).isCloseTo(46_000, withinPercentage(1e-9));
        assertThat(value(estimate, SPEEDUP)).isCloseTo(21.6, withinPercentage(1e-9));
        assertThat(value(estimate, MONTHS)).isCloseTo(993_600, withinPercentage(1e-9));
    }

    @Test
    void hoursByTheYearAreATwelfthToTheMonth() {
        Estimate estimate = workforce(2.3e7, 50, 100, 10, "2000 h/year", "24 h/day");

        assertThat(value(estimate, MONTH)).isCloseTo(600_000, withinPercentage(1e-9));
        assertThat(value(estimate, RESEARCHERS)).isCloseTo(46_000, withinPercentage(1e-9));
        assertThat(value(estimate, MONTHS)).isCloseTo(993_600, withinPercentage(1e-9));
    }

    @Test
    void humansWhoNeverRestMakeAThirdOfTheResearcherMonthsAndAsManyHeads() {
        Estimate restless = workforce(2.3e7, 50, 100, 10, "24 h/day", "24 h/day");

        assertThat(value(restless, RESEARCHERS)).isCloseTo(46_000, withinPercentage(1e-9));
        assertThat(value(restless, SPEEDUP)).isCloseTo(5, withinPercentage(1e-9));
        assertThat(value(restless, MONTHS)).isCloseTo(230_000, withinPercentage(1e-9));
    }

    @Test
    void aisThatWorkHalfTheDayDoHalfTheWorkOfAMonthWithAsManyHeads() {
        Estimate half = workforce(2.3e7, 50, 100, 10, "8 h/day", "12 h/day");

        assertThat(value(half, RESEARCHERS)).isCloseTo(46_000, withinPercentage(1e-9));
        assertThat(value(half, SPEEDUP)).isCloseTo(7.5, withinPercentage(1e-9));
        assertThat(value(half, MONTHS)).isCloseTo(345_000, withinPercentage(1e-9));
    }

    @Test
    void theIdentitiesHoldForAnyWorkforce() {
        SplittableRandom random = new SplittableRandom(17);
        for (int i = 0; i < 200; i++) {
            double throughput = Math.pow(10, 3 + 8 * random.nextDouble());
            double speed = 1 + 300 * random.nextDouble();
            double rate = 1 + 1000 * random.nextDouble();
            double streams = 1 + 50 * random.nextDouble();
            double human = 1 + 23 * random.nextDouble();
            double ai = 1 + 23 * random.nextDouble();

            Estimate estimate = workforce(throughput, speed, rate, streams, human + " h/day", ai + " h/day");

            double heads = value(estimate, RESEARCHERS);
            double speedup = value(estimate, SPEEDUP);
            double months = value(estimate, MONTHS);
            double seconds = value(estimate, SECONDS);
            assertThat(heads * streams).as("case %d", i).isCloseTo(throughput / speed, withinPercentage(1e-9));
            assertThat(months).as("case %d", i).isCloseTo(heads * speedup, withinPercentage(1e-9));
            assertThat(seconds * rate).as("case %d", i).isCloseTo(throughput, withinPercentage(1e-9));
            // A month of the clock is 30 days; of them the AIs work their hours and a researcher-month has the humans'.
            double clock = 30 * 24 * 3600;
            double working = 30 * human * 3600;
            assertThat(months)
                    .as("case %d", i)
                    .isCloseTo(seconds * (ai / 24) * clock / working, withinPercentage(1e-9));
        }
    }

    // Copies of a stated number give any throughput at any speed.
    private static Estimate workforce(
            double throughput, double speed, double rate, double streams, String human, String ai) {
        return Worked.of(
                "gpt-2030",
                "inference.throughput.copies=" + throughput / speed,
                "inference.serial_speed=" + speed + " token/s",
                "workforce.tokens_per_researcher_second=" + rate + " token/researcher-second",
                "workforce.streams=" + streams,
                "workforce.calendar.human=" + human,
                "workforce.calendar.ai=" + ai);
    }

    private static double value(Estimate estimate, String name) {
        return estimate.step(name).orElseThrow().value();
    }
}
