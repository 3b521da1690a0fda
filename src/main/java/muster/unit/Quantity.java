package muster.unit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit. Held in base units, shown in the unit that it was written in.
 *
 * <p>Equality is by value and written unit; negative zero and NaN compare as {@link Double} does.
 *
 * @param base the value in base units ({@link Base})
 * @param unit the unit in which it is written
 */
public record Quantity(double base, Unit unit) {
    // A number, then a unit after a space; the percent sign may follow at once.
    private static final Pattern WRITTEN = Pattern.compile("(\\S+?)(?: +(\\S+)|(%)|)");

    /** So many of a unit. */
    public static Quantity of(double value, String unit) {
        Unit parsed = Unit.parse(unit);
        return new Quantity(value * parsed.factor(), parsed);
    }

    /**
     * The quantity that a text writes, as {@code 989.4 TFLOP/s}, {@code 25%} or {@code 10}.
     *
     * @throws UnitSyntax if it writes none, with what to write instead
     */
    public static Quantity parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw new UnitSyntax("'%s' is not a quantity. Maybe a number, one space and a unit, as 80 GiB?".formatted(text));
        }
        if (written.group(1).matches("[+-]?[\\d.]+(e[+-]?\\d+)?[A-Za-z]+[A-Za-z/-]*")) {
            throw new UnitSyntax("'%s' is not a quantity. Maybe %s?".formatted(text, apart(written.group(1))));
        }
        double number = Numbers.parse(written.group(1));
        String unit = written.group(2) != null ? written.group(2) : written.group(3) != null ? "%" : "1";
        return of(number, unit);
    }

    // 80GiB -> 80 GiB; 70B -> 7.0e10, or 70 B for bytes
    private static String apart(String joined) {
        Matcher parts = Pattern.compile("([+-]?[\\d.]+(?:e[+-]?\\d+)?)([A-Za-z].*)").matcher(joined);
        if (!parts.matches()) {
            return joined;
        }
        String unit = parts.group(2);
        String power = switch (unit) {
            case "k", "K" -> "e3";
            case "M" -> "e6";
            case "B", "bn" -> "e9";
            case "T" -> "e12";
            default -> "";
        };
        return power.isEmpty() ? parts.group(1) + " " + unit : parts.group(1) + power + " and its unit";
    }

    /**
     * The value in another unit of the same dimension.
     *
     * @throws UnitMismatch if the dimensions differ
     */
    public double in(Unit other) {
        if (!other.dimension().equals(unit.dimension())) {
            throw new UnitMismatch("%s is in %s, not in %s".formatted(this, unit, other));
        }
        return base / other.factor();
    }

    /** The value in a unit given by its symbol. */
    public double in(String other) {
        return in(Unit.parse(other));
    }

    /** The value in the unit in which it is written. */
    public double value() {
        return base / unit.factor();
    }

    @Override
    public String toString() {
        String number = Numbers.exact(value());
        return unit.equals(Unit.ONE) ? number : unit.symbol().equals("%") ? number + "%" : number + " " + unit;
    }
}
