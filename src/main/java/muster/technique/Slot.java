package muster.technique;

import java.util.Locale;

/** A part of a design. Two techniques that fill the same one are alternatives and not a stack. */
public enum Slot {
    // In the order in which techniques are applied: a student is sized before its feed-forward layers become experts.
    /** How weights are stored. */
    WEIGHTS,
    /** The format in which a chip multiplies. */
    ACTIVATIONS,
    /** How keys and values are stored. */
    CACHE,
    /** How many tokens an answer takes. */
    ANSWERS,
    /** How the model comes by its quality. */
    TRAINING,
    /** What attention keeps of each token. */
    ATTENTION,
    /** What each token passes through alone. */
    FEED_FORWARD,
    /** How tokens are generated. */
    DECODING,
    /** The speed that streams are promised. */
    SPEED,
    /** Where prefill runs. */
    PREFILL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
