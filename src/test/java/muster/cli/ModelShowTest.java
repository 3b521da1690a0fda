package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What {@code model show} tells is what other commands compute with. */
class ModelShowTest {

    private static JsonNode model(String id) {
        return Cli.good("model", "show", id, "--format", "json").result();
    }

    @Test
    void deepSeekV3IsToldWithBothCountsOfActiveParameters() {
        assertThat(Cli.good("model", "show", "deepseek-v3").out())
                .contains(
                        "deepseek-v3: 671.0e9 parameters; 37.55e9 active with the input embedding",
                        "36.63e9 that a token is multiplied with",
                        "70,272 B in bf16");
    }

    @Test
    void anEstimateHasTheSameParametersAndArithmetic() {
        JsonNode shown = model("llama-3.1-70b");
        Cli.Run estimate = Cli.good("estimate", "serve-llama-70b", "--format", "json");

        assertThat(estimate.value("model.parameters"))
                .isEqualTo(shown.path("parameters").path("value").asDouble());
        assertThat(estimate.value("model.active_parameters"))
                .isEqualTo(shown.path("active_parameters").path("value").asDouble());
    }

    @Test
    void whatDoesNotFitIsAsLargeAsIsTold() {
        double bytes = model("llama-3.1-405b")
                .path("weights")
                .get(0)
                .path("size")
                .path("value")
                .asDouble();

        assertThat(bytes).isCloseTo(812e9, withinPercentage(0.1));
        assertThat(Cli.muster(
                                "throughput",
                                "--model",
                                "llama-3.1-405b",
                                "--chip",
                                "nvidia-h100-sxm",
                                "--formats",
                                "bf16",
                                "--max-replica-chips",
                                "8")
                        .err())
                .contains("its weights take 812 GB");
    }

    @Test
    void severalModelsStandInOrder() {
        assertThat(Cli.good("model", "show", "qwen3-8b", "Llama-3.1-8B", "--format", "json")
                        .json()
                        .path("results"))
                .extracting(result -> result.path("model").asString())
                .containsExactly("qwen3-8b", "llama-3.1-8b");
    }

    @Test
    void aModelWithoutAShapeHasNoParts() {
        assertThat(Cli.muster("model", "show", "gpt-4").err()).containsAnyOf("[no-shape]", "[unknown-id]");
    }
}
