package muster.solver;

import org.jspecify.annotations.Nullable;

/**
 * What a variable or a left side lies between.
 *
 * @param low the least value; null where there is none
 * @param high the greatest; null where there is none
 */
record FractionBounds(@Nullable Fraction low, @Nullable Fraction high) {

    static FractionBounds of(double low, double high) {
        return new FractionBounds(
                Double.isFinite(low) ? Fraction.of(low) : null, Double.isFinite(high) ? Fraction.of(high) : null);
    }

    static FractionBounds of(Constraint constraint) {
        return switch (constraint.relation()) {
            case AT_MOST -> of(Double.NEGATIVE_INFINITY, constraint.bound());
            case AT_LEAST -> of(constraint.bound(), Double.POSITIVE_INFINITY);
            case EQUAL -> of(constraint.bound(), constraint.bound());
        };
    }

    /** A value at a bound, or zero where there is none. */
    Fraction start() {
        return low != null ? low : high != null ? high : Fraction.ZERO;
    }

    /** The bound above for a direction of 1, below for -1; null where there is none. */
    @Nullable
    Fraction end(int direction) {
        return direction > 0 ? high : low;
    }

    /** Whether a value can go on in a direction. */
    boolean leavesRoom(Fraction value, int direction) {
        Fraction end = end(direction);
        return end == null || value.compareTo(end) * direction < 0;
    }

    /** Where a value lies: above the bounds 1, below them -1, within them 0. */
    int side(Fraction value) {
        boolean above = high != null && value.compareTo(high) > 0;
        return above ? 1 : low != null && value.compareTo(low) < 0 ? -1 : 0;
    }
}
