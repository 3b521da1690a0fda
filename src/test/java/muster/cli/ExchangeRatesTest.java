package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One scenario under every exchange rate of the catalog. */
final class ExchangeRatesTest {
    private static final String OWN = "(the scenario's own)";

    @TempDir
    private Path folder;

    private static JsonNode json(String... more) {
        List<String> words =
                new ArrayList<>(List.of("estimate", "serve-llama-70b", "--exchange-rates", "--format", "json"));
        words.addAll(List.of(more));
        return Cli.good(words.toArray(String[]::new)).result();
    }

    @Test
    void eachRateSaysWhatTheScenarioSaysUnderIt() {
        // Below a line with the kind stands one for each rate; the scenario's own is one more row.
        long rows = Cli.good("catalog", "list", "exchange-rate").out().lines().count();
        JsonNode rates = json().path("exchange_rates");

        assertThat(rates.size()).isEqualTo((int) rows).isGreaterThanOrEqualTo(8);
        double before = 0;
        for (JsonNode rate : rates) {
            String id = rate.path("exchange_rate").asString();
            String workforce = id.equals(OWN)
                    ? "workforce.streams=10"
                    : "workforce=!replace {exchange_rate: %s, calendar: {human: 8 h/day, ai: 24 h/day}}".formatted(id);
            Cli.Run alone = Cli.good("estimate", "serve-llama-70b", "--set", workforce, "--format", "json");
            for (String figure : List.of(
                    "workforce.parallel_researchers",
                    "workforce.serial_speedup",
                    "workforce.researcher_months_per_month",
                    "workforce.rent_per_researcher_month",
                    "workforce.energy_per_researcher_month",
                    "workforce.streams")) {
                assertThat(rate.path("quantities").path(figure).path("value").asDouble())
                        .as("%s of %s", figure, id)
                        .isEqualTo(alone.value(figure));
            }
            double months = alone.value("workforce.researcher_months_per_month");
            assertThat(1 / months).as("order of %s", id).isGreaterThanOrEqualTo(before * (1 - 1e-12));
            before = 1 / months;
        }
    }

    @Test
    void aTokenASecondAndAHundredAreAHundredTimesTheWorkApart() {
        JsonNode rates = json().path("exchange_rates");

        // Nesov 1 token a second, Finnveden 100.
        assertThat(months(rates, "nesov-2025") / months(rates, "finnveden-2023"))
                .isCloseTo(100, withinPercentage(1e-9));
        // METR 1e5 to 1e6 tokens an hour: the middle by size is 10^5.5.
        assertThat(months(rates, "nesov-2025") / months(rates, "metr-gpt-5"))
                .isCloseTo(Math.pow(10, 5.5) / 3600, withinPercentage(1e-6));
    }

    private static double months(JsonNode rates, String id) {
        for (JsonNode rate : rates) {
            if (rate.path("exchange_rate").asString().equals(id)) {
                return rate.path("quantities")
                        .path("workforce.researcher_months_per_month")
                        .path("value")
                        .asDouble();
            }
        }
        throw new AssertionError("no " + id);
    }

    @Test
    void aRateThatTheScenarioNamesIsItsOwnAndStandsOnce() {
        String out =
                Cli.good("estimate", "world-2025-serve", "--exchange-rates").out();

        assertThat(out.lines().filter(line -> line.startsWith("metr-gpt-5")))
                .singleElement()
                .asString()
                .startsWith("metr-gpt-5 (the scenario's)");
        assertThat(out)
                .contains("rates count different tokens", "measured, second-hand", "not-stated", "USD/researcher-month")
                .doesNotContain(OWN);
    }

    @Test
    void ratesOfTheUsersFileAreAmongThem() throws IOException {
        Path file = folder.resolve("own.yaml");
        Files.writeString(file, """
                schema: exchange-rate/v1
                id: my-rate
                title: Mine
                tokens_per_researcher_second: 7 token/researcher-second
                counts: prompt-and-generated
                ---
                schema: scenario/v1
                id: mine
                extends: essay-2023
                """);

        assertThat(Cli.good("estimate", file.toString(), "--exchange-rates", "--format", "markdown")
                        .out())
                .contains("| my-rate | 7 | 1 | prompt-and-generated |");
    }

    @Test
    void sampledRatesHaveIntervals() {
        String csv = Cli.good(
                        "estimate", "essay-2023", "--exchange-rates", "--samples", "1024", "--quiet", "--format", "csv")
                .out();

        assertThat(csv.lines().findFirst().orElseThrow())
                .isEqualTo(
                        "scenario,exchange_rate,tokens_counted,tier,evidence,quality_counted,name,value,p5,p50,p95,unit,catalog");
        assertThat(csv)
                .containsPattern(
                        "essay-2023,metr-gpt-5,not-stated,measured,second-hand,false,workforce.researcher_months_per_month,[0-9.e]+,[0-9.e]+,[0-9.e]+,[0-9.e]+,");
    }

    @Test
    void anElasticityCountsWhereARateNamesAModel() {
        String workforce =
                "workforce=!replace {exchange_rate: finnveden-2023, elasticity: 0.5, calendar: {human: 8 h/day, ai: 24 h/day}}";
        JsonNode rates = Cli.good(
                        "estimate", "essay-2023-scaled", "--set", workforce, "--exchange-rates", "--format", "json")
                .result()
                .path("exchange_rates");
        JsonNode fixed = Cli.good("estimate", "essay-2023-scaled", "--exchange-rates", "--format", "json")
                .result()
                .path("exchange_rates");

        assertThat(months(rates, "nesov-2025")).isEqualTo(months(fixed, "nesov-2025"));
        // FLOP per researcher-second fall as 1000^0.5, and FLOP per token rise as much.
        assertThat(months(rates, "finnveden-2023") / months(fixed, "finnveden-2023"))
                .isCloseTo(1000, withinPercentage(0.1));
        for (JsonNode rate : rates) {
            String id = rate.path("exchange_rate").asString();
            assertThat(rate.path("quality_counted").asBoolean())
                    .as(id)
                    .isEqualTo(List.of("finnveden-2023", "metr-gpt-5").contains(id));
        }
        assertThat(Cli.good("estimate", "essay-2023-scaled", "--set", workforce, "--exchange-rates")
                        .out())
                .contains("not counted", "does not count the quality");
    }

    @Test
    void whatHasNoResearchersOrIsATableOfItsOwnIsRefused() {
        assertThat(Cli.failed(2, "estimate", "small-model", "--exchange-rates").err())
                .contains("[missing-section]", "small-model makes no researchers");
        assertThat(Cli.failed(2, "estimate", "--exchange-rates", "--explain").err())
                .contains("--exchange-rates is a table of its own");
    }
}
