package muster.model;

/** Says which numbers of a shape cannot be. */
final class Counts {
    private Counts() {}

    /**
     * Refuses counts of zero.
     *
     * @param namesAndValues names and values in turn
     */
    static void positive(Object... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if ((Integer) namesAndValues[i + 1] < 1) {
                throw new IllegalArgumentException("%s is at least 1".formatted(namesAndValues[i]));
            }
        }
    }

    static void atMost(String name, int value, String bound, int most) {
        if (value > most) {
            throw new IllegalArgumentException("%s is %s, above %s, %s".formatted(name, value, bound, most));
        }
    }

    static void divides(String name, int divisor, String whole, int number) {
        if (divisor < 1 || number % divisor != 0) {
            throw new IllegalArgumentException(
                    "%s is %s and must divide %s, %s".formatted(name, divisor, whole, number));
        }
    }
}
