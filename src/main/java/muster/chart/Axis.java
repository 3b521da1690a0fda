package muster.chart;

/**
 * An axis.
 *
 * @param label what it shows, with the unit, as {@code serial speed (token/s)}
 * @param scale how it spreads its values
 */
public record Axis(String label, Scale scale) {

    /** An axis of equal steps. */
    public static Axis linear(String label) {
        return new Axis(label, Scale.LINEAR);
    }

    /** An axis of equal steps that has 0 on it. */
    public static Axis fromZero(String label) {
        return new Axis(label, Scale.FROM_ZERO);
    }

    /** An axis of equal factors. */
    public static Axis log(String label) {
        return new Axis(label, Scale.LOG);
    }
}
