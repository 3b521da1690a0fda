package muster.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import muster.inference.step.CalibratedFactors;
import muster.inference.step.Deployment;
import muster.inference.step.Machine;
import muster.inference.step.MatrixFormat;
import muster.inference.step.ModelFormats;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.inference.step.StepTime;
import muster.inference.step.TimeBreakdown;
import muster.model.Shape;
import muster.model.layer.Attention;
import muster.model.layer.FeedForward;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Steps of what no measurement of the prototype has, two cuts of latent attention, experts and heads with a gate and without,
 * exchanges over several domains, against {@code cuts.py} beside the rows, to one part in a million.
 */
final class CutsTest {
    private static final double MILLIONTH = 1e-4; // percent

    @ParameterizedTest
    @CsvFileSource(resources = "/inference/cuts.csv", useHeadersInDisplayName = true)
    void stepTimesAgree(
            String id,
            String attention,
            String feedForward,
            int layers,
            int width,
            int vocabulary,
            String format,
            double prompt,
            double output,
            double batch,
            int tensor,
            int cuts,
            int data,
            int expert,
            int domain,
            double link,
            double network,
            double defaultSeconds,
            double lightSeconds) {
        Shape shape = new Shape(
                layers, width, vocabulary, false, 0, 2, false, attention(attention), feedForward(feedForward));
        Machine machine = new Machine(141e9, 4.8e12, 989e12, domain, link, network);
        Deployment deployment = new Deployment(tensor, cuts == 2, data, expert, 1, batch, false);
        RequestTokens context = new RequestTokens(prompt, output);

        assertThat(step(shape, format, Prototype.DEFAULT_RATES, machine, Prototype.DEFAULT)
                        .decode(deployment, context, Speculation.NONE, new TimeBreakdown()))
                .isCloseTo(defaultSeconds, withinPercentage(MILLIONTH));
        assertThat(step(shape, format, Prototype.LIGHT_RATES, machine, Prototype.LIGHT)
                        .decode(deployment, context, Speculation.NONE, new TimeBreakdown()))
                .isCloseTo(lightSeconds, withinPercentage(MILLIONTH));
    }

    private static StepTime step(
            Shape shape, String format, Map<String, Double> rates, Machine machine, CalibratedFactors constants) {
        MatrixFormat wide = new MatrixFormat(2, 2, 989e12, rates.get("bf16"), 0);
        MatrixFormat narrow = format.equals("bf16") ? wide : new MatrixFormat(1, 1, 1979e12, rates.get("fp8"), 0);
        return new StepTime(shape, new ModelFormats(narrow, narrow, wide, narrow.weightBytes()), machine, constants);
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> word.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static Attention attention(String text) {
        int[] of = numbers(text);
        return text.startsWith("latent")
                ? new Attention.Latent(of[0], of[1], of[2], of[3], of[4], of[5])
                : new Attention.Grouped(
                        of[0],
                        of[1],
                        of[2],
                        Attention.Biases.NONE,
                        Attention.HeadNorm.NONE,
                        false,
                        text.endsWith(" gated"),
                        Optional.empty());
    }

    private static FeedForward feedForward(String text) {
        int[] of = numbers(text);
        boolean gated = !text.endsWith(" ungated");
        return text.startsWith("dense")
                ? new FeedForward.Dense(of[0], gated, false)
                : new FeedForward.Experts(of[0], of[1], of[2], of[3], of[4], of[5], gated, false, false, false);
    }
}
