package muster.technique.comparison;

import java.util.Locale;
import java.util.Optional;
import muster.uncertainty.Evidence;
import muster.uncertainty.Input;
import muster.uncertainty.Source;

/** How well it is known what a technique does to quality. */
public enum QualityEvidence {
    /** A law that was fitted to models and published. */
    LAW,
    /** Measured on models in use. */
    MEASURED,
    /** Said by those who made it, or by analysts. */
    CLAIMED,
    /** As someone remembers it. */
    FROM_MEMORY,
    /** Chosen, or taken for granted. */
    ASSUMED,
    /** Quality stays as it is, and the time is that of the step-time model. */
    SAME_QUALITY;

    /** That of the number on which an effect rests. */
    static QualityEvidence of(Optional<Input> ground) {
        return ground.map(input -> input.source().map(QualityEvidence::of).orElse(ASSUMED))
                .orElse(SAME_QUALITY);
    }

    private static QualityEvidence of(Source source) {
        if (source.evidence() == Evidence.FROM_MEMORY) {
            return FROM_MEMORY;
        }
        return switch (source.tier()) {
            case PAPER -> LAW;
            case MEASURED -> MEASURED;
            case VENDOR, ANALYST, PRESS -> CLAIMED;
            case DERIVED, DEFINITION -> SAME_QUALITY;
            case ASSUMPTION -> ASSUMED;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
