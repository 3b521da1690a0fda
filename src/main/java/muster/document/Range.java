package muster.document;

import muster.uncertainty.distribution.Distribution;

/** The values that make sense for a number. */
public enum Range {
    /** Any finite number. */
    ANY("a number"),
    /** Above zero. */
    POSITIVE("above 0"),
    /** Zero or above. */
    NON_NEGATIVE("0 or above"),
    /** Above zero and at most one. */
    FRACTION("above 0 and at most 100%"),
    /** Below zero. */
    NEGATIVE("below 0"),
    /** From zero to one. */
    SHARE("from 0 to 100%"),
    /** From minus one to one. */
    CORRELATION("from -1 to 1"),
    /** Zero or above and below one. */
    PART("0 or above and below 100%"),
    /** A single whole number of things, as many as a key that counts can hold. */
    COUNT("a whole number from 1 to 999999999");

    private static final double MOST = 999_999_999;

    private final String words;

    Range(String words) {
        this.words = words;
    }

    /** Whether every value that can come about makes sense. */
    boolean holds(Distribution values) {
        return switch (this) {
            case ANY -> true;
            case POSITIVE -> values.least() >= 0 && values.central() > 0;
            case NEGATIVE -> values.greatest() <= 0 && values.central() < 0;
            case SHARE -> values.least() >= 0 && values.greatest() <= 1;
            case CORRELATION -> values.least() >= -1 && values.greatest() <= 1;
            case NON_NEGATIVE -> values.least() >= 0;
            case PART -> values.least() >= 0 && values.greatest() <= 1 && values.central() < 1;
            case COUNT ->
                values.certain() && values.central() >= 1 && values.central() <= MOST && whole(values.central());
            case FRACTION -> values.least() >= 0 && values.greatest() <= 1 && values.central() > 0;
        };
    }

    private static boolean whole(double number) {
        return number == Math.rint(number);
    }

    @Override
    public String toString() {
        return words;
    }
}
