package muster.technique;

import java.util.OptionalDouble;

/**
 * What training costs the fleet that serves.
 *
 * @param flopPerSecond what the part of the fleet that serves would do in training, where that is known: its peak rate times the
 *     utilisation of training
 */
public record Costs(OptionalDouble flopPerSecond) {

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
    OptionalDouble breakEvenTokens(double extraFlop, double throughput, double gain) {
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
