package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import muster.writer.OutputFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A plan that does nothing says why, and few samples claim no error. */
final class NoClaimWithoutProofTest {

    private static Cli.Run idle(String setting, OutputFormat format) {
        Cli.Run run = Cli.muster("allocate", "one-kind-of-chip", "--set", setting, "--format", format.toString());
        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).doesNotContain("NaN", "Infinity", "undefined", "infinite");
        return run;
    }

    @ParameterizedTest
    @EnumSource
    void aPlanThatDoesNothingFailsInEveryFormat(OutputFormat format) {
        idle("allocation.power=1 kW", format);
    }

    @ParameterizedTest
    @CsvSource({"allocation.power=1 kW, power, MW, 17091", "allocation.budget=1 USD, budget, USD, 0.002632"})
    void theLimitThatBindsHasItsPrice(String setting, String limit, String unit, double price) {
        Cli.Run run = idle(setting, OutputFormat.JSON);
        JsonNode result = run.result();

        assertThat(OutputSchemas.schema("allocate/v2").validate(run.json())).isEmpty();

        assertThat(result.path("status").asString()).isEqualTo("nothing");
        assertThat(result.path("reason").asString()).contains("none can be trained in time");
        assertThat(result.path("choices").path(0).path("of_best").isNull()).isTrue();
        JsonNode without = result.path("without_limit").path(0);
        assertThat(without.path("limit").asString()).isEqualTo(limit);
        assertThat(without.path("unit").asString()).isEqualTo(unit);
        assertThat(without.path("price").asDouble()).isCloseTo(price, within(price * 1e-3));
        assertThat(result.path("shortfalls").path(0).path("conflicting_constraints"))
                .anySatisfy(name -> assertThat(name.asString()).startsWith(limit));
    }

    @Test
    void whatNoChipServesIsSaid() {
        assertThat(idle("allocation.serve.serial_speed=1000 token/s", OutputFormat.TABLE)
                        .out())
                .startsWith("one-kind-of-chip: nothing is done: no chip serves any model as it is asked\n")
                .contains("nvidia-h100-sxm serves trained-1.23e26 in fp8 at 38 token/s at most, not at 1000");
    }

    @ParameterizedTest
    @CsvSource({"1, false", "63, false", "64, true"})
    void fewSamplesTellNoError(String samples, boolean told) {
        Cli.Run run = Cli.good("estimate", "essay-2023-uncertain", "--samples", samples, "--format", "json");
        JsonNode compute = run.result().path("quantities").path("training.compute");

        assertThat(compute.has("p5")).isTrue();
        assertThat(compute.has("standard_errors")).isEqualTo(told);
        assertThat(Cli.good("estimate", "essay-2023-uncertain", "--samples", samples)
                        .out()
                        .contains("fewer than 64 samples tell no standard error"))
                .isNotEqualTo(told);
    }
}
