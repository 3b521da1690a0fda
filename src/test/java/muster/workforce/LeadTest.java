package muster.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import muster.scenario.Estimate;
import muster.scenario.Worked;
import muster.trace.Curve;
import org.junit.jupiter.api.Test;

/** Leads whose worth is known on paper; a month is the unit, and the rate of work that of the essay. */
final class LeadTest {
    private static final String WORK = "lead.researcher_months";
    private static final double RATE =
            Worked.value("essay-2023", "workforce.researcher_months_per_month", "researcher-month/month");

    @Test
    void aLeadWithoutMoreIsItsLengthTimesTheMonthlyFigureToTheLastBit() {
        for (String months : new String[] {"1", "6", "4.447", "0.3", "17.77"}) {
            Estimate estimate = lead("duration: %s month".formatted(months));

            double monthly = estimate.quantity("workforce.researcher_months_per_month")
                    .orElseThrow()
                    .base();
            double duration = estimate.quantity("lead.duration").orElseThrow().base();
            assertThat(estimate.quantity(WORK).orElseThrow().base()).isEqualTo(monthly * duration);
        }
    }

    @Test
    void certainSurvivalAndGrowthByOneChangeNoBit() {
        double plain = value(lead("duration: 6 month"), WORK);

        assertThat(value(lead("duration: 6 month, monthly_survival: 100%"), WORK))
                .isEqualTo(plain);
        assertThat(value(lead("duration: 6 month, fleet_growth: {chips: {factor: 1, every: 1 year}}"), WORK))
                .isEqualTo(plain);
        assertThat(value(lead("duration: 6 month, productivity: {times: 1}, rivals_pace: 100%"), WORK))
                .isEqualTo(plain);
    }

    @Test
    void aMonthlySurvivalOfNinetyPercentMakesSixMonths4447() {
        Estimate estimate = lead("duration: 6 month, monthly_survival: 90%");

        // (0.9^6 - 1) / ln 0.9, and 0.9^6.
        assertThat(value(estimate, "lead.expected_duration")).isCloseTo(4.447197, within(1e-6));
        assertThat(value(estimate, "lead.not_stolen")).isCloseTo(0.531441, within(1e-12));
        assertThat(value(estimate, WORK)).isCloseTo(RATE * 4.447197, withinPercentage(1e-4));
        assertThat(value(estimate, "lead.ends")).isEqualTo(6);
    }

    @Test
    void aFleetGrowsOnAsTheCatalogCountsIt() {
        Estimate estimate = Worked.of("microsoft-2025-lead");

        // By hand: 227,035 A100 at 312e12, 917,003 H100 at 989.4e12, 55,416 B200 at 2250e12 and 80,205 MI300X at
        // 1307.4e12 FLOP/s
        // at the end of 2024 make 1.2076637e21, and what Epoch counts a year later 3.1748119e21.
        assertThat(value(estimate, "fleet.growth")).isCloseTo(2.6288874, within(1e-6));
        assertThat(value(estimate, "lead.monthly_growth")).isCloseTo(Math.pow(2.6288874, 30.0 / 365), within(1e-6));
        assertThat(value(estimate, "lead.fleet_at_end")).isCloseTo(Math.pow(2.6288874, 180.0 / 365), within(1e-6));
    }

    @Test
    void growthAsBeforeNeedsAPast() {
        assertThatThrownBy(() -> lead("duration: 6 month, fleet_growth: {chips: as-before}"))
                .hasMessageContaining("fleet.grown_since is missing");
        assertThatThrownBy(() -> Worked.of("microsoft-2025-lead", "fleet.grown_since=2025-12-31"))
                .hasMessageContaining("not before 2025-12-31");
        assertThatThrownBy(() -> Worked.of("microsoft-2025-lead", "fleet.as_of=2026-06-30"))
                .hasMessageContaining(
                        "[grown-since] growth is told to 2026-06-30, and not all of these chips are counted after 2025-12-31. Maybe fleet.as_of: 2025-12-31?");
        assertThatThrownBy(() -> Worked.of("microsoft-2025-lead", "lead.fleet_growth={chips: as-befor}"))
                .hasMessageContaining("needs one of factor, as-before");
    }

    @Test
    void survivalRunsOnWithinAMonth() {
        // (0.9^0.5 - 1) / ln 0.9.
        assertThat(value(lead("duration: 0.5 month, monthly_survival: 90%"), "lead.expected_duration"))
                .isCloseTo(0.487058, within(1e-6));
    }

    @Test
    void whatIsStolenWhileTheLeaderStillMovesIsLostToo() {
        Estimate estimate = lead("duration: 6 month, after: 2 month, monthly_survival: 90%");

        assertThat(value(estimate, "lead.ends")).isEqualTo(8);
        assertThat(value(estimate, "lead.not_stolen")).isCloseTo(0.43046721, within(1e-12));
        // 0.9^2 of 4.447197.
        assertThat(value(estimate, "lead.expected_duration")).isCloseTo(3.602230, within(1e-6));
    }

    @Test
    void halfPaceLastsTwiceAsLongAndGivesTheSameUnlessSomethingIsStolen() {
        Estimate slow = lead("duration: 6 month, slowing: {half: {pace: 50%, lasts: 12 month}}");
        Estimate risky =
                lead("duration: 6 month, monthly_survival: 90%, slowing: {half: {pace: 50%, lasts: 12 month}}");

        assertThat(value(slow, "lead.ends")).isCloseTo(12, within(1e-12));
        assertThat(value(slow, WORK)).isCloseTo(6 * RATE, withinPercentage(1e-9));
        // Half of (0.9^12 - 1) / ln 0.9.
        assertThat(value(risky, WORK)).isCloseTo(RATE * 3.405310, withinPercentage(1e-4));
    }

    @Test
    void aStageEndsWithTheLeadAndThePauseTakesWhatItLeaves() {
        Estimate estimate = lead(
                "duration: 6 month, slowing: {brisk: {pace: 75%, lasts: 4 month}, slow: {pace: 50%, lasts: 1 year}}");

        // A quarter of four months, then half of ten: nothing is left to pause.
        assertThat(value(estimate, "lead.slowing.brisk.lasted")).isCloseTo(4, within(1e-12));
        assertThat(value(estimate, "lead.slowing.slow.lasted")).isCloseTo(10, within(1e-12));
        assertThat(value(estimate, "lead.pause.lasted")).isCloseTo(0, within(1e-12));
        assertThat(value(estimate, "lead.ends")).isCloseTo(14, within(1e-12));
    }

    @Test
    void leaksAndTheRivalsPaceStretchTheLead() {
        assertThat(value(lead("duration: 6 month, leakage: {lost: 25%}"), WORK))
                .isCloseTo(4.5 * RATE, withinPercentage(1e-9));
        assertThat(value(lead("duration: 6 month, leakage: {speedup: 1.5}"), WORK))
                .isCloseTo(4 * RATE, withinPercentage(1e-9));
        assertThat(value(lead("duration: 6 month, rivals_pace: 50%"), "lead.full_pause"))
                .isCloseTo(12, within(1e-12));
        Estimate both = lead("duration: 6 month, rivals_pace: 50%, leakage: {speedup: 1.5}");
        assertThat(value(both, "lead.full_pause")).isCloseTo(8, within(1e-12));
        // A month more of lead is a month and a third of pause.
        assertThat(value(both, "lead.worth_of_a_month")).isCloseTo(RATE * 4 / 3, withinPercentage(1e-9));
    }

    @Test
    void productivityRisesFromTheFirstDayOfSlowingAndTheFleetFromNow() {
        Estimate rising = lead("duration: 6 month, after: 3 month, productivity: {factor: 4, every: 6 month}");
        Estimate growing =
                lead("duration: 6 month, after: 3 month, fleet_growth: {chips: {factor: 4, every: 6 month}}");

        // (4 - 1) / (ln 4 / 6 months); the fleet has doubled before.
        assertThat(value(rising, WORK)).isCloseTo(RATE * 12.984255, withinPercentage(1e-4));
        assertThat(value(growing, WORK)).isCloseTo(RATE * 2 * 12.984255, withinPercentage(1e-4));
        assertThat(value(rising, "lead.productivity_at_end")).isCloseTo(4, within(1e-12));
        assertThat(value(growing, "lead.fleet_at_end")).isCloseTo(8, within(1e-12));
        assertThat(value(lead("duration: 6 month, productivity: {times: 1000}"), WORK))
                .isCloseTo(6000 * RATE, withinPercentage(1e-9));
    }

    @Test
    void theCurvesEndWhereTheRecordDoes() {
        Estimate estimate = lead(
                "duration: 6 month, after: 1 month, monthly_survival: 90%, slowing: {half: {pace: 50%, lasts: 2 month}}");

        // One month before, two at half pace, five of pause.
        assertThat(points(estimate, "lead.research_part"))
                .containsExactly(new double[] {0, 0.5, 0.5, 1, 1, 1, 1, 1}, within(1e-12));
        double[] cumulative = points(estimate, "lead.cumulative");
        assertThat(cumulative[0]).isZero();
        assertThat(cumulative[7]).isCloseTo(value(estimate, WORK), withinPercentage(1e-9));
        assertThat(points(estimate, "lead.by_length")[5]).isCloseTo(value(estimate, WORK), withinPercentage(1e-9));
        assertThat(points(estimate, "lead.not_stolen")[7]).isCloseTo(0.43046721, within(1e-12));
    }

    @Test
    void theMonthsOfALeadAddUpToItsWorth() {
        Estimate estimate = lead("duration: 6 month, monthly_survival: 90%, productivity: {factor: 3, every: 5 month}");

        double sum = 0;
        double[] worth = points(estimate, "lead.worth_by_length");
        for (int month = 0; month < 6; month++) {
            sum += worth[month];
        }
        assertThat(sum).isCloseTo(value(estimate, WORK), withinPercentage(1e-9));
    }

    @Test
    void ofALongLeadTheLastMonthIsStillOneMonth() {
        Estimate plain = lead("duration: 60 month");
        Estimate risky = lead("duration: 60 month, monthly_survival: 90%");

        // 60 months are told every third; the worth is of one month all the same.
        assertThat(points(plain, "lead.worth_by_length")).hasSize(20);
        assertThat(points(plain, "lead.worth_by_length")[19]).isCloseTo(RATE, withinPercentage(1e-9));
        // (0.9^59 - 0.9^60) / -ln 0.9.
        assertThat(points(risky, "lead.worth_by_length")[19]).isCloseTo(RATE * 0.0018950914, withinPercentage(1e-4));
    }

    @Test
    void nothingIsStolenAfterTheEnd() {
        // The last point is the seventh month, half a month after the end: 0.9^6.5.
        assertThat(points(lead("duration: 6.5 month, monthly_survival: 90%"), "lead.not_stolen"))
                .hasSize(7)
                .endsWith(new double[] {0.5041692}, within(1e-7));
    }

    @Test
    void theCurvesReachAsFarAsTheLeadAtTheUpperEndOfItsDuration() {
        // A lognormal with its 5th and 95th percentile; its 90th is at 15.2 months, its 99th at 31.
        assertThat(points(lead("duration: 2 to 19.5 month"), "lead.cumulative")).hasSize(20);
        assertThat(points(lead("duration: 19.5 month"), "lead.cumulative")).hasSize(20);
        assertThat(points(lead("duration: 12 month"), "lead.cumulative")).hasSize(12);
    }

    private static double[] points(Estimate estimate, String curve) {
        return estimate.curve(curve).orElseThrow().points().stream()
                .mapToDouble(Curve.Point::value)
                .toArray();
    }

    private static double value(Estimate estimate, String figure) {
        return estimate.step(figure)
                .orElseThrow(() -> new AssertionError("no " + figure))
                .value();
    }

    private static Estimate lead(String keys) {
        return Worked.of("essay-2023", "lead={%s}".formatted(keys));
    }
}
