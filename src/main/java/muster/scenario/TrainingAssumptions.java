package muster.scenario;

import java.util.Optional;
import java.util.OptionalDouble;
import muster.diagnostic.Problems;
import muster.document.PositiveAmount;
import muster.document.yaml.Text;
import muster.unit.Quantity;

/**
 * What is assumed of training, where a scenario and its architecture are not to say it.
 *
 * @param tokens the tokens that the model is trained on
 * @param aspect the width over the layers of models of other sizes
 * @param utilization what the fleet would reach of its dense rate in training
 */
public record TrainingAssumptions(OptionalDouble tokens, OptionalDouble aspect, OptionalDouble utilization) {
    /** Nothing is assumed. */
    public static final TrainingAssumptions NONE =
            new TrainingAssumptions(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    private static final PositiveAmount TOKENS = new PositiveAmount("token", true, "as 15e12");
    private static final PositiveAmount ASPECT = new PositiveAmount("1", false, "as 128");
    private static final PositiveAmount PART = new PositiveAmount("1", false, "as 40%");

    /** What texts say, each of which may be left out; what is no amount is reported. */
    public static TrainingAssumptions parse(
            Optional<Text> tokens, Optional<Text> aspect, Optional<Text> utilization, Problems problems) {
        return new TrainingAssumptions(
                amount(TOKENS, tokens, problems), amount(ASPECT, aspect, problems), part(utilization, problems));
    }

    private static OptionalDouble part(Optional<Text> text, Problems problems) {
        OptionalDouble part = amount(PART, text, problems);
        if (part.isPresent() && part.getAsDouble() > 1) {
            problems.error("out-of-range", text.orElseThrow().place(), "a part of the dense rate is at most 100%");
        }
        return part;
    }

    private static OptionalDouble amount(PositiveAmount form, Optional<Text> text, Problems problems) {
        return text.flatMap(given -> form.parse(given, problems)).stream()
                .mapToDouble(Quantity::base)
                .findFirst();
    }
}
