package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Tables, best plans and steps among the published figures. */
final class ReproduceTablesTest {
    private static final String HEAD = """
            schema: published/v1
            id: own-note
            title: A note of our own
            sources: {note: {title: "a note of our own", tier: analyst}}
            default_source: note
            group: laws
            """;

    private static Cli.Run replayed(Path folder, String text) throws IOException {
        Files.writeString(folder.resolve("own.yaml"), HEAD + text);
        return Cli.muster("reproduce", "--strict", "--id", "own-note", "--catalog", folder.toString());
    }

    @Test
    void aTableShowsARowForEachCellAndWhyOnce(@TempDir Path folder) throws IOException {
        // 20 tokens per parameter: sqrt(C/120).
        Cli.Run run = replayed(folder, """
                tables:
                  sizes:
                    published: "Table 1, parameters"
                    tolerance: 1%
                    computed_by: {scenario: chinchilla-budget, set: ["training.law.ratio=20 token/parameter"], quantity: model.parameters}
                    verdict: reproduced
                    reason: "20 tokens per parameter"
                    rows:
                      small: {printed: "1e10 for 1.2e22", value: 1e10 parameter, set: ["training.compute=1.2e22 FLOP"]}
                      slip: {printed: "1e10 for 1.2e24", value: 1e10 parameter, set: ["training.compute=1.2e24 FLOP"], verdict: misprint, reason: "the exponent is a slip"}
                      wrong: {printed: "2e10 for 1.2e22", value: 2e10 parameter, set: ["training.compute=1.2e22 FLOP"]}
                """);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("""
                A note of our own
                  own-note.sizes: Table 1, parameters
                    why        20 tokens per parameter
                    row             published            computed  deviation  verdict
                    small  1.000e10 parameter  1.000e10 parameter   the same  reproduced
                    slip   1.000e10 parameter  1.000e11 parameter   +900.00%  misprint: the exponent is a slip
                    wrong  2.000e10 parameter  1.000e10 parameter    -50.00%  FAILED (marked reproduced)

                3 figures: 1 agree with the print, 2 do not; 1 verdicts do not hold
                """);
        assertThat(Cli.good(
                                "reproduce",
                                "--id",
                                "own-note.sizes.slip",
                                "--format",
                                "csv",
                                "--catalog",
                                folder.toString())
                        .out())
                .contains("own-note.sizes.slip,\"Table 1, parameters: 1e10 for 1.2e24\"");
    }

    @Test
    void aStepIsToldAsTimeAndAsSpeed(@TempDir Path folder) throws IOException {
        String step = "computed_by: {step_of: llama-2-13b, chip: google-tpu-v5e, chips: 8, sequences: 4, cached: 8192, "
                + "formats: bf16, time_model: scaling-book, gives: %s}, verdict: reproduced, reason: r";
        Cli.Run run = replayed(folder, """
                figures:
                  time: {published: a, value: 1 s, tolerance: 99%%, %s}
                  speed: {published: a, value: 1 token/s/stream, tolerance: 99%%, %s}
                  all: {published: a, value: 1 token/s, tolerance: 99%%, %s}
                """.formatted(
                        step.formatted("time"), step.formatted("serial-speed"), step.formatted("throughput")));
        assertThat(run.err()).isEmpty();
        JsonNode figures = Cli.good("reproduce", "--id", "own-note", "--format", "json", "--catalog", folder.toString())
                .json()
                .path("results");

        double seconds = figures.get(0).path("computed").path("value").asDouble();
        // Weights, and the cache of four sequences of 8,192 tokens with 40 layers of 40 heads of 128, in 16 bits.
        assertThat(seconds)
                .isCloseTo((2 * 13.0154496e9 + 4 * 8192 * 2.0 * 40 * 40 * 128 * 2) / (8 * 0.819e12), within(1e-9));
        assertThat(figures.get(1).path("computed").path("value").asDouble() * seconds)
                .isCloseTo(1, within(1e-9));
        assertThat(figures.get(2).path("computed").path("value").asDouble() * seconds)
                .isCloseTo(4, within(1e-9));
    }

    @Test
    void aStepOfNoChipsIsRefused(@TempDir Path folder) throws IOException {
        Cli.Run run = replayed(folder, """
                figures:
                  uneven: {published: a, value: 1 s, tolerance: 1%, computed_by: {step_of: llama-2-13b, chip: google-tpu-v5e, chips: 8, stages: 3, sequences: 4, cached: 9, formats: bf16, time_model: scaling-book, gives: time}, verdict: reproduced, reason: r}
                """);

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("own.yaml:8:", "stages divide the chips");
    }

    @Test
    void whatCannotBeComputedIsAProblemOfTheFile(@TempDir Path folder) throws IOException {
        Cli.Run run = replayed(folder, """
                figures:
                  no-model:
                    published: a
                    value: 1 s
                    tolerance: 1%
                    computed_by: {step_of: llama-2-13, chip: google-tpu-v5, chips: 8, sequences: 4, cached: 8192, formats: bf17, time_model: scaling-book, gives: time}
                    verdict: reproduced
                    reason: r
                  few-runs: {published: a, value: "1", tolerance: 1%, computed_by: {fit_to: gadre-104, where: {trained_on: c4, used: lore}, form: over-training, objective: squares, constant: parameter-exponent}, verdict: reproduced, reason: r}
                  not-told: {published: a, value: "1", tolerance: 1%, computed_by: {quality_law: frantar-sparse}, verdict: reproduced, reason: r}
                  no-section: {published: a, value: 50%, tolerance: 1%, computed_by: {training_share_of: essay-2023}, verdict: reproduced, reason: r}
                  no-plan: {published: a, value: 50%, tolerance: 1%, computed_by: {training_share_of: mixed-fleet-hurried}, verdict: reproduced, reason: r}
                """);

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("llama-2-13b?", "google-tpu-v5", "own.yaml:12:", "bf17")
                .contains("own.yaml:15:", "0 runs are left, and this form needs 5")
                .contains("own.yaml:16:", "frantar-sparse is no law of sparse training with")
                .contains("own.yaml:17:", "essay-2023 has no section allocation")
                .contains("own.yaml:18:", "no plan of mixed-fleet-hurried does what it requires");
    }
}
