package muster.fleet.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import muster.diagnostic.BadInput;
import muster.scenario.Worked;
import org.junit.jupiter.api.Test;

final class FleetTest {
    private static final String COUNT = "ai-impacts-2023q1";

    @Test
    void chipsAddUpAtTheirDenseSixteenBitRates() {
        // 20,000 * 989.4e12 + 60,000 * 148e12 + 40,000 * 197e12
        String chips = "fleet=!replace {chips: {nvidia-h100-sxm: 20000, nvidia-h20: 60000, google-tpu-v5e: 40000}}";

        assertThat(Worked.value(COUNT, "fleet.peak", "FLOP/s", chips)).isCloseTo(3.6548e19, withinPercentage(1e-9));
        // 3.6548e19 / 989.4e12
        assertThat(Worked.value(COUNT, "fleet.h100e", "H100e", chips)).isCloseTo(36_939.56, withinPercentage(1e-5));
    }

    @Test
    void aCountMayBeWrittenWithItsUnitOrWithout() {
        assertThat(Worked.value(COUNT, "fleet.peak", "FLOP/s", "fleet=!replace {chips: {nvidia-h20: 10 chip}}"))
                .isEqualTo(Worked.value(COUNT, "fleet.peak", "FLOP/s", "fleet=!replace {chips: {nvidia-h20: 10}}"))
                .isCloseTo(1.48e15, withinPercentage(1e-9));
    }

    @Test
    void memoryIsSharedOutAmongTheChipsThatHoldIt() {
        // A quarter of 1e18 B in GB300 of 279 GiB, the rest in H100 of 80 GiB.
        String fleet = "fleet=!replace {memory: 1e9 GB, made_of: {nvidia-gb300: 25%, nvidia-h100-sxm: 75%}}";

        assertThat(Worked.value(COUNT, "fleet.chips.nvidia-gb300", "chip", fleet))
                .isCloseTo(0.25e18 / (279 * 0x1p30), withinPercentage(1e-9));
        assertThat(Worked.value(COUNT, "fleet.chips.nvidia-h100-sxm", "chip", fleet))
                .isCloseTo(0.75e18 / (80 * 0x1p30), withinPercentage(1e-9));
    }

    @Test
    void thePrecisionChoosesTheRateOfAChip() {
        // fp8 of an H100: 1978.9e12.
        assertThat(Worked.value(
                        COUNT, "fleet.peak", "FLOP/s", "fleet=!replace {chips: {nvidia-h100-sxm: 10}, precision: fp8}"))
                .isCloseTo(1.9789e16, withinPercentage(1e-9));
    }

    @Test
    void aChipWithoutARateAtThePrecisionIsReportedWithTheRatesItHas() {
        assertThatThrownBy(() -> Worked.of(COUNT, "fleet=!replace {chips: {google-tpu-v5e: 10}, precision: fp8}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("the catalog has no fp8 rate of google-tpu-v5e; it has bf16, int8");
    }

    @Test
    void aMisspeltChipIsReportedWithItsNearest() {
        assertThatThrownBy(() -> Worked.of(COUNT, "fleet=!replace {chips: {nvidia-h100-smx: 10}}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("there is no chip 'nvidia-h100-smx'. Maybe nvidia-h100-sxm?");
    }

    @Test
    void aFleetOfTheCatalogIsTheSumOfItsEntries() {
        // (150,000 + 50,000) * 989.4e12 + 30,000 * 2250e12
        assertThat(Worked.value(COUNT, "fleet.peak", "FLOP/s", "fleet=!replace {id: xai-colossus-1}"))
                .isCloseTo(2.6538e20, withinPercentage(1e-9));
    }

    @Test
    void aStatedCapacityAtAnotherPrecisionThanAskedForIsReported() {
        assertThatThrownBy(() -> Worked.of(COUNT, "fleet=!replace {id: world-2025, precision: fp8}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is stated at bf16, and the fleet is asked for at fp8");
    }

    @Test
    void thePeakIsBeforeTheShareAndTheCapacityAfterIt() {
        String[] settings = {"fleet.share=20%", "fleet.availability=90%", "inference.share=5%"};

        assertThat(Worked.value("essay-2023", "fleet.peak", "FLOP/s", settings)).isEqualTo(4e21);
        // 4e21 * 20% * 90% and 4e21 * 5% * 90%
        assertThat(Worked.value("essay-2023", "training.capacity", "FLOP/s", settings))
                .isCloseTo(7.2e20, withinPercentage(1e-9));
        assertThat(Worked.value("essay-2023", "inference.capacity", "FLOP/s", settings))
                .isCloseTo(1.8e20, withinPercentage(1e-9));
    }

    @Test
    void servingTakesTheShareOfTheFleetWhereItNamesNone() {
        assertThat(Worked.value("essay-2023", "inference.capacity", "FLOP/s", "fleet.share=20%"))
                .isCloseTo(8e20, withinPercentage(1e-9));
        assertThat(Worked.value("essay-2023", "inference.capacity", "FLOP/s", "inference.share=10%"))
                .isCloseTo(4e20, withinPercentage(1e-9));
    }

    @Test
    void theChipsOfOneMakerAreThoseThatItMade() {
        // By hand: the counts of Epoch's AMD chips at the end of 2025 times their dense bf16 rates, over 989.4e12.
        assertThat(Worked.value("world-2025", "fleet.h100e", "H100e", "fleet.vendor=AMD"))
                .isCloseTo(1246861.6, withinPercentage(1e-3));
        assertThatThrownBy(() -> Worked.of("world-2025", "fleet.vendor=Nvidia")).hasMessageContaining("Maybe NVIDIA?");
    }

    @Test
    void theCountOfAiImpactsIsFourMillionH100Equivalents() {
        // 3.98e21 / 989.4e12
        assertThat(Worked.value(COUNT, "fleet.h100e", "H100e")).isCloseTo(4.02264e6, withinPercentage(1e-3));
    }

    @Test
    void moreThanAllChipsOfTheWorldIsWarnedOfWithHowMuch() {
        // 1.2e25 / 1.87e22
        assertThat(Worked.value("essay-2023-scaled", "fleet.share_of_world", "1"))
                .isCloseTo(641.711, withinPercentage(1e-3));
        assertThat(Worked.of("essay-2023-scaled").warnings())
                .filteredOn(warning -> warning.code().equals("beyond-world-stock"))
                .singleElement()
                .asString()
                .contains("642 times the 1.89e7 H100e");
        assertThat(Worked.warnings(Worked.of(COUNT, "fleet.capacity=1.86e22 FLOP/s")))
                .isEmpty();
        assertThat(Worked.warnings(Worked.of(COUNT, "fleet.capacity=1.88e22 FLOP/s")))
                .containsExactly("beyond-world-stock");
    }

    @Test
    void aShareAboveTheWholeIsRefused() {
        assertThatThrownBy(() -> Worked.of("essay-2023", "fleet.share=101%"))
                .isInstanceOf(BadInput.class)
                .hasMessageContainingAll("fleet.share", "101%", "is not above 0 and at most 100%");
        assertThatThrownBy(() -> Worked.of("essay-2023", "fleet.availability=0"))
                .isInstanceOf(BadInput.class);
    }
}
