package muster.inference.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import muster.inference.ModelsOnChips;
import muster.inference.step.CalibratedFactors;
import muster.trace.Given;
import muster.uncertainty.Input;
import org.junit.jupiter.api.Test;

/** What families and engines change of the shared constants, and how what the fit did not see is said. */
final class FactorsTest {
    private final Calibration calibration =
            ModelsOnChips.of("llama-3.1-8b", "nvidia-h100-sxm", "bf16").calibration();

    private static Input of(String value) {
        return Given.input("f", value);
    }

    private CalibratedFactors factors(ChipFamilyFactors family, EngineFactors engine) {
        return calibration.constants().central(family, engine);
    }

    /** A family of 2, 3, 5 and 7 times and an engine of 11, 13, 17 and 19 times, each on its own group of constants. */
    @Test
    void eachFactorIsOfItsGroup() {
        CalibratedFactors before = factors(ChipFamilyFactors.AVERAGE, EngineFactors.AVERAGE);
        CalibratedFactors after = factors(
                new ChipFamilyFactors(of("2"), of("3"), of("5"), of("7")),
                new EngineFactors(of("11"), of("13"), of("17"), of("19"), of("1"), of("0.9"), of("2048")));

        times(before.kernelSeconds(), after.kernelSeconds(), 22);
        times(before.attentionSeconds(), after.attentionSeconds(), 22);
        times(before.expertSeconds(), after.expertSeconds(), 22);
        times(before.allReduceSeconds(), after.allReduceSeconds(), 22);
        times(before.allReduceSecondsPerDoubling(), after.allReduceSecondsPerDoubling(), 22);
        times(before.allToAllSeconds(), after.allToAllSeconds(), 22);
        times(before.layerSeconds(), after.layerSeconds(), 22);
        times(before.activatedExpertSeconds(), after.activatedExpertSeconds(), 22);
        times(before.memoryEfficiency(), after.memoryEfficiency(), 57);
        times(before.cacheEfficiency(), after.cacheEfficiency(), 57);
        times(before.expertEfficiency(), after.expertEfficiency(), 57);
        times(before.linkEfficiency(), after.linkEfficiency(), 7);
        times(before.allToAllEfficiency(), after.allToAllEfficiency(), 7);
        times(before.stepSeconds(), after.stepSeconds(), 13);
        times(before.sequenceSeconds(), after.sequenceSeconds(), 17);
        times(before.blend(), after.blend(), 1);
        times(before.networkSeconds(), after.networkSeconds(), 1);
        times(before.stageSeconds(), after.stageSeconds(), 1);
    }

    private static void times(double before, double after, double factor) {
        assertThat(after).isCloseTo(factor * before, within(1e-12 * Math.abs(after)));
    }

    @Test
    void whatWasNotSeenIsSaidWithItsBand() {
        assertThat(Unseen.NOTHING.suffix()).isEmpty();
        assertThat(new Unseen(Optional.of("A"), List.of()).suffix()).isEqualTo("-unseen-family");
        assertThat(new Unseen(Optional.empty(), List.of("x")).suffix()).isEqualTo("-unseen-kind");
        Unseen both = new Unseen(Optional.of("A"), List.of("x"));
        assertThat(both.suffix()).isEqualTo("-unseen-family-unseen-kind");
        // e^(1.645 * 0.2) is 1.39 and e^-(1.645 * 0.2) 0.72; with 0.1 they are 1.18 and 0.85.
        assertThat(both.words(0.2, 0.1))
                .startsWith("the fit had no chip of the family A and fewer than 10 rows of models with x: ")
                .contains("is 0.72 to 1.39 of the modelled in 90% of cases")
                .endsWith("not 0.85 to 1.18");
        assertThat(both.words(0.1, 0.1)).endsWith("which is no more than of what the fit saw");
    }

    @Test
    void replicasThatOnlyPrefillAreBusyForAPart() {
        assertThat(calibration.prefillLoad()).isStrictlyBetween(0.0, 1.0);
    }
}
