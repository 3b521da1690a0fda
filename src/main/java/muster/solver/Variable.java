package muster.solver;

/**
 * What a program chooses.
 *
 * @param name unique in its program
 * @param index its place in its program
 * @param low the least value, or negative infinity
 * @param high the greatest value, or infinity
 */
public record Variable(String name, int index, double low, double high) {
    public Variable {
        ProgramChecks.name(name);
        if (!(low <= high) || low == Double.POSITIVE_INFINITY || high == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("%s cannot lie from %s to %s".formatted(name, low, high));
        }
    }

    /** The value nearest to a value that lies in the bounds. */
    double clamp(double value) {
        return Math.min(Math.max(value, low), high);
    }
}
