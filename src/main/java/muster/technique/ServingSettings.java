package muster.technique;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import muster.format.Encoding;
import muster.inference.replica.Encodings;
import muster.inference.step.Speculation;

/**
 * How the model of a design is served.
 *
 * @param encodings how its numbers are stored and multiplied
 * @param weightBytes bytes of a weight where they are others than those of the encoding
 * @param speculation how draft tokens are proposed
 * @param disaggregatedPrefill whether prefill runs on other chips; whichever yields more where nothing is said
 * @param serialSpeed the speed that every stream must have, in token/s, where it is another than that of the base
 */
public record ServingSettings(
        Encodings encodings,
        OptionalDouble weightBytes,
        Speculation speculation,
        Optional<Boolean> disaggregatedPrefill,
        OptionalDouble serialSpeed) {

    /** In these formats, and nothing else. */
    public static ServingSettings in(Encodings encodings) {
        return new ServingSettings(
                encodings, OptionalDouble.empty(), Speculation.NONE, Optional.empty(), OptionalDouble.empty());
    }

    ServingSettings in(Encodings other, OptionalDouble bytes) {
        return new ServingSettings(other, bytes, speculation, disaggregatedPrefill, serialSpeed);
    }

    /** The same with other draft tokens. */
    public ServingSettings with(Speculation other) {
        return new ServingSettings(encodings, weightBytes, other, disaggregatedPrefill, serialSpeed);
    }

    /** The same with the plain choice in some parts: numbers in 16 bits, no draft tokens. */
    public ServingSettings without(Set<Slot> slots) {
        Encodings plain = new Encodings(
                slots.contains(Slot.WEIGHTS) ? Encoding.BF16 : encodings.weights(),
                slots.contains(Slot.ACTIVATIONS) ? Encoding.BF16 : encodings.activations(),
                slots.contains(Slot.CACHE) ? Encoding.BF16 : encodings.cache());
        return new ServingSettings(
                plain,
                slots.contains(Slot.WEIGHTS) ? OptionalDouble.empty() : weightBytes,
                slots.contains(Slot.DECODING) ? Speculation.NONE : speculation,
                disaggregatedPrefill,
                serialSpeed);
    }

    ServingSettings disaggregatedPrefill(boolean apart) {
        return new ServingSettings(encodings, weightBytes, speculation, Optional.of(apart), serialSpeed);
    }

    ServingSettings atLeast(double speed) {
        return new ServingSettings(encodings, weightBytes, speculation, disaggregatedPrefill, OptionalDouble.of(speed));
    }
}
