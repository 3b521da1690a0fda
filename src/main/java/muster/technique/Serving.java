package muster.technique;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import muster.format.Encoding;
import muster.inference.Encodings;
import muster.inference.Speculation;

/**
 * How the model of a design is served.
 *
 * @param encodings how its numbers are stored and multiplied
 * @param weightBytes bytes of a weight where they are others than those of the encoding
 * @param speculation how draft tokens are proposed
 * @param promptsApart whether prefill runs on other chips; whichever yields more where nothing is said
 * @param serialSpeed the speed that every stream must have, in token/s, where it is another than that of the base
 */
public record Serving(
        Encodings encodings,
        OptionalDouble weightBytes,
        Speculation speculation,
        Optional<Boolean> promptsApart,
        OptionalDouble serialSpeed) {

    /** In these formats, and nothing else. */
    public static Serving in(Encodings encodings) {
        return new Serving(
                encodings, OptionalDouble.empty(), Speculation.NONE, Optional.empty(), OptionalDouble.empty());
    }

    Serving in(Encodings other, OptionalDouble bytes) {
        return new Serving(other, bytes, speculation, promptsApart, serialSpeed);
    }

    /** The same with other draft tokens. */
    public Serving with(Speculation other) {
        return new Serving(encodings, weightBytes, other, promptsApart, serialSpeed);
    }

    /** The same with the plain choice in some parts: numbers in 16 bits, no draft tokens. */
    Serving without(Set<Slot> slots) {
        Encodings plain = new Encodings(
                slots.contains(Slot.WEIGHTS) ? Encoding.BF16 : encodings.weights(),
                slots.contains(Slot.ACTIVATIONS) ? Encoding.BF16 : encodings.activations(),
                slots.contains(Slot.CACHE) ? Encoding.BF16 : encodings.cache());
        return new Serving(
                plain,
                slots.contains(Slot.WEIGHTS) ? OptionalDouble.empty() : weightBytes,
                slots.contains(Slot.DECODING) ? Speculation.NONE : speculation,
                promptsApart,
                serialSpeed);
    }

    Serving promptsApart(boolean apart) {
        return new Serving(encodings, weightBytes, speculation, Optional.of(apart), serialSpeed);
    }

    Serving atLeast(double speed) {
        return new Serving(encodings, weightBytes, speculation, promptsApart, OptionalDouble.of(speed));
    }
}
