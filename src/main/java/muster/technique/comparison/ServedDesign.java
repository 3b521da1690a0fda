package muster.technique.comparison;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import muster.inference.replica.Encodings;
import muster.inference.replica.Frontier;
import muster.inference.step.TokenTimeBreakdown;
import muster.model.Shape;
import muster.uncertainty.sampling.Percentiles;

/**
 * A design as a scenario serves it.
 *
 * @param shape its model
 * @param chip the kind of chip that serves most of it
 * @param formats how the model is stored and multiplied on it
 * @param chips chips of a replica of that kind
 * @param sequences sequences of such a replica
 * @param serialSpeed the speed of its streams, in token/s
 * @param throughput tokens of all streams of the fleet, in token/s
 * @param breakdown the breakdown of the time per output token on such a replica
 * @param frontier serial speed against throughput on that kind of chip
 * @param perToken what a token costs
 * @param limits the limits of the search at which its replica lies, in words
 * @param figures other figures of the scenario with this design, by name, in their units
 * @param percentiles how throughput and these figures are spread, where inputs were sampled
 * @param gains how they are over those of the base, sample by sample; throughput in answers
 */
public record ServedDesign(
        Shape shape,
        String chip,
        Encodings formats,
        double chips,
        double sequences,
        double serialSpeed,
        double throughput,
        TokenTimeBreakdown breakdown,
        Frontier frontier,
        PerToken perToken,
        List<String> limits,
        Map<String, Double> figures,
        Map<String, Percentiles> percentiles,
        Map<String, Percentiles> gains) {

    public ServedDesign {
        limits = List.copyOf(limits);
    }

    /**
     * What a generated token costs, of the chips that serve, used or not.
     *
     * <pre>
     * USD per token = rent of the fleet / throughput,  joules per token = power of the fleet / throughput
     * </pre>
     *
     * @param usd its rent, in USD, where that of every chip is known
     * @param joules its energy, in J, where the power of every chip is known
     */
    public record PerToken(OptionalDouble usd, OptionalDouble joules) {
        /** Nothing is known. */
        public static final PerToken UNKNOWN = new PerToken(OptionalDouble.empty(), OptionalDouble.empty());
    }
}
