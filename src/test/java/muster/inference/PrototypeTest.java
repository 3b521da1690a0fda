package muster.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Map;
import muster.inference.step.CalibratedFactors;
import muster.inference.step.Deployment;
import muster.inference.step.ModelFormats;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.inference.step.StepTime;
import muster.inference.step.TimeBreakdown;
import muster.model.Shape;
import muster.model.layer.FeedForward;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Step times against those of a prototype in Python, with its constants, to one part in a million. */
class PrototypeTest {
    private static final double MILLIONTH = 1e-4; // percent

    @ParameterizedTest
    @CsvFileSource(resources = "/inference/prototype.csv", useHeadersInDisplayName = true)
    void stepTimesAgree(
            String id,
            String model,
            String chip,
            String format,
            double prompt,
            double output,
            double batch,
            int tensor,
            int data,
            int expert,
            double defaultSeconds,
            double fittedSeconds,
            double lightSeconds) {
        Shape shape = Prototype.shape(model);
        boolean experts = shape.feedForward() instanceof FeedForward.Experts;
        Deployment deployment = new Deployment(tensor, false, data, expert, 1, batch, false);
        RequestTokens context = new RequestTokens(prompt, output);
        CalibratedFactors fit = experts ? Prototype.EXPERTS_FIT : Prototype.DENSE_FIT;
        Map<String, Double> rates = experts ? Prototype.EXPERTS_RATES : Prototype.DENSE_RATES;
        assertThat(seconds(model, chip, format, Prototype.DEFAULT, Prototype.DEFAULT_RATES, deployment, context))
                .isCloseTo(defaultSeconds, withinPercentage(MILLIONTH));
        assertThat(seconds(model, chip, format, fit, rates, deployment, context))
                .isCloseTo(fittedSeconds, withinPercentage(MILLIONTH));
        assertThat(seconds(model, chip, format, Prototype.LIGHT, Prototype.LIGHT_RATES, deployment, context))
                .isCloseTo(lightSeconds, withinPercentage(MILLIONTH));
    }

    private static double seconds(
            String model,
            String chipName,
            String format,
            CalibratedFactors constants,
            Map<String, Double> rates,
            Deployment deployment,
            RequestTokens context) {
        Prototype.PrototypeChip chip = Prototype.chip(chipName);
        ModelFormats formats = Prototype.formats(model, format, chip, rates);
        StepTime step = new StepTime(Prototype.shape(model), formats, chip.machine(), constants);
        return step.decode(deployment, context, Speculation.NONE, new TimeBreakdown());
    }
}
