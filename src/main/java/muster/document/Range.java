package muster.document;

/** The values that make sense for a number. */
public enum Range {
    /** Any finite number. */
    ANY("a number"),
    /** Above zero. */
    POSITIVE("above 0"),
    /** Zero or above. */
    NON_NEGATIVE("0 or above"),
    /** Above zero and at most one. */
    FRACTION("above 0 and at most 100%");

    private final String words;

    Range(String words) {
        this.words = words;
    }

    boolean holds(double value) {
        return switch (this) {
            case ANY -> true;
            case POSITIVE -> value > 0;
            case NON_NEGATIVE -> value >= 0;
            case FRACTION -> value > 0 && value <= 1;
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
