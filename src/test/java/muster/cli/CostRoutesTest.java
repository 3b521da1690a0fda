package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What tokens and work cost, by every command that says so. */
final class CostRoutesTest {
    // So many chips that whole replicas are no matter.
    private static final String MANY = "1e9";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "llama-3.1-70b, nvidia-h100-sxm, 20",
        "llama-3.1-70b, amd-mi300x, 5",
        "llama-3.1-8b, nvidia-h200-sxm, 60",
        "deepseek-v3, nvidia-b200-sxm, 15",
        // The rent on demand, for want of a contract, and the power of the chip alone.
        "llama-3.1-8b, google-tpu-v6e, 10",
    })
    void anEstimateSaysWhatTheFrontierOfTheChipSays(String model, String chip, String speed) {
        JsonNode best = Cli.good(
                        "throughput",
                        "--model",
                        model,
                        "--chip",
                        chip,
                        "--formats",
                        "fp8",
                        "--context",
                        "in=2048,out=1024",
                        "--max-replica-chips",
                        "16",
                        "--serial-speed",
                        speed,
                        "--format",
                        "json")
                .result()
                .path("best");
        Cli.Run estimate = Cli.good(
                "estimate",
                "serve-llama-70b",
                "--set",
                "fleet=!replace {chips: {%s: %s}}".formatted(chip, MANY),
                "--set",
                "inference=!replace " + serving(model, speed, 16),
                "--format",
                "json");

        assertThat(estimate.value("inference.rent_per_million_tokens"))
                .isPositive()
                .isCloseTo(1e6 * best.path("cost").path("value").asDouble(), withinPercentage(1e-4));
        // 1 J/token is 1e6 / 3.6e6 kWh for a million.
        assertThat(estimate.value("inference.energy_per_million_tokens"))
                .isPositive()
                .isCloseTo(best.path("energy").path("value").asDouble() / 3.6, withinPercentage(1e-4));
    }

    @Test
    void theShadowPriceOfABudgetIsWhatADollarBuysInAnEstimate() throws IOException {
        Path file = folder.resolve("budget.yaml");
        Files.writeString(file, """
                schema: scenario/v1
                id: budget
                title: A budget that does not pay for all chips
                fleet: {chips: {nvidia-h100-sxm: 20000}, per_chip: {nvidia-h100-sxm: {rent: 1.7 USD/h}}}
                workforce:
                  tokens_per_researcher_second: 100 token/researcher-second
                  streams: 10
                  calendar: {human: 8 h/day, ai: 24 h/day}
                allocation:
                  horizon: 30 day
                  period: 30 day
                  existing: {llama-3.1-70b: 6.35e24 FLOP}
                  serve: {serial_speed: 20 token/s, context: {in: 2048 token, out: 1024 token}, formats: [fp8], most_replica_chips: 8}
                  budget: 5e6 USD
                """);
        double monthsPerDollar = Cli.good("allocate", file.toString(), "--format", "json")
                .result()
                .path("prices")
                .path("usd")
                .asDouble();
        Cli.Run estimate = Cli.good(
                "estimate",
                "serve-llama-70b",
                "--set",
                "fleet=!replace {chips: {nvidia-h100-sxm: %s}, per_chip: {nvidia-h100-sxm: {rent: 1.7 USD/h}}}"
                        .formatted(MANY),
                "--set",
                "inference=!replace " + serving("llama-3.1-70b", "20", 8),
                "--format",
                "json");

        assertThat(estimate.value("workforce.rent_per_researcher_month"))
                .isCloseTo(1 / monthsPerDollar, withinPercentage(1e-4));
    }

    private static String serving(String model, String speed, int chips) {
        return "{model: %s, throughput: {method: roofline, serial_speed: at-least %s token/s, context: {in: 2048, out: 1024}, formats: fp8, max_replica_chips: %d}}"
                .formatted(model, speed, chips);
    }
}
