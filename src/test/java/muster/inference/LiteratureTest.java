package muster.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Optional;
import java.util.OptionalDouble;
import muster.inference.replica.OperatingPoint;
import muster.inference.replica.RooflineBound;
import muster.inference.step.CalibratedFactors;
import muster.inference.step.Collectives;
import muster.inference.step.Deployment;
import muster.inference.step.Machine;
import muster.inference.step.Speculation;
import muster.inference.step.TokenTimeBreakdown;
import muster.model.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked answers of the literature on the arithmetic of serving. */
class LiteratureTest {

    @ParameterizedTest
    @CsvSource({
        // "How to scale your model", chapter on inference: Llama 2 13B in bf16, 8192 tokens, 8 TPU v5e of 0.82e12 B/s;
        // ms, token/s.
        "1, 4.98, 200.61",
        "8, 12.13, 659.30",
        "16, 20.30, 787.99",
        "32, 36.65, 873.21",
        "64, 69.33, 923.13",
        "240, 249.09, 963.53"
    })
    void theScalingBooksLlama13B(double sequences, double milliseconds, double tokensPerSecond) {
        double seconds =
                RooflineBound.scalingBook(6.7e9 * sequences, 26e9, 2 * 13e9 * sequences, 8 * 0.82e12, 8 * 1.97e14);
        assertThat(1e3 * seconds).isCloseTo(milliseconds, withinPercentage(0.2));
        assertThat(sequences / seconds).isCloseTo(tokensPerSecond, withinPercentage(0.2));
        // The book rounds the 6.71e9 bytes of a sequence and the 26.03e9 of the model.
        Shape shape = Prototype.shape("llama-2-13b");
        assertThat(shape.kvElements(8192) * 2).isCloseTo(6.7e9, withinPercentage(0.2));
        assertThat(shape.parameters() * 2).isCloseTo(26e9, withinPercentage(0.2));
    }

    @ParameterizedTest
    @CsvSource({"4, 2.5, 0.07", "256, 21, 0.1"})
    void theScalingBooks30B(double sequences, double milliseconds, double cutOff) {
        // In int8 on 16 TPU v5e, 100 kB of cache a token, 8192 tokens; the book prints 2.57 as 2.5.
        double seconds = RooflineBound.scalingBook(
                100e3 * 8192 * sequences, 30e9, 2 * 30e9 * sequences, 16 * 8.1e11, 16 * 1.97e14);
        assertThat(1e3 * seconds).isCloseTo(milliseconds, within(cutOff));
    }

    @ParameterizedTest
    @CsvSource({"llama-2-7b, 6.73, 0.3", "llama-2-13b, 12.94, 0.4"})
    void weightsAndCacheAloneAreTheIdealOfLlmAnalysis(String model, double milliseconds, double percent) {
        // A100 80GB at 2.039e12 B/s, 16 bits, 512 tokens, one sequence.
        Shape shape = Prototype.shape(model);
        double bytes = 2 * shape.activeParameters() + 2 * shape.kvElements(512);
        assertThat(1e3 * bytes / 2.039e12).isCloseTo(milliseconds, withinPercentage(2));
        assertThat(1e3 * (2 * shape.parameters() + 2 * shape.kvElements(512)) / 2.039e12)
                .isCloseTo(milliseconds, withinPercentage(percent));
    }

    @ParameterizedTest
    @CsvSource({
        // Pope et al. 2022, Table 2: PaLM 540B on 64 TPU v4 of 275e12 FLOP/s; tokens, seconds, part of the peak.
        "64 * 64, 4096, 1.82, 0.138",
        "512 * 64, 32768, 6.0, 0.335",
        "512 * 2048, 1048576, 85.2, 0.755",
        "1 * 2048, 2048, 0.29, 0.43"
    })
    void thePartsOfThePeakThatPopeMeasured(String what, double tokens, double seconds, double part) {
        OperatingPoint point = new OperatingPoint(
                Deployment.tensor(64, 1),
                64,
                1,
                tokens / seconds / 64,
                Optional.empty(),
                0,
                OptionalDouble.empty(),
                new TokenTimeBreakdown(0, 0, 0, 0, 0, 0));
        assertThat(point.utilization(Prototype.shape("palm-540b").activeParameters(), 275e12))
                .as(what)
                .isCloseTo(part, within(0.006));
    }

    @Test
    void thePredictionHeadOfDeepSeekR1() {
        // Measured at one sequence on eight B200: 1.92, 2.58, 2.82 tokens a step and 1.78 times the speed with one
        // guess.
        assertThat(Speculation.predictionHead(1).tokensPerStep()).isCloseTo(1.92, within(1e-9));
        assertThat(Speculation.predictionHead(2).tokensPerStep()).isCloseTo(2.58, within(0.04));
        assertThat(Speculation.predictionHead(3).tokensPerStep()).isCloseTo(2.82, within(0.1));
        // What a draft token costs is timed as a pass through a layer; measured-gains/prediction-heads holds it to 1.78
        // to 2.28.
        assertThat(Speculation.predictionHead(1).draftCost()).isZero();
        assertThat(Speculation.NONE.tokensPerStep()).isEqualTo(1);
        // A chance that does not fall gives the geometric sum (1 - a^(g + 1))/(1 - a).
        assertThat(new Speculation(4, 0.8, 1, 0).tokensPerStep())
                .isCloseTo((1 - Math.pow(0.8, 5)) / 0.2, within(1e-12));
    }

    @Test
    void theExchangesOfDeepSeekV3TakeATenthOfAMillisecond() {
        // 3 bytes * 32 tokens * 9 experts * 7000 / 50e9 B/s = 120.96 us, to the experts and back; arXiv 2505.09343.
        Machine machine = new Machine(80e9, 1, 1, 144, 50e9, 0);
        Collectives bytesAlone = new Collectives(CalibratedFactors.SPEED_OF_LIGHT, machine);
        assertThat(1e6 * 2 * bytesAlone.allToAll(144, 32.0 * 9 * 7000)).isCloseTo(120.96, within(0.01));
    }

    @Test
    void aBatchOf240TurnsATpuV5eFromBytesToArithmetic() {
        // P/W * w/2 with 1.97e14 FLOP/s and 8.2e11 B/s: 240 in bf16 and 120 with weights in int8.
        for (double weightBytes : new double[] {2, 1}) {
            double batch = 120 * weightBytes;
            double bytes = 1e9 * weightBytes / 8.2e11;
            assertThat(RooflineBound.scalingBook(0, 1e9 * weightBytes, 2e9 * batch * 0.99, 8.2e11, 1.97e14))
                    .isEqualTo(bytes);
            assertThat(RooflineBound.scalingBook(0, 1e9 * weightBytes, 2e9 * batch * 1.01, 8.2e11, 1.97e14))
                    .isGreaterThan(bytes);
        }
    }
}
