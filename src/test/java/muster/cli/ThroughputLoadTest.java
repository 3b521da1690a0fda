package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code muster throughput --rate}: chips that serve a load within limits. */
final class ThroughputLoadTest {
    private static final List<String> ASKED =
            List.of("throughput", "--model", "llama-3.1-70b", "--chip", "nvidia-h100-sxm", "--max-replica-chips", "8");

    private static Cli.Run run(String... more) {
        List<String> all = new ArrayList<>(ASKED);
        all.addAll(List.of(more));
        return Cli.muster(all.toArray(String[]::new));
    }

    private static JsonNode first(String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(List.of("--format", "json"));
        return run(all.toArray(String[]::new)).result().path("deployments").path(0);
    }

    private static double value(JsonNode deployment, String name) {
        return deployment.path(name).path("value").asDouble();
    }

    @Test
    void replicasServeTheRateWithinTheLimits() {
        JsonNode best = first("--rate", "12 request/s", "--ttft", "400 ms", "--tpot", "30 ms");

        assertThat(value(best, "time_to_first_token")).isBetween(0.01, 0.4);
        assertThat(value(best, "time_per_output_token")).isBetween(0.005, 0.03);
        assertThat(value(best, "request_time"))
                .isCloseTo(
                        value(best, "time_to_first_token") + 1023 * value(best, "time_per_output_token"),
                        Percentage.withPercentage(0.01));
        assertThat(best.path("chips").asInt())
                .isEqualTo(best.path("replicas").asInt() * best.path("tensor").asInt());
        // Little's law, and the rent over what is generated.
        assertThat(best.path("in_flight").asDouble())
                .isCloseTo(12 * value(best, "request_time"), Percentage.withPercentage(0.01));
        assertThat(value(best, "cost"))
                .isCloseTo(value(best, "rent") / 3600 / (12 * 1024), Percentage.withPercentage(0.01));
        assertThat(value(best, "saturation_rate"))
                .isCloseTo(12 / best.path("load").asDouble(), Percentage.withPercentage(0.01));
        assertThat(best.path("binds").asString()).isEqualTo("tpot");
    }

    @Test
    void tighterLimitsAndMoreRequestsTakeMoreChips() {
        int chips =
                first("--rate", "12 request/s", "--tpot", "40 ms").path("chips").asInt();

        assertThat(first("--rate", "12 request/s", "--tpot", "25 ms")
                        .path("chips")
                        .asInt())
                .isGreaterThan(chips);
        assertThat(first("--rate", "24 request/s", "--tpot", "40 ms")
                        .path("chips")
                        .asInt())
                .isGreaterThan(chips);
        assertThat(first("--rate", "12 request/s", "--tpot", "40 ms", "--cached", "1000 token")
                        .path("chips")
                        .asInt())
                .isLessThan(chips);
        assertThat(first("--rate", "43200 request/h", "--tpot", "0.04")
                        .path("chips")
                        .asInt())
                .isEqualTo(chips);
    }

    @Test
    void whatBindsIsNamed() {
        assertThat(first("--rate", "0.01 request/s").path("binds").asString()).isEqualTo("nothing");
        assertThat(first("--rate", "20 request/s").path("binds").asString()).isEqualTo("saturation");
        assertThat(first("--rate", "20 request/s").path("load").asDouble()).isBetween(0.5, 0.9 + 1e-9);
        assertThat(first("--rate", "20 request/s", "--ttft", "150 ms")
                        .path("binds")
                        .asString())
                .isEqualTo("ttft");
    }

    @Test
    void aChipThatIsNotFastEnoughSaysWhatItHas() {
        Cli.Run run = run("--rate", "1 request/s", "--tpot", "1 ms");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("tpot binds: no replica has less than ");
        assertThat(run.err()).contains("no kind of chip that is asked for serves this load");
        assertThat(run("--rate", "1 request/s", "--ttft", "1 ms").out()).contains("ttft binds: no replica");
    }

    @Test
    void extremesAreAnsweredOrRefusedInWords() {
        assertThat(run("--rate", "1e300 request/s").out())
                .contains("saturation binds: a million replicas are not enough");
        assertThat(run("--rate", "1e-300 request/s").out()).contains("nothing").doesNotContain("undefined");
        assertThat(run("--rate", "3", "--context", "in=1,out=1").out()).doesNotContain("undefined", "NaN");
    }

    @Test
    void chipsForHasALineForEachKindCheapestFirst() {
        Cli.Run run = Cli.muster(
                "throughput",
                "--model",
                "llama-3.1-70b",
                "--chip",
                "nvidia-h100-sxm,H200,nvidia-l4",
                "--rate",
                "5 request/s",
                "--tpot",
                "30 ms",
                "--chips-for",
                "--max-replica-chips",
                "8",
                "--format",
                "json");
        JsonNode results = run.json().path("results");
        double before = 0;
        for (JsonNode one : results) {
            JsonNode deployments = one.path("deployments");
            assertThat(deployments.size()).isLessThanOrEqualTo(1);
            if (deployments.isEmpty()) {
                assertThat(one.path("reason").asString()).isNotBlank();
            } else {
                double rent = value(deployments.path(0), "rent");
                assertThat(rent).isGreaterThanOrEqualTo(before);
                assertThat(value(deployments.path(0), "power")).isGreaterThan(0);
                before = rent;
            }
        }
        assertThat(results).hasSize(3);
    }

    @Test
    void aRowHasWhatTheTableHas() {
        String csv = run("--rate", "12 request/s", "--tpot", "30 ms", "--format", "csv")
                .out();
        String[] head = csv.lines().findFirst().orElseThrow().split(",", -1);
        List<String> row = List.of(csv.lines().skip(1).findFirst().orElseThrow().split(",", -1));

        assertThat(row).hasSize(head.length);
        assertThat(Double.parseDouble(row.get(List.of(head).indexOf("time_per_output_token"))))
                .isCloseTo(
                        value(first("--rate", "12 request/s", "--tpot", "30 ms"), "time_per_output_token"),
                        within(1e-12));
    }

    @Test
    void whatIsWrongIsSaidAllAtOnce() {
        Cli.Run run = run("--rate", "3 token/s", "--ttft", "two", "--tpot", "-1 s", "--cached", "9 h");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.problems())
                .anySatisfy(line -> assertThat(line)
                        .isEqualTo("--rate 3 token/s: error [wrong-unit] --rate is in request/s, not in token/s"))
                .anySatisfy(line -> assertThat(line).startsWith("--ttft two: error [not-a-quantity]"))
                .anySatisfy(line -> assertThat(line).startsWith("--tpot -1 s: error [out-of-range]"))
                .anySatisfy(line -> assertThat(line).startsWith("--cached 9 h: error [wrong-unit]"));
        assertThat(run("--rate", "1", "--cached", "1024").err())
                .contains("[out-of-range] --cached is less than the prompt");
    }

    @Test
    void aLimitWithoutARateIsRefused() {
        for (String[] option :
                new String[][] {{"--ttft", "2 s"}, {"--tpot", "2 s"}, {"--cached", "9"}, {"--chips-for"}}) {
            Cli.Run run = run(option);
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).startsWith(option[0] + " says how a rate is served");
        }
        for (String[] option : new String[][] {
            {"--serial-speed", "20"}, {"--max-time-to-first-token", "2"}, {"--method", "erdil"}, {"--explain"}
        }) {
            List<String> more = new ArrayList<>(List.of("--rate", "1"));
            more.addAll(List.of(option));
            assertThat(run(more.toArray(String[]::new)).err()).startsWith("--rate has no --chart and no --explain");
        }
    }
}
