package muster.model.layer;

import muster.uncertainty.Input;

/** Says which numbers of a shape cannot be. */
public final class ShapeChecks {
    /** The most of anything that a shape counts, as many as a key that counts can hold. */
    public static final int MOST = 999_999_999;

    private ShapeChecks() {}

    /**
     * Refuses counts of zero.
     *
     * @param namesAndValues names and values in turn
     */
    public static void positive(Object... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if ((Integer) namesAndValues[i + 1] < 1) {
                throw new IllegalArgumentException("%s is at least 1".formatted(namesAndValues[i]));
            }
        }
    }

    /** Refuses an input that is no single whole number. */
    public static void whole(String name, Input input) {
        double number = input.central();
        if (!input.value().distribution().certain() || number != Math.rint(number)) {
            throw new IllegalArgumentException("%s is a whole number, not %s".formatted(name, input.value()));
        }
        if (number > MOST) {
            throw new IllegalArgumentException("%s is at most %s, not %s".formatted(name, MOST, input.value()));
        }
    }

    public static void atMost(String name, int value, String bound, int most) {
        if (value > most) {
            throw new IllegalArgumentException("%s is %s, above %s, %s".formatted(name, value, bound, most));
        }
    }

    /** The largest divisor of a number that is not above another. */
    public static int largestDivisor(int number, int most) {
        int divisor = Math.min(number, most);
        while (number % divisor != 0) {
            divisor--;
        }
        return divisor;
    }

    public static void divides(String name, int divisor, String whole, int number) {
        if (divisor < 1 || number % divisor != 0) {
            throw new IllegalArgumentException(
                    "%s is %s and must divide %s, %s".formatted(name, divisor, whole, number));
        }
    }
}
