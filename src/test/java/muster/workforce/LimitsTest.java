package muster.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import muster.scenario.Estimate;
import muster.scenario.Worked;
import org.junit.jupiter.api.Test;

/** Supervision, returns, automation and the safety tax, on the essay's 43,618.6 heads and speed-up of 15. */
final class LimitsTest {
    private static final String HEADS = "workforce.parallel_researchers";
    private static final String SPEEDUP = "workforce.serial_speedup";
    private static final String SPEEDUP_UNIT = "researcher-month/researcher/month";
    private static final String RESEARCH = "workforce.research_speedup";

    @Test
    void supervisorsCapHeadsAndTheReportNamesTheCap() {
        Estimate estimate = Worked.of("essay-2023", "workforce.supervision={supervisors: 1000, directs: 10}");

        assertThat(estimate.quantity(HEADS).orElseThrow().in("researcher")).isEqualTo(10_000);
        assertThat(estimate.quantity("workforce.unsupervised_researchers")
                        .orElseThrow()
                        .in("researcher"))
                .isCloseTo(43_618.6, withinPercentage(1e-3));
        assertThat(estimate.quantity(SPEEDUP).orElseThrow().in(SPEEDUP_UNIT)).isCloseTo(15, within(1e-9));
        assertThat(estimate.warnings()).anySatisfy(warning -> {
            assertThat(warning.code()).isEqualTo("supervision-binds");
            assertThat(warning.message()).contains("1,000", "10,000", "43,619");
        });
    }

    @Test
    void enoughSupervisorsCapNothing() {
        Estimate estimate = Worked.of("essay-2023", "workforce.supervision={supervisors: 5000, directs: 10}");

        assertThat(estimate.quantity(HEADS).orElseThrow().in("researcher")).isCloseTo(43_618.6, withinPercentage(1e-3));
        assertThat(Worked.warnings(estimate)).doesNotContain("supervision-binds");
    }

    @Test
    void workThatWaitsForHumansKeepsTheirPace() {
        // 1 / (0.9 / 15 + 0.1 / 1) = 6.25
        double speedup = Worked.value(
                "essay-2023",
                SPEEDUP,
                SPEEDUP_UNIT,
                "workforce.supervision={supervisors: 1e6, directs: 10, waits: 10%}");

        assertThat(speedup).isCloseTo(6.25, within(1e-9));
    }

    @Test
    void diminishingReturnsActOnHeadsAndLeaveTheWorkAlone() {
        String returns = "workforce.diminishing_returns={exponent: 0.5, reference: 100}";

        // 100 sqrt(43618.6 / 100) = 2088.5
        assertThat(Worked.value("essay-2023", "workforce.effective_researchers", "researcher", returns))
                .isCloseTo(2088.5, withinPercentage(0.01));
        assertThat(Worked.value(
                        "essay-2023", "workforce.researcher_months_per_month", "researcher-month/month", returns))
                .isCloseTo(654_279, withinPercentage(1e-3));
    }

    @Test
    void theSafetyTaxTakesItsPartOfTheHeads() {
        assertThat(Worked.value("essay-2023", HEADS, "researcher", "workforce.safety_tax=25%"))
                .isCloseTo(0.75 * 43_618.6, withinPercentage(1e-3));
    }

    @Test
    void amdahlLeavesTheRestToHumans() {
        // R = 654279 / 1000; 1 / (0.2 + 0.8 / R) = 4.9696
        assertThat(Worked.value(
                        "essay-2023",
                        RESEARCH,
                        "1",
                        "workforce.automation={part: 80%, rest: {method: amdahl, humans: 1000}}"))
                .isCloseTo(1 / (0.2 + 0.8 / 654.279), withinPercentage(1e-3));
    }

    @Test
    void substitutableTasksDoWithoutTheRestAndComplementaryOnesTendToAmdahl() {
        double ratio = 654.279;
        double perfect = Worked.value(
                "essay-2023",
                RESEARCH,
                "1",
                "workforce.automation={part: 80%, rest: {method: ces, humans: 1000, rho: 0.999999}}");
        double complements = Worked.value(
                "essay-2023",
                RESEARCH,
                "1",
                "workforce.automation={part: 80%, rest: {method: ces, humans: 1000, rho: -2000}}");

        // Perfect substitutes add up: humans and AIs together over humans.
        assertThat(perfect).isCloseTo(1 + ratio, withinPercentage(0.01));
        // No substitution at all: the humans' fifth of the tasks holds everything up.
        assertThat(complements).isCloseTo(5, withinPercentage(0.5));
    }

    @Test
    void anAiDoesTheTasksUpToItsReachAndNoneBeyond() {
        String lengths =
                "lengths: {minutes: {length: 10 min, part: 20%}, day: {length: 8 h, part: 30%}, month: {length: 160 h, part: 50%}}";
        String rest = "rest: {method: amdahl, humans: 1000}";

        assertThat(part("7 h", lengths, rest)).isCloseTo(0.2, within(1e-12));
        assertThat(part("8 h", lengths, rest)).isCloseTo(0.5, within(1e-12));
        assertThat(part("200 h", lengths, rest)).isCloseTo(1, within(1e-12));
    }

    private static double part(String reach, String lengths, String rest) {
        return Worked.value(
                "essay-2023",
                "workforce.automated_part",
                "1",
                "workforce.automation={reach: %s, %s, %s}".formatted(reach, lengths, rest));
    }
}
