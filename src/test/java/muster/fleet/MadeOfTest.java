package muster.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import muster.diagnostic.BadInput;
import muster.scenario.Estimate;
import muster.scenario.Worked;
import org.junit.jupiter.api.Test;

final class MadeOfTest {
    private static final String COUNT = "ai-impacts-2023q1";
    private static final String LAB =
            "fleet=!replace {h100e: 1.74e6 H100e, basis: 8-bit, made_of: {nvidia-h100-sxm: 40%, nvidia-gb200: 60%}}";

    @Test
    void sharesDivideTheH100eAndNotTheChips() {
        // 1.74e6 * 40% / 1 and 1.74e6 * 60% / (5000e12 / 1978.9e12)
        assertThat(Worked.value(COUNT, "fleet.chips.nvidia-h100-sxm", "chip", LAB))
                .isCloseTo(696_000, withinPercentage(1e-9));
        assertThat(Worked.value(COUNT, "fleet.chips.nvidia-gb200", "chip", LAB))
                .isCloseTo(413_194.32, withinPercentage(1e-6));
    }

    @Test
    void theRestOfTheFleetIsThatOfTheImpliedChips() {
        // 696,000 * 989.4e12 + 413,194.32 * 2500e12, and 696,000 * 1.73 kW + 413,194.32 * 2.1 kW
        assertThat(Worked.value(COUNT, "fleet.peak", "FLOP/s", LAB)).isCloseTo(1.7216082e21, withinPercentage(1e-5));
        assertThat(Worked.value(COUNT, "fleet.power", "W", LAB)).isCloseTo(2.0717881e9, withinPercentage(1e-5));
    }

    @Test
    void whatIsStatedOnItsOwnBasisIsNotRestatedOnAnother() {
        assertThat(Worked.value(COUNT, "fleet.h100e", "H100e", LAB)).isEqualTo(1.74e6);
        assertThat(Worked.of(COUNT, LAB).basis())
                .containsEntry("h100e-basis", "8-bit")
                .containsEntry("chips", "an assumed mix: 40% nvidia-h100-sxm, 60% nvidia-gb200 of the H100e");
    }

    @Test
    void theBasisDecidesHowManyChipsAnH100eIs() {
        // An H20 has 4 / 3.35 of the bandwidth of an H100, 96 / 80 of its memory and 148 / 989.4 of its rate.
        String fleet = "fleet=!replace {h100e: 1000 H100e, made_of: nvidia-h20, basis: %s}";

        assertThat(Worked.value(COUNT, "fleet.chips.nvidia-h20", "chip", fleet.formatted("bandwidth")))
                .isCloseTo(837.5, withinPercentage(1e-9));
        assertThat(Worked.value(COUNT, "fleet.chips.nvidia-h20", "chip", fleet.formatted("capacity")))
                .isCloseTo(833.3333, withinPercentage(1e-5));
        assertThat(Worked.value(COUNT, "fleet.chips.nvidia-h20", "chip", fleet.formatted("16-bit")))
                .isCloseTo(6685.1351, withinPercentage(1e-5));
    }

    @Test
    void aStatedRateIsTheRateOfTheChipsThatItIsMadeOf() {
        Estimate estimate = Worked.of(COUNT, "fleet.made_of=nvidia-h100-sxm", "fleet.precision=bf16");

        assertThat(estimate.quantity("fleet.peak").orElseThrow().base()).isEqualTo(3.98e21);
        // 3.98e21 / 989.4e12, at 1.73 kW
        assertThat(estimate.quantity("fleet.chips.nvidia-h100-sxm")
                        .orElseThrow()
                        .base())
                .isCloseTo(4_022_640, withinPercentage(1e-5));
        assertThat(estimate.quantity("fleet.power").orElseThrow().in("MW")).isCloseTo(6959.17, withinPercentage(1e-3));
        assertThat(estimate.basis()).containsEntry("chips", "an assumed mix: 100% nvidia-h100-sxm of the rate");
    }

    @Test
    void aRateWithoutChipsHasNoPowerAndSaysNothingOfThem() {
        Estimate estimate = Worked.of(COUNT);

        assertThat(estimate.quantity("fleet.power")).isEmpty();
        assertThat(estimate.basis()).doesNotContainKey("chips");
    }

    @Test
    void aMixOfPrecisionsIsTheRateOfNoChip() {
        assertThatThrownBy(() -> Worked.of(COUNT, "fleet.made_of=nvidia-h100-sxm"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("[precision] a rate at mixed-fp32 says nothing of the chips that it is made of");
    }

    @Test
    void sharesThatMakeNoWholeAreReportedWithTheirSum() {
        assertThatThrownBy(
                        () -> Worked.of(
                                COUNT,
                                "fleet=!replace {h100e: 10 H100e, basis: 8-bit, made_of: {nvidia-h20: 40%, nvidia-gb200: 50%}}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("[shares] the shares of made_of make up 90.0%, not 100%");
    }

    @Test
    void aChipOfTheMixThatIsMisspeltIsReportedWithItsNearest() {
        assertThatThrownBy(
                        () -> Worked.of(COUNT, "fleet=!replace {h100e: 10 H100e, basis: 8-bit, made_of: nvidia-h21}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("there is no chip 'nvidia-h21'. Maybe nvidia-h20?");
    }

    @Test
    void h100eWithoutABasisOrAMixAreNotUnderstood() {
        assertThatThrownBy(() -> Worked.of(COUNT, "fleet=!replace {h100e: 10 H100e}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContainingAll("fleet.basis is missing", "fleet.made_of is missing");
    }

    @Test
    void whatIsAssumedOfOtherOwnersIsNotSaidOfOne() {
        assertThat(Worked.of("openai-2025").basis())
                .containsEntry(
                        "chips",
                        "openai runs chips of microsoft, oracle, coreweave, which fleets told by owner count too; openai is an assumed mix: 40% nvidia-h100-sxm, 60% nvidia-gb200 of the H100e");
    }
}
