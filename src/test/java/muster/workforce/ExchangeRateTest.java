package muster.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Map;
import muster.scenario.Worked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exchange rates of the catalog, their elasticity, and calendars. */
final class ExchangeRateTest {
    private static final String WORK = "workforce.researcher_seconds_per_second";
    private static final String CALENDAR = "calendar: {human: 8 h/day, ai: 24 h/day}";

    @ParameterizedTest
    @CsvSource({
        // researcher-seconds a second at the essay's 2.18093e7 token/s: the rate in tokens a researcher-hour
        "nesov-2025,3.6e3",
        "epoch-thought-speed,3.0e4",
        "ten-words-per-second,4.8e4",
        "finnveden-2023,3.6e5",
    })
    void ratesSpanTheirOrdersOfMagnitude(String id, double tokensPerHour) {
        assertThat(Worked.value("essay-2023", WORK, "researcher-second/s", workforce(id, "")))
                .isCloseTo(2.18093e7 / tokensPerHour * 3600, withinPercentage(1e-3));
    }

    @Test
    void theEssaysRateFromTheCatalogIsTheEssaysOwn() {
        assertThat(Worked.value(
                        "essay-2023", "workforce.parallel_researchers", "researcher", workforce("finnveden-2023", "")))
                .isCloseTo(43_618.6, withinPercentage(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"-0.5,1", "0,31.6228", "0.5,1000", "1,31622.8"})
    void workPerTokenGrowsWithTheComputeByTheElasticity(double elasticity, double gain) {
        // FLOP per researcher-second fall as C^-e and FLOP per token grow as C^0.5: 1000 times the compute makes a
        // token
        // worth 1000^(e + 0.5) times as much. The fixed rate of the essay is e = -0.5.
        String settings = workforce("finnveden-2023", "elasticity: %s, ".formatted(elasticity));
        double small = tokens("essay-2023", settings);
        double large = tokens("essay-2023-scaled", settings);

        assertThat(small).isCloseTo(100, withinPercentage(0.01));
        assertThat(small / large).isCloseTo(gain, withinPercentage(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "0.5,0.5", "2,2"})
    void theBestSplitSpendsOnTrainingTheElasticityTimesWhatItSpendsOnInference(double elasticity, double best) {
        // A fixed sum is split: the fleet trains for a part of 365 days and serves at a rate of the rest. Work is
        // greatest
        // where training over inference is e (the parity of Epoch 2024: equal at e = 1).
        double at = work(elasticity, best / (1 + best));

        assertThat(at).isGreaterThan(work(elasticity, 0.97 * best / (1 + best)));
        assertThat(at).isGreaterThan(work(elasticity, 1.03 * best / (1 + best)));
    }

    private static double work(double elasticity, double training) {
        double days = 365 * training;
        double rate = Worked.value(
                "essay-2023",
                WORK,
                "researcher-second/s",
                workforce("finnveden-2023", "elasticity: %s, ".formatted(elasticity)),
                "training.duration=" + days + " day");
        return rate * (1 - training);
    }

    @Test
    void aYearOfTwoThousandHoursMultipliesTheSpeedUpAndLeavesHeadsAlone() {
        String year = "workforce.calendar.human=2000 h/year";

        assertThat(Worked.value("essay-2023", "workforce.serial_speedup", "researcher-month/researcher/month", year))
                .isCloseTo(21.6, within(1e-9));
        assertThat(Worked.value("essay-2023", "workforce.parallel_researchers", "researcher", year))
                .isEqualTo(Worked.value("essay-2023", "workforce.parallel_researchers", "researcher"));
        assertThat(Worked.value("essay-2023", "workforce.researcher_months_per_month", "researcher-month/month", year))
                .isCloseTo(1.44 * 654_279, withinPercentage(1e-3));
    }

    @Test
    void headCountsAreComparedWithHeads() {
        Map<String, Double> people = Map.of("ai-safety-2025", 1100.0, "manhattan-project", 125_310.0);

        people.forEach((id, count) -> assertThat(Worked.value("essay-2023", "workforce.compared." + id, "1"))
                .isCloseTo(43_618.6 / count, withinPercentage(1e-3)));
    }

    @Test
    void energyAndRentPerResearcherMonthFollowFromTheChips() {
        // 150,000 and 50,000 chips at 1.73 kW and 30,000 at 2.17 kW are 411.1 MW; 720 h of that over 5.727e6
        // researcher-months is 51.7 kWh. Rent: 195,000 + 80,000 + 87,000 USD/h.
        double months =
                Worked.value("serve-llama-70b", "workforce.researcher_months_per_month", "researcher-month/month");

        assertThat(Worked.value("serve-llama-70b", "workforce.energy_per_researcher_month", "kWh/researcher-month"))
                .isCloseTo(411.1e3 * 720 / months, withinPercentage(1e-6));
        assertThat(Worked.value("serve-llama-70b", "workforce.rent_per_researcher_month", "USD/researcher-month"))
                .isCloseTo(362_000 * 720 / months, withinPercentage(1e-6));
    }

    private static double tokens(String scenario, String settings) {
        return Worked.value(scenario, "workforce.tokens_at_quality", "token/researcher-second", settings);
    }

    private static String workforce(String rate, String more) {
        return "workforce={exchange_rate: %s, %s%s}".formatted(rate, more, CALENDAR);
    }
}
