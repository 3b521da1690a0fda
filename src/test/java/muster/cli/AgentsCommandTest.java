package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Agents and the cached part of their prompts, as a user has them. */
final class AgentsCommandTest {
    private static final String SCENARIO = """
            schema: scenario/v1
            id: served
            fleet: {chips: {nvidia-h100-sxm: 1000000}}
            inference:
              model: llama-3.1-70b
              throughput:
                method: roofline
                serial_speed: at-least 30 token/s
                context: {in: 8192, out: 256%s}
                formats: fp8
                max_replica_chips: 8
                error: 1
            workforce:
              agents: %s
              calendar: {human: 8 h/day, ai: 24 h/day}
            """;

    @TempDir
    private Path folder;

    private Path file(String cached, String agents) throws IOException {
        return Files.writeString(folder.resolve("served.yaml"), SCENARIO.formatted(cached, agents));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 50, 93.75})
    void aCachedPromptIsTheSameInAScenarioAndOnTheCommandLine(double percent) throws IOException {
        String cached = percent == 0 ? "" : ", cached: %s%%".formatted(percent);
        Cli.Run estimate = Cli.muster("estimate", file(cached, "tracelab-2026").toString(), "--format", "json");
        double speed = estimate.value("inference.replica.nvidia-h100-sxm.serial_speed");
        double chips = estimate.value("inference.replica.nvidia-h100-sxm.chips");
        double streams = estimate.value("inference.replica.nvidia-h100-sxm.streams");

        JsonNode frontier = Cli.muster(
                        "throughput",
                        "--model=llama-3.1-70b",
                        "--chip=nvidia-h100-sxm",
                        "--formats=fp8",
                        "--max-replica-chips=8",
                        "--context=in=8192,out=256,cached=%s".formatted(Math.round(8192 * percent / 100)),
                        "--format=json")
                .result();
        assertThat(frontier.path("frontier")).anySatisfy(point -> {
            assertThat(point.path("serial_speed").path("value").asDouble()).isCloseTo(speed, withinPercentage(1e-9));
            assertThat(point.path("throughput_per_chip").path("value").asDouble())
                    .isCloseTo(streams * speed / chips, withinPercentage(1e-9));
        });
    }

    @Test
    void aCacheOfPromptsLeavesMoreForAnswers() throws IOException {
        double bare = Cli.muster("estimate", file("", "tracelab-2026").toString(), "--format", "json")
                .value("inference.throughput");
        double half = Cli.muster(
                        "estimate", file(", cached: 50%", "tracelab-2026").toString(), "--format", "json")
                .value("inference.throughput");
        double most = Cli.muster(
                        "estimate", file(", cached: 96%", "tracelab-2026").toString(), "--format", "json")
                .value("inference.throughput");
        assertThat(half).isGreaterThan(1.2 * bare);
        assertThat(most).isGreaterThan(1.2 * half);
    }

    @Test
    void sessionsThatWaitFillTheMemoryBeforeTheDecodeSlots() throws IOException {
        Cli.Run waiting = Cli.muster(
                "estimate",
                file(", cached: 96%", "{id: tracelab-2026, waiting: {generating: 2%}}")
                        .toString(),
                "--format",
                "json");
        double memory = waiting.value("workforce.agents.sessions_by_memory");
        double time = waiting.value("workforce.agents.sessions_by_time");
        assertThat(memory).isLessThan(time);
        assertThat(waiting.value("workforce.agents.running_sessions")).isEqualTo(memory);
        // Each slot has 50 sessions in memory, all of which hold their cache, so memory holds as many as it holds
        // sequences.
        assertThat(memory).isCloseTo(waiting.value("inference.streams_in_memory"), withinPercentage(1e-9));
        assertThat(waiting.out()).contains("sessions-bound", "memory holds");
        // Throughput falls with them.
        assertThat(waiting.value("workforce.researcher_seconds_per_second"))
                .isCloseTo(
                        waiting.value("inference.throughput")
                                * memory
                                / time
                                / waiting.value("workforce.tokens_per_researcher_second"),
                        withinPercentage(1e-9));

        Cli.Run offloaded = Cli.muster(
                "estimate",
                file(", cached: 96%", "{id: tracelab-2026, waiting: {generating: 2%, held: 0%}}")
                        .toString(),
                "--format",
                "json");
        assertThat(offloaded.value("workforce.agents.sessions_by_memory"))
                .isCloseTo(50 * offloaded.value("inference.streams_in_memory"), withinPercentage(1e-9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {id: tracelab-2026, cached: 60e9 token}                               | out-of-range | is above workforce.agents.read
            {id: tracelab-2025}                                                   | unknown-id   | Maybe tracelab-2026?
            {id: semianalysis-2026, hit: 101%}                                    | out-of-range | workforce.agents.hit
            {steps: 0, first_context: 1 token, growth: 0 token, written_per_step: 1 token, human_time: 1 h} | out-of-range | workforce.agents.steps
            {steps: 0.5, first_context: 1 token, growth: 0 token, written_per_step: 1 token, human_time: 1 h} | out-of-range | one step or more
            {steps: 1, first_context: 1 token, growth: 0 token, written_per_step: 1 token} | missing-key | workforce.agents.human_time
            {id: tracelab-2026, success: {method: logistic, h50: 1 h, h80: 2 h, as_of: 2026, retries: checked}} | out-of-range | is not below
            {id: tracelab-2026, success: {method: logistic, h50: 1 h, h80: 10 min, retries: checked}} | missing-key | workforce.agents.success.as_of
            {id: tracelab-2026, success: {method: logistic, h50: 1 h, h80: 10 min, as_of: 2026}} | missing-key | workforce.agents.success.retries
            {id: tracelab-2026, success: {method: known-chance, chance: 120%, retries: checked}} | out-of-range | workforce.agents.success.chance
            {id: tracelab-2026, waiting: !replace {generating: 120%}}             | out-of-range | workforce.agents.waiting.generating
            {id: tracelab-2026, prices: !delete , budget: 5 USD/h}                | missing-key  | nothing says what they cost
            {stepz: 3, sessions: 1, read: 1 token, cached: 0 token, written: 1 token, human_time: 1 h} | unknown-key | Maybe steps?
            """)
    void whatIsRefusedIsSaid(String agents, String code, String words) throws IOException {
        Cli.Run run = Cli.muster("estimate", file("", agents).toString());
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("served.yaml:", "error [%s]".formatted(code), words);
    }

    @Test
    void aCachedPartIsLessThanThePromptAndCertain() throws IOException {
        assertThat(Cli.muster(
                                "estimate",
                                file(", cached: 100%", "tracelab-2026").toString())
                        .err())
                .contains("error [out-of-range]", "inference.throughput.context.cached");
        assertThat(Cli.muster(
                                "estimate",
                                file(", cached: {dist: uniform, low: 10%, high: 50%}", "tracelab-2026")
                                        .toString())
                        .err())
                .contains("error [uncertain-length]", "inference.throughput.context.cached");
        assertThat(Cli.muster(
                                "throughput",
                                "--model=llama-3.1-70b",
                                "--chip=nvidia-h100-sxm",
                                "--context=in=8,out=8,cached=8")
                        .err())
                .contains("error [not-a-count]", "less cached than in");
    }

    @Test
    void agentsAreSampledAndMoveTheAnswer() throws IOException {
        String agents =
                "{id: tracelab-2026, waiting: {generating: {dist: uniform, low: 30%, high: 50%}}, human_time: 1000 to 9000 h}";
        Cli.Run sampled = Cli.muster("estimate", file("", agents).toString(), "--samples", "512", "--format", "json");
        JsonNode rate = sampled.result().path("quantities").path("workforce.tokens_per_researcher_second");
        assertThat(rate.path("p5").asDouble()).isCloseTo(186.9e6 / 9000 / 3600, withinPercentage(15));
        assertThat(rate.path("p95").asDouble()).isCloseTo(186.9e6 / 1000 / 3600, withinPercentage(15));
        assertThat(sampled.value("workforce.agents.sessions_per_slot")).isCloseTo(2.5, within(1e-9));
        assertThat(Cli.muster("sensitivity", file("", agents).toString()).out())
                .contains("workforce.agents.human_time");
    }
}
