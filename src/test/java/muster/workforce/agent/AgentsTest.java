package muster.workforce.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import muster.scenario.Estimate;
import muster.scenario.Worked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What agents spend: the published sets, sessions that grow, retries, waits and prices. */
final class AgentsTest {
    private static final double SIX_DIGITS = 5e-4;
    private static final String CALENDAR = "calendar: {human: 8 h/day, ai: 24 h/day}";
    private static final String SIMPLE =
            "steps: 10, first_context: 1000 token, growth: 100 token, written_per_step: 50 token, human_time: 1 h";

    @ParameterizedTest
    @CsvSource({
        "tracelab-2026, cache_hit, 1, 0.958106",
        "tracelab-2026, session.steps, 1, 83.7423",
        "tracelab-2026, session.read, token, 12.8722e6",
        "tracelab-2026, session.new, token, 548652",
        "tracelab-2026, session.written, token, 43821.8",
        "tracelab-2026, step.read, token, 153712",
        "tracelab-2026, step.new, token, 6551.67",
        "tracelab-2026, step.written, token, 523.293",
        "tracelab-2026, blended_price, USD/Mtoken, 0.740615",
        "tracelab-2026, read_per_researcher_hour, token/researcher-hour, 19.7290e6",
        "tracelab-2026, written_per_researcher_hour, token/researcher-hour, 67165",
        "tracelab-2026, session.speed, token/s, 18.6569",
        "tracelab-2026, price_per_researcher_hour, USD/researcher-hour, 14.6614",
        "tracelab-2026, sessions_per_slot, 1, 2.43902",
        "tracelab-2026, prefill_amplification, 1, 5.27569",
        "deepseek-2025, cache_hit, 1, 0.5625",
        "deepseek-2025, price_per_session, USD, 562100",
    })
    void publishedSetsSpendWhatWasReckonedFromThemElsewhere(String set, String figure, String unit, double value) {
        assertThat(agents(set, figure, unit)).isCloseTo(value, withinPercentage(SIX_DIGITS));
    }

    @Test
    void computedTokensAreThoseNewlyReadAndThoseWritten() {
        // 840,910 newly read and 67,165 written in an hour.
        assertThat(agents("tracelab-2026", "computed_per_researcher_hour", "token/researcher-hour"))
                .isCloseTo(840_910 + 67_165, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({"0.908896, 5", "0.928701, 6.25"})
    void theBlendedPriceOfAnAnalystsDayNeedsItsHitRate(double hit, double readPrice) {
        assertThat(agents(
                        "{id: semianalysis-2026, hit: %s, prices: {read: %s USD/Mtoken}}".formatted(hit, readPrice),
                        "blended_price",
                        "USD/Mtoken"))
                .isCloseTo(0.99, withinPercentage(SIX_DIGITS));
    }

    @Test
    void aContextThatGrowsIsReadAgainInEachStep() {
        // 83.7423 steps from 20,000 tokens on: 3,232 more a step are the 12.8722 million that were logged.
        String session =
                "{steps: 83.7423, first_context: 20000 token, growth: 3232 token, written_per_step: 523.293 token, hit: 0.958106, human_time: 1 h}";
        assertThat(agents(session, "session.read", "token")).isCloseTo(12.8722e6, withinPercentage(0.01));
        assertThat(agents(session, "session.written", "token")).isCloseTo(43821.8, withinPercentage(0.01));

        // 1000 + 1100 + .. + 1900, of which a perfect cache computes the last context alone.
        assertThat(agents("{%s}".formatted(SIMPLE), "session.read", "token")).isCloseTo(14_500, within(1e-6));
        assertThat(agents("{%s}".formatted(SIMPLE), "session.new", "token")).isCloseTo(1_900, within(1e-6));
        assertThat(agents("{%s}".formatted(SIMPLE), "cache_hit", "1")).isCloseTo(1 - 1900.0 / 14_500, within(1e-12));
    }

    @Test
    void todaysRatesAreSpecialCasesToTheLastDigit() {
        String agents =
                "{steps: 1, first_context: 1000 token, growth: 0 token, written_per_step: 100 token, human_time: 1 s, sessions_per_researcher: 10}";
        Estimate own = Worked.of("essay-2023");
        Estimate same = Worked.of("essay-2023", section(agents));
        for (String name : new String[] {
            "workforce.tokens_per_researcher_second",
            "workforce.streams",
            "workforce.parallel_researchers",
            "workforce.serial_speedup",
            "workforce.researcher_seconds_per_second",
            "workforce.researcher_months_per_month"
        }) {
            assertThat(same.quantity(name)).as(name).isEqualTo(own.quantity(name));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // METR's horizons in minutes; b = slope * ln 2, by another fit than ours
        "203.013, 38.3124, 0.5763",
        "718.807, 69.8746, 0.4122",
        "119.733, 29.9816, 0.6940",
        "1044.78, 185.912, 0.5566",
    })
    void theSlopeOfSuccessIsThatOfMetr(double h50, double h80, double b) {
        String set = success("1 h", logistic(h50, h80, "checked"));
        assertThat(agents(set, "success.slope", "1") * Math.log(2)).isCloseTo(b, within(5e-5));
        assertThat(agents(success(h50 + " min", logistic(h50, h80, "checked")), "success", "1"))
                .isCloseTo(0.5, within(1e-9));
        assertThat(agents(success(h80 + " min", logistic(h50, h80, "checked")), "success", "1"))
                .isCloseTo(0.8, within(1e-9));
        assertThat(agents(success(h80 + " min", logistic(h50, h80, "checked")), "attempts", "1"))
                .isCloseTo(1.25, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.321928, 0.8", "0.152003, 0.9", "0.0144996, 0.99"})
    void aConstantHazardSucceedsAsOrdHasIt(double partOfHorizon, double chance) {
        String set =
                success(partOfHorizon + " h", "method: constant-hazard, h50: 1 h, as_of: 2026-02-05, retries: checked");
        assertThat(agents(set, "success", "1")).isCloseTo(chance, within(1e-6));
    }

    @Test
    void withoutACheckerMoreAttemptsOnlyCostMore() {
        String once = success("1 h", "method: known-chance, chance: 40%, retries: {blind: 1}");
        String often = success("1 h", "method: known-chance, chance: 40%, retries: {blind: 4}");
        String checked = success("1 h", "method: known-chance, chance: 40%, retries: checked");
        assertThat(agents(once, "attempts", "1")).isCloseTo(2.5, within(1e-12));
        assertThat(agents(often, "attempts", "1")).isCloseTo(10, within(1e-12));
        assertThat(agents(checked, "attempts", "1")).isCloseTo(2.5, within(1e-12));
        assertThat(Worked.warnings(Worked.of("essay-2023", section(often)))).contains("unchecked-results");
        assertThat(Worked.warnings(Worked.of("essay-2023", section(checked)))).doesNotContain("unchecked-results");
        // 500 tokens an hour, ten times.
        assertThat(agents(often, "written_per_researcher_hour", "token/researcher-hour"))
                .isCloseTo(5000, within(1e-9));
    }

    @Test
    void effortBuysHorizonForWrittenTokens() {
        String set = success(
                "2 h",
                "method: constant-hazard, h50: 1 h, as_of: 2026-02-05, retries: checked, effort: {tokens: 4, power: 0.5}");
        assertThat(agents(set, "horizon", "researcher-hour")).isCloseTo(2, within(1e-12));
        assertThat(agents(set, "success", "1")).isCloseTo(0.5, within(1e-12));
        // Four times 500, twice, over two hours.
        assertThat(agents(set, "written_per_researcher_hour", "token/researcher-hour"))
                .isCloseTo(2000, within(1e-9));
    }

    @Test
    void aHorizonBeyondWhatMetrTrustsIsWarnedOf() {
        assertThat(Worked.warnings(
                        Worked.of("essay-2023", section(success("1 h", logistic(1044.78, 185.912, "checked"))))))
                .contains("unreliable-horizon");
        assertThat(Worked.warnings(
                        Worked.of("essay-2023", section(success("1 h", logistic(718.807, 69.8746, "checked"))))))
                .doesNotContain("unreliable-horizon");
    }

    @Test
    void sessionsThatWaitAreMoreHeadsAndNoMoreWork() {
        String idle = "{%s}".formatted(SIMPLE);
        String waiting = "{%s, waiting: {tool_time: 16.8 s, generation_time: 11.5 s}}".formatted(SIMPLE);
        assertThat(agents(waiting, "sessions_per_slot", "1")).isCloseTo(28.3 / 11.5, within(1e-12));
        assertThat(workforce(waiting, "parallel_researchers", "researcher")
                        / workforce(idle, "parallel_researchers", "researcher"))
                .isCloseTo(28.3 / 11.5, within(1e-9));
        assertThat(workforce(waiting, "researcher_months_per_month", "researcher-month/month"))
                .isCloseTo(
                        workforce(idle, "researcher_months_per_month", "researcher-month/month"),
                        withinPercentage(1e-9));
    }

    @Test
    void aBudgetBindsWhereItPaysForFewerSessions() {
        // 14,500 tokens read and 500 written at 1 USD/Mtoken each: 0.015 USD a session, so 3e-5 for a written token.
        // 2.18093e7
        // token/s are 7.85e10 an hour, for USD 2.36 million.
        String priced = "prices: {cached_read: 1 USD/Mtoken, read: 1 USD/Mtoken, written: 1 USD/Mtoken}";
        String half = "{%s, %s, budget: 1177700 USD/h}".formatted(SIMPLE, priced);
        String ample = "{%s, %s, budget: 3e6 USD/h}".formatted(SIMPLE, priced);
        double work = workforce(ample, "researcher_months_per_month", "researcher-month/month");
        assertThat(workforce(half, "researcher_months_per_month", "researcher-month/month") / work)
                .isCloseTo(0.5, within(1e-4));
        assertThat(Worked.warnings(Worked.of("essay-2023", section(half)))).contains("sessions-bound");
        assertThat(Worked.warnings(Worked.of("essay-2023", section(ample)))).doesNotContain("sessions-bound");
    }

    @Test
    void aRateThatCountsOtherTokensIsWarnedOf() {
        for (String rate : new String[] {"metr-gpt-5", "redwood-metr-2026", "semianalysis-opus-4.7"}) {
            assertThat(Worked.warnings(rated(rate))).as(rate).contains("counts-other-tokens");
        }
        for (String rate : new String[] {"finnveden-2023", "epoch-thought-speed", "nesov-2025"}) {
            assertThat(Worked.warnings(rated(rate))).as(rate).doesNotContain("counts-other-tokens");
        }
        assertThat(Worked.warnings(Worked.of("essay-2023", section("tracelab-2026"))))
                .doesNotContain("counts-other-tokens");
        assertThat(Worked.of("essay-2023", section("tracelab-2026")).basis().get("exchange-rate"))
                .contains("tokens counted: written");
    }

    private static Estimate rated(String rate) {
        return Worked.of("essay-2023", "workforce=!replace {exchange_rate: %s, %s}".formatted(rate, CALENDAR));
    }

    private static String success(String humanTime, String success) {
        return "{%s, success: {%s}}".formatted(SIMPLE.replace("human_time: 1 h", "human_time: " + humanTime), success);
    }

    private static String logistic(double h50, double h80, String retries) {
        return "method: logistic, h50: %s min, h80: %s min, as_of: 2026-02-05, retries: %s"
                .formatted(h50, h80, retries);
    }

    private static String section(String agents) {
        return "workforce=!replace {agents: %s, %s}".formatted(agents, CALENDAR);
    }

    private static double agents(String agents, String figure, String unit) {
        return workforce(agents, "agents." + figure, unit);
    }

    private static double workforce(String agents, String figure, String unit) {
        return Worked.of("essay-2023", section(agents))
                .quantity("workforce." + figure)
                .orElseThrow(() -> new AssertionError("no " + figure))
                .in(unit);
    }
}
