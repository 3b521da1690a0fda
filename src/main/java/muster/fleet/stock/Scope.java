package muster.fleet.stock;

import java.util.Locale;

/** Whose compute a fleet is. */
public enum Scope {
    /** The chips of one training run. */
    TRAINING_CLUSTER("one training cluster"),
    /** All chips of one owner, whoever uses them. */
    OWNER("one owner's fleet"),
    /** All chips that one user runs, whoever owns them. */
    USER("the chips that one user runs, owned or rented"),
    /** All chips there are. */
    WORLD("the world's chips");

    private final String words;

    Scope(String words) {
        this.words = words;
    }

    /** Whose compute it is, in words. */
    public String words() {
        return words;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
