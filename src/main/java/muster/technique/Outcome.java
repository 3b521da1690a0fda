package muster.technique;

import java.util.Map;
import muster.inference.Breakdown;
import muster.inference.Encodings;
import muster.inference.Frontier;
import muster.model.Shape;
import muster.uncertainty.Spread;

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
 * @param breakdown what takes the time of a token on such a replica
 * @param frontier serial speed against throughput on that kind of chip
 * @param figures other figures of the scenario with this design, by name, in their units
 * @param spread how throughput and these figures are spread, where inputs were sampled
 * @param gains how they are over those of the base, sample by sample; throughput in answers
 */
public record Outcome(
        Shape shape,
        String chip,
        Encodings formats,
        double chips,
        double sequences,
        double serialSpeed,
        double throughput,
        Breakdown breakdown,
        Frontier frontier,
        Map<String, Double> figures,
        Map<String, Spread> spread,
        Map<String, Spread> gains) {}
