package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Techniques at equal total budget, over ranges, and on the models that are compared by default. */
class CompareBudgetTest {
    private static final String ESSAY = "essay-2023-measured";
    private static final String MOE = "compare-moe-2026";

    @TempDir
    private Path folder;

    private static JsonNode compare(String... more) {
        return results(more).get(0);
    }

    private static JsonNode results(String... more) {
        List<String> arguments = new ArrayList<>(List.of("compare", "--format", "json"));
        arguments.addAll(List.of(more));
        return Cli.good(arguments.toArray(new String[0])).json().path("results");
    }

    private static JsonNode row(JsonNode json, String technique) {
        for (JsonNode row : json.path("rows")) {
            if (row.path("techniques").size() == (technique.isEmpty() ? 0 : 1)
                    && (technique.isEmpty()
                            || row.path("techniques").get(0).asString().equals(technique))) {
                return row;
            }
        }
        throw new AssertionError("no row of " + technique);
    }

    private static double gain(JsonNode row) {
        return row.path("equal_loss").path("throughput_gain").asDouble();
    }

    private static double training(JsonNode row) {
        return row.path("equal_loss").path("training").path("value").asDouble();
    }

    @Test
    void withoutAScenarioAMixtureOfExpertsAndTheEssaysModelHaveASectionEach() {
        String text = Cli.good("compare").out();
        JsonNode json = results();

        assertThat(text)
                .contains(
                        MOE + ": techniques at equal loss",
                        ESSAY + ": techniques at equal loss",
                        "equal budget",
                        "USD/Mtoken",
                        "J/token",
                        "ranked by the gain at equal total budget",
                        "fp8 is in the base; without it");
        assertThat(json).hasSize(2);
        assertThat(json.get(0).path("scenario").asString()).isEqualTo(MOE);
        // On a chip with arithmetic in four bits they win, and what the model has already is compared with the model
        // without.
        assertThat(gain(row(json.get(0), "fp4"))).isGreaterThan(1.05);
        assertThat(gain(row(json.get(1), "fp4"))).isLessThan(1);
        assertThat(row(json.get(0), "fp8").path("in_base").asBoolean()).isTrue();
        assertThat(gain(row(json.get(0), "distill"))).isPositive();
        assertThat(gain(row(json.get(0), "over-train"))).isGreaterThan(1);
        assertThat(row(json.get(0), "moe").path("equal_loss").path("reason").asString())
                .contains("has experts already");
    }

    @Test
    void forManyTokensServingIsAllAndForFewTrainingIs() {
        JsonNode many = compare(ESSAY, "--techniques", "distill,over-train,moe,speculate", "--tokens", "1e40");
        JsonNode few = compare(ESSAY, "--techniques", "distill,over-train,moe,speculate", "--tokens", "1 token");

        for (String technique : List.of("distill", "over-train", "moe", "speculate")) {
            assertThat(row(many, technique).path("budget_gain").asDouble() / gain(row(many, technique)))
                    .isCloseTo(1, within(1e-6));
            assertThat(row(few, technique).path("budget_gain").asDouble()
                            * training(row(few, technique))
                            / training(row(few, "")))
                    .isCloseTo(1, within(1e-6));
        }
        assertThat(many.path("served").path("value").asDouble()).isEqualTo(1e40);
    }

    @Test
    void theTotalIsTheTimeOfTheFleet() {
        JsonNode json = compare(ESSAY, "--techniques", "over-train", "--horizon", "6 month");
        Cli.Run estimate = Cli.muster("estimate", ESSAY, "--format", "json");
        // The essay trains a year at half of the rate that serves, which is that of the training.
        double rate = 0.5 * estimate.value("inference.capacity");
        double horizon = 180 * 86400.0;
        double tokens = horizon * estimate.value("inference.throughput");
        JsonNode row = row(json, "over-train");
        double base = 6 * estimate.value("model.parameters") * estimate.value("model.tokens") / rate + horizon;
        double own = training(row) / rate
                + tokens
                        / row.path("equal_loss")
                                .path("throughput")
                                .path("value")
                                .asDouble();

        assertThat(row.path("budget_gain").asDouble() * own / base).isCloseTo(1, within(1e-3));
        assertThat(json.path("horizon").path("value").asDouble()).isEqualTo(horizon);
    }

    @ParameterizedTest
    @CsvSource({"5 token/s, 1024", "10 token/s, 512", "10 token/s, 2048", "5 token/s, 4096"})
    void whatStandsAroundIsWhatIsThereWhenItIsAskedFor(String speed, int chips) {
        JsonNode around = row(compare(ESSAY, "--techniques", "moe,over-train"), "moe");
        JsonNode there = compare(
                ESSAY,
                "--techniques",
                "moe,over-train",
                "--set",
                "inference.throughput.serial_speed=at-least " + speed,
                "--set",
                "inference.throughput.max_replica_chips=" + chips);
        double wanted = Double.parseDouble(speed.split(" ", -1)[0]);
        for (JsonNode spot : around.path("around")) {
            if (spot.path("max_replica_chips").asInt() == chips
                    && spot.path("serial_speed").path("value").asDouble() == wanted) {
                JsonNode row = row(there, "moe");
                assertThat(spot.path("throughput").path("value").asDouble())
                        .isCloseTo(
                                row.path("equal_loss")
                                        .path("throughput")
                                        .path("value")
                                        .asDouble(),
                                within(1e-3));
                if (spot.has("throughput_gain")) {
                    assertThat(spot.path("throughput_gain").asDouble() / gain(row))
                            .isCloseTo(1, within(1e-9));
                    assertThat(spot.path("budget_gain").asDouble()
                                    / row.path("budget_gain").asDouble())
                            .isCloseTo(1, within(1e-9));
                } else {
                    assertThat(row(there, "").path("equal_loss").has("reason")).isTrue();
                }
                return;
            }
        }
        throw new AssertionError("nothing at %s and %s chips".formatted(speed, chips));
    }

    @Test
    void aLimitOfReplicasThatBindsIsNamedWithWhatLiesBeyond() {
        JsonNode json = compare(ESSAY, "--techniques", "moe");

        assertThat(json.path("limits").toString())
                .contains("moe: max_replica_chips 1024 binds", "moe: max_replica_chips of 1,024 binds");
        assertThat(Cli.good("compare", ESSAY, "--techniques", "moe").out())
                .contains("(limit)", "max_replica_chips 1024 binds: with");
    }

    // 10,000 chips at 2.9 USD/h and 2.17 kW each, of the catalog's latest figures for B200.
    @Test
    void aTokenCostsRentAndPowerOfTheFleetOverItsThroughput() {
        JsonNode outcome =
                row(compare(MOE, "--techniques", "speculate"), "speculate").path("equal_loss");
        double throughput = outcome.path("throughput").path("value").asDouble();

        assertThat(outcome.path("cost").path("value").asDouble() * 1e6 * throughput)
                .isCloseTo(1e6 * 10_000 * 2.9 / 3600, within(1e-3));
        assertThat(outcome.path("energy").path("value").asDouble() * throughput)
                .isCloseTo(10_000 * 2170.0, within(1e-2));
    }

    @Test
    void everyDashNamesTheKeyThatFillsIt() throws IOException {
        Path file = folder.resolve("own.yaml");
        Files.writeString(file, """
                schema: scenario/v1
                id: own-model
                fleet: {chips: {nvidia-h100-sxm: 512}}
                inference:
                  model: qwen3.5-397b-a17b
                  throughput:
                    method: roofline
                    serial_speed: at-least 20 token/s
                    context: {in: 2048, out: 1024}
                    formats: fp8
                    max_replica_chips: 64
                """);

        String text = Cli.good("compare", file.toString()).out();
        assertThat(text)
                .contains("training_tokens of the architecture, or --training-tokens")
                .contains("work: the scenario has no section workforce");
        JsonNode stated = compare(file.toString(), "--training-tokens", "36e12");
        for (String technique : List.of("fp8", "fp4", "distill", "speculate")) {
            assertThat(row(stated, technique).path("budget_gain").asDouble())
                    .as(technique)
                    .isPositive();
        }
    }

    @Test
    void aModelOfAUsersSaysItsTokensAndProportions() throws IOException {
        Path file = folder.resolve("own.yaml");
        Files.writeString(file, """
                schema: architecture/v1
                id: own
                developer: me
                shape:
                  layers: 48
                  width: 4096
                  vocabulary: 100000
                  attention: {kind: grouped, heads: 32, kv_heads: 8, head_dim: 128}
                  feed_forward: {kind: experts, experts: 64, active: 6, width: 1408}
                training_tokens: 8e12 token
                sizes: {aspect: 120}
                ---
                schema: scenario/v1
                id: own-served
                fleet: {chips: {nvidia-h100-sxm: 512}}
                inference:
                  model: own
                  throughput:
                    method: roofline
                    serial_speed: at-least 20 token/s
                    context: {in: 2048, out: 1024}
                    formats: fp8
                    max_replica_chips: 64
                """);

        JsonNode written = row(compare(file.toString(), "--techniques", "distill"), "distill");
        JsonNode stated = row(
                compare(file.toString(), "--techniques", "distill", "--training-tokens", "8e12", "--aspect", "120"),
                "distill");
        JsonNode otherwise = row(compare(file.toString(), "--techniques", "distill", "--aspect", "60"), "distill");

        assertThat(written.path("equal_loss")).isEqualTo(stated.path("equal_loss"));
        assertThat(written.path("budget_gain").asDouble()).isPositive();
        assertThat(otherwise.path("equal_loss").path("throughput"))
                .isNotEqualTo(written.path("equal_loss").path("throughput"));
    }

    @ParameterizedTest
    @CsvSource({
        "--horizon, 0 month, not above 0",
        "--horizon, -1 year, not above 0",
        "--horizon, 12 USD, as '12 month'",
        "--horizon, 12, as '12 month'",
        "--tokens, 0, not above 0",
        "--tokens, 1e15 FLOP, as 1e15",
        "--training-tokens, many, as 15e12",
        "--aspect, -1, not above 0",
        "--training-utilization, 140%, at most 100%"
    })
    void whatIsNoBudgetIsToldWhereItStands(String option, String value, String words) {
        // A value that begins with a dash is no option where it is joined.
        Cli.Run run = Cli.failed(ExitStatus.USAGE, "compare", ESSAY, option + "=" + value);

        assertThat(run.err()).contains(option + " " + value + ": error").contains(words);
    }

    @Test
    void aTimeAndTokensAtOnceAreRefused() {
        assertThat(Cli.failed(ExitStatus.USAGE, "compare", ESSAY, "--horizon", "12 month", "--tokens", "1e15")
                        .err())
                .contains("--tokens 1e15: error [two-horizons] --horizon 12 month says already");
    }

    @Test
    void picturesNeverTakeTheTableAway() throws IOException {
        Path picture = folder.resolve("w.svg");
        Cli.Run run = Cli.muster("compare", ESSAY, "--techniques", "moe", "--waterfall", picture.toString());

        assertThat(run.out()).contains(ESSAY + ": techniques at equal loss", "moe");
        assertThat(run.err()).contains("no-chart");
        assertThat(run.status()).isNotZero();
        assertThat(picture).doesNotExist();

        Path chart = folder.resolve("c.svg");
        Path speeds = folder.resolve("s.svg");
        String out = Cli.good(
                        "compare",
                        "--techniques",
                        "fp4,speculate",
                        "--chart",
                        chart.toString(),
                        "--speeds",
                        speeds.toString(),
                        "--waterfall",
                        picture.toString())
                .out();
        assertThat(out).contains(MOE + ": techniques", ESSAY + ": techniques");
        for (Path file : List.of(picture, chart, speeds)) {
            String name = String.valueOf(file.getFileName());
            assertThat(Files.readString(file)).contains(MOE);
            assertThat(Files.readString(folder.resolve(name.replace(".svg", "-" + ESSAY + ".svg"))))
                    .contains(ESSAY);
        }
    }

    @Test
    void tablesForSpreadsheetsHaveTheBudgetToo() {
        List<String> lines = Cli.good("compare", "--techniques", "fp8,over-train", "--format", "csv")
                .out()
                .lines()
                .toList();

        assertThat(lines.get(0)).endsWith("in_base,budget_gain,training_flop,usd_per_million_tokens,joules_per_token");
        assertThat(lines).filteredOn(line -> line.startsWith(MOE)).hasSize(3);
        assertThat(lines).filteredOn(line -> line.startsWith(ESSAY)).hasSize(3);
        assertThat(Cli.good("compare", MOE, "--techniques", "over-train", "--format", "markdown")
                        .out())
                .contains("| over-train |", "gain at equal loss (at equal total budget) over the required speed");
    }
}
