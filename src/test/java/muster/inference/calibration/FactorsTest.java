package muster.inference.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.format.Encoding;
import muster.inference.ModelsOnChips;
import muster.inference.step.CalibratedFactors;
import muster.model.ScaleLayout;
import muster.trace.Given;
import muster.uncertainty.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What families and engines change of the shared constants, and how what the fit did not see is said. */
final class FactorsTest {
    private final Calibration calibration =
            ModelsOnChips.of("llama-3.1-8b", "nvidia-h100-sxm", "bf16").calibration();

    private static Input of(String value) {
        return Given.input("f", value);
    }

    private CalibratedFactors factors(ChipFamilyFactors family, EngineFactors engine) {
        return calibration.constants().central(family, engine, Encoding.FP8, Encoding.FP8);
    }

    /** A family of 2, 3, 5, 7 and 23 times and an engine of 11, 13, 17 and 19 times, each on its own group of constants. */
    @Test
    void eachFactorIsOfItsGroup() {
        FactorInputs shared = calibration.constants();
        CalibratedFactors after = factors(
                new ChipFamilyFactors(of("2"), of("3"), of("5"), of("7"), of("23"), of("41")),
                new EngineFactors(
                        of("11"),
                        of("13"),
                        of("17"),
                        of("19"),
                        of("1"),
                        of("31"),
                        of("37"),
                        of("1"),
                        of("29"),
                        of("1"),
                        of("1"),
                        Optional.empty(),
                        of("0.9"),
                        of("2048")));

        times(shared.kernel(), after.kernelSeconds(), 22);
        times(shared.attention(), after.attentionSeconds(), 22);
        times(shared.experts(), after.expertSeconds(), 22);
        times(shared.allReduce(), after.allReduceSeconds(), 22);
        times(shared.allReducePerDoubling(), after.allReduceSecondsPerDoubling(), 22);
        times(shared.allToAll(), after.allToAllSeconds(), 22);
        times(shared.layer(), after.layerSeconds(), 22);
        times(shared.activatedExpert(), after.activatedExpertSeconds(), 22);
        times(shared.memoryEfficiency(), after.memoryEfficiency(), 57);
        times(shared.cacheEfficiency(), after.cacheEfficiency(), 57);
        times(shared.expertEfficiency().eightBit(), after.expertEfficiency(), 57 * 31);
        times(shared.linkEfficiency(), after.linkEfficiency(), 7);
        times(shared.allToAllEfficiency(), after.allToAllEfficiency(), 7);
        times(shared.index(), after.indexSeconds(), 22);
        times(shared.normReduce(), after.normReduceSeconds(), 22);
        times(shared.step(), after.stepSeconds(), 23 * 13);
        times(shared.draft(), after.draftSeconds(), 23 * 29);
        times(shared.sequence(), after.sequenceSeconds(), 17);
        times(shared.blend(), after.blend(), 1);
        times(shared.network(), after.networkSeconds(), 1);
        times(shared.stage(), after.stageSeconds(), 1);
    }

    private static void times(Input shared, double after, double factor) {
        double before = FactorInputs.central(shared);
        assertThat(after).isCloseTo(factor * before, within(1e-12 * Math.abs(factor * before)));
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

    @ParameterizedTest
    @CsvSource({
        // weights and activations: the efficiency of 16, 8, 4 bits or of weights alone; the cost of conversion
        "BF16, BF16, 16, 0",
        "FP16, FP16, 16, 0",
        "FP8, FP8, 8, 80",
        "INT8, INT8, 8, 80",
        "FP4, FP4, 4, 40",
        "FP4, FP8, 8, 80",
        "FP8, BF16, 1, 0",
        "INT4, BF16, 1, 0",
    })
    void productsRunInTheFormatOfTheActivations(
            Encoding weights, Encoding activations, double efficiency, double conversion) {
        assertThat(new FactorInputs.Efficiencies(of("16"), of("8"), of("4"), of("1")).of(weights, activations))
                .isEqualTo(efficiency);
        assertThat(new FactorInputs.ConversionTimes(of("80"), of("160"), of("40"))
                        .of(activations, ScaleLayout.TENSOR, ChipFamilyFactors.AVERAGE, EngineFactors.AVERAGE))
                .isEqualTo(conversion);
        assertThat(new FactorInputs.ConversionTimes(of("80"), of("160"), of("40"))
                        .of(activations, ScaleLayout.BLOCK, ChipFamilyFactors.AVERAGE, EngineFactors.AVERAGE))
                .isEqualTo(conversion == 80 ? 160 : conversion);
    }

    /** Fixed costs of the family times 2, its block scales times 41, the engine's times 1: 160 s becomes 82 times as much. */
    @Test
    void blocksOfScalesCostWhatTheFamilySays() {
        ChipFamilyFactors family = new ChipFamilyFactors(of("2"), of("3"), of("5"), of("7"), of("23"), of("41"));
        FactorInputs.ConversionTimes times = new FactorInputs.ConversionTimes(of("80"), of("160"), of("40"));
        assertThat(times.of(Encoding.FP8, ScaleLayout.BLOCK, family, EngineFactors.AVERAGE))
                .isEqualTo(160 * 82);
        assertThat(times.of(Encoding.FP8, ScaleLayout.TENSOR, family, EngineFactors.AVERAGE))
                .isEqualTo(80 * 2);
        assertThat(times.of(Encoding.FP4, ScaleLayout.BLOCK, family, EngineFactors.AVERAGE))
                .isEqualTo(40 * 2);
    }

    @ParameterizedTest
    @CsvSource({"1, FEW", "8, FEW", "8.1, SOME", "64, SOME", "64.1, MANY", "1000, MANY"})
    void theErrorDependsOnTheSequencesOfAReplica(double sequences, String regime) {
        assertThat(Regime.of(false, sequences).name()).isEqualTo("DENSE_" + regime);
        assertThat(Regime.of(true, sequences).name()).isEqualTo("EXPERTS_" + regime);
    }

    @Test
    void aFamilyHasItsFactorsAsTheyAreStated() {
        ChipFamilyFactors family = new ChipFamilyFactors(of("2"), of("3"), of("5"), of("7"), of("23"), of("41"));
        assertThat(family.fixedCosts()).isEqualTo(2);
        assertThat(family.memoryRates()).isEqualTo(3);
        assertThat(family.computeRates()).isEqualTo(5);
        assertThat(family.linkRates()).isEqualTo(7);
        assertThat(family.stepCosts()).isEqualTo(23);
        assertThat(family.blockCosts()).isEqualTo(41);
    }

    @Test
    void anEngineThatWasNotMeasuredIsSaidWithTheNearest() {
        Problems problems = new Problems();
        assertThat(calibration.engine(new Text("average", Place.argument("engine")), problems))
                .map(DatedEngine::factors)
                .contains(EngineFactors.AVERAGE);
        String known = calibration.engines().keySet().iterator().next();
        assertThat(calibration.engine(new Text(known, Place.argument("engine")), problems))
                .map(DatedEngine::factors)
                .contains(calibration.engines().get(known));
        assertThat(problems.none()).isTrue();
        assertThat(calibration.engine(new Text(known + "x", Place.argument("engine")), problems))
                .isEmpty();
        assertThat(problems.sorted())
                .singleElement()
                .extracting(Diagnostic::message)
                .asString()
                .startsWith("no engine '" + known + "x' was measured; there are ")
                .endsWith("Maybe " + known + "?");
        for (Regime regime : Regime.values()) {
            assertThat(calibration.residual(regime)).isStrictlyBetween(0.0, 1.0);
        }
    }
}
