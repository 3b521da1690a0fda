package muster.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.withinPercentage;

import muster.diagnostic.BadInput;
import org.junit.jupiter.api.Test;

/** A training that states no utilisation takes that of large runs on the chips of its fleet. */
final class TrainingRunsTest {
    private static final String ESSAY = "essay-2023-measured";
    private static final String NONE = "training.utilization=!delete";

    @Test
    void chipsOfOneKindGiveTheirOwn() {
        // The middle of 38% and 43%, of 1e21 FLOP/s for 365 days.
        assertThat(Worked.value(ESSAY, "training.utilization", "1", NONE)).isCloseTo(0.405, withinPercentage(1e-9));
        assertThat(Worked.value(ESSAY, "training.compute", "FLOP", NONE))
                .isCloseTo(1.277208e28, withinPercentage(1e-4));
    }

    @Test
    void aMixGivesTheMeanByRate() {
        String mix = "fleet=!replace {chips: {nvidia-h100-sxm: 2000, google-tpu-v4: 1000}}";

        // (2000 * 989.4 * 40.5% + 1000 * 275 * 46.2%) / (2000 * 989.4 + 1000 * 275)
        assertThat(Worked.value(ESSAY, "training.utilization", "1", mix, NONE, "inference.throughput.target=!delete"))
                .isCloseTo(0.4119547, withinPercentage(1e-4));
    }

    @Test
    void whatIsWrittenCounts() {
        assertThat(Worked.value(ESSAY, "training.utilization", "1")).isEqualTo(0.5);
    }

    @Test
    void itDoesNotTouchServing() {
        assertThat(Worked.of("essay-2023-corrected", "fleet.made_of=nvidia-h100-sxm", "fleet.precision=bf16", NONE)
                        .step("inference.throughput.utilization")
                        .orElseThrow()
                        .value())
                .isEqualTo(Worked.of("essay-2023-corrected")
                        .step("inference.throughput.utilization")
                        .orElseThrow()
                        .value());
    }

    @Test
    void chipsWithoutRunsAreNamed() {
        assertThat(problem("essay-2023", NONE))
                .contains("[missing-key]", "the catalog has no training runs of a rate without chips");
        assertThat(problem(ESSAY, NONE, "fleet.made_of=!replace {nvidia-b200-sxm: 100%}"))
                .contains("training.utilization is missing, and the catalog has no training runs of nvidia-b200-sxm");
    }

    private static String problem(String scenario, String... settings) {
        BadInput bad = catchThrowableOfType(BadInput.class, () -> Worked.of(scenario, settings));
        assertThat(bad).isNotNull();
        return bad.problems().toString();
    }
}
