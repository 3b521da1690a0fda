package muster.technique.comparison;

import java.util.OptionalDouble;

/**
 * What training and serving cost a fleet together, in the time of the whole fleet, which is the currency of both: a fleet trains at
 * its dense rate times the utilisation of training, and serves as it does.
 *
 * <pre>
 * total = training FLOP / (rate * utilisation) + tokens / throughput        seconds of the fleet
 * gain at equal total budget = total of the base / total of the design, for the same tokens' worth of answers at the same loss
 * </pre>
 *
 * <p>For many tokens the gain is the gain at equal loss, for few it is the training compute of the base over that of the design.
 * Sardana et al. 2024, arXiv 2401.00448, Eq. 3 and 6, has the same sum in FLOP and in dollars; here a token costs the time that
 * it takes on the chips.
 *
 * @param flopPerSecond what the part of the fleet that serves would do in training, where that is known: its peak rate times the
 *     utilisation of training
 * @param span what is served
 */
public record TrainingAndServingCosts(OptionalDouble flopPerSecond, ServiceLife span) {

    /** What one model costs: all training that it takes, in FLOP, and the answers of the fleet, in tokens of the base per second. */
    record Bill(double trainingFlop, double throughput) {
        double seconds(double flopPerSecond, double tokens) {
            return trainingFlop / flopPerSecond + tokens / throughput;
        }
    }

    /**
     * The gain at equal total budget.
     *
     * @param base what the base costs
     * @param design what the design costs
     * @return nothing where the rate of training is not known
     */
    OptionalDouble budgetGain(Bill base, Bill design) {
        if (flopPerSecond.isEmpty()) {
            return OptionalDouble.empty();
        }
        double rate = flopPerSecond.getAsDouble();
        double tokens = span.tokens(base.throughput);
        return OptionalDouble.of(base.seconds(rate, tokens) / design.seconds(rate, tokens));
    }

    /** The part of the total that is training; nothing where the rate of training is not known. */
    OptionalDouble trainingPart(Bill base, Bill design) {
        if (flopPerSecond.isEmpty()) {
            return OptionalDouble.empty();
        }
        double rate = flopPerSecond.getAsDouble();
        return OptionalDouble.of(design.trainingFlop / rate / design.seconds(rate, span.tokens(base.throughput)));
    }

    /**
     * The tokens after which extra training has paid: the time that the fleet trains longer, over the time saved per token.
     *
     * <pre>
     * tokens = (extra FLOP / rate) / (1/R - 1/(g R))
     * </pre>
     *
     * @param extraFlop what training takes more
     * @param throughput R, tokens per second of the base
     * @param gain g, over the base
     * @return 0 where nothing is to be paid back, infinite where serving gets no cheaper
     */
    public OptionalDouble breakEvenTokens(double extraFlop, double throughput, double gain) {
        if (flopPerSecond.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (extraFlop <= 0) {
            return OptionalDouble.of(gain >= 1 ? 0 : Double.POSITIVE_INFINITY);
        }
        double savedPerToken = (1 - 1 / gain) / throughput;
        return OptionalDouble.of(
                savedPerToken > 0 ? extraFlop / flopPerSecond.getAsDouble() / savedPerToken : Double.POSITIVE_INFINITY);
    }
}
