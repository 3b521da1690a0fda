package muster.fleet;

import java.util.Locale;

/** Whose compute a fleet is. */
public enum Scope {
    /** The chips of one training run. */
    TRAINING_CLUSTER,
    /** All chips of one owner or user. */
    OWNER,
    /** All chips there are. */
    WORLD;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
