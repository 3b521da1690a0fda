package muster.technique.comparison;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import muster.technique.Design;

/**
 * Some techniques together, beside what they are compared with: the base, or the base without a technique that it has already.
 *
 * @param techniques the techniques; none is the base
 * @param equalLoss with the model of the loss of the base
 * @param sameWeights with the weights of the base
 * @param base what they are compared with
 * @param costs what training costs against serving
 * @param inBase whether the base has the technique already, so that this is the base, compared with what it is without
 */
public record ComparisonRow(
        List<NamedTechnique> techniques,
        DesignResult equalLoss,
        DesignResult sameWeights,
        DesignResult base,
        TrainingAndServingCosts costs,
        boolean inBase) {

    public ComparisonRow {
        techniques = List.copyOf(techniques);
    }

    /** The names of the techniques, as {@code fp8 + distill}. */
    public String name() {
        return techniques.isEmpty()
                ? "base"
                : String.join(" + ", techniques.stream().map(NamedTechnique::id).toList());
    }

    /**
     * Answers of the fleet over those of the base: throughput, over the tokens that an answer takes.
     *
     * @param side one of the two ways to hold something equal
     */
    public OptionalDouble throughputGain(DesignResult side) {
        return gain(side, outcome -> outcome.throughput());
    }

    /** Serial speed over that of the base, each of the fastest replica; answers of more tokens are slower. */
    public OptionalDouble speedGain(DesignResult side) {
        return gain(side, outcome -> outcome.frontier().fastest().orElseThrow().serialSpeed());
    }

    /** A figure of the scenario over that of the base. */
    public OptionalDouble gain(DesignResult side, String figure) {
        return side.outcome()
                        .filter(outcome -> outcome.figures().containsKey(figure))
                        .isPresent()
                ? ratio(side, outcome -> outcome.figures().get(figure))
                : OptionalDouble.empty();
    }

    private OptionalDouble gain(DesignResult side, ToDoubleFunction<ServedDesign> what) {
        OptionalDouble ratio = ratio(side, what);
        return ratio.isPresent()
                ? OptionalDouble.of(
                        ratio.getAsDouble() / side.design().orElseThrow().tokensPerAnswer())
                : ratio;
    }

    private OptionalDouble ratio(DesignResult side, ToDoubleFunction<ServedDesign> what) {
        return side.outcome().isPresent() && base.outcome().isPresent()
                ? OptionalDouble.of(what.applyAsDouble(side.outcome().get())
                        / what.applyAsDouble(base.outcome().get()))
                : OptionalDouble.empty();
    }

    /**
     * What the base, or the base without the technique, costs in training and serving over what this costs, for the same answers
     * at the same loss; nothing where one of the two trainings, or the rate of training, is not known.
     */
    public OptionalDouble budgetGain() {
        OptionalDouble gain = throughputGain(equalLoss);
        return gain.isPresent()
                ? budgetGain(base.outcome().orElseThrow().throughput(), gain.getAsDouble())
                : OptionalDouble.empty();
    }

    /** The same with other throughputs, as at another speed: those of the base, in token/s, and the gain in answers over it. */
    public OptionalDouble budgetGain(double baseThroughput, double gain) {
        return billed(equalLoss, gain * baseThroughput)
                .flatMap(own -> billed(base, baseThroughput).map(plain -> costs.budgetGain(plain, own)))
                .orElse(OptionalDouble.empty());
    }

    /** The part of the total budget that is training. */
    public OptionalDouble trainingPart() {
        OptionalDouble gain = throughputGain(equalLoss);
        if (gain.isEmpty()) {
            return OptionalDouble.empty();
        }
        double plain = base.outcome().orElseThrow().throughput();
        return billed(equalLoss, gain.getAsDouble() * plain)
                .flatMap(own -> billed(base, plain).map(other -> costs.trainingPart(other, own)))
                .orElse(OptionalDouble.empty());
    }

    private static Optional<TrainingAndServingCosts.Bill> billed(DesignResult side, double throughput) {
        return side.design()
                .map(Design::trainingFlop)
                .filter(OptionalDouble::isPresent)
                .map(flop -> new TrainingAndServingCosts.Bill(flop.getAsDouble(), throughput));
    }

    /** What training takes more than that of the base, in FLOP; below zero where it takes less. */
    public OptionalDouble extraFlop() {
        OptionalDouble own = equalLoss.design().map(Design::trainingFlop).orElse(OptionalDouble.empty());
        OptionalDouble plain = base.design().orElseThrow().trainingFlop();
        return own.isPresent() && plain.isPresent()
                ? OptionalDouble.of(own.getAsDouble() - plain.getAsDouble())
                : OptionalDouble.empty();
    }

    /** When the extra training has paid, in tokens of the base served; infinite where it never does. */
    public OptionalDouble breakEvenTokens() {
        OptionalDouble gain = throughputGain(equalLoss);
        OptionalDouble extra = extraFlop();
        return gain.isPresent() && extra.isPresent()
                ? costs.breakEvenTokens(
                        extra.getAsDouble(), base.outcome().orElseThrow().throughput(), gain.getAsDouble())
                : OptionalDouble.empty();
    }
}
