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
    private static final int LONGEST = 500;
    // A number, then a unit after a space; the percent sign may follow at once.
    private static final Pattern WRITTEN = Pattern.compile("(\\S+?)(?: +(\\S+)|(%)|)");
    private static final Pattern JOINED = Pattern.compile(
            "([+-]?[\\d.]++(?:e[+-]?\\d++)?+)([A-Za-z$][A-Za-z$/-]*+)|\\$([\\d.]++(?:e[+-]?\\d++)?+)(/\\S+)?");

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
        if (text.length() > LONGEST) {
            throw new UnitSyntax("a text of %s characters is no quantity".formatted(text.length()));
        }
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw new UnitSyntax(
                    "'%s' is not a quantity. Maybe a number, one space and a unit, as 80 GiB?".formatted(text));
        }
        Matcher joined = JOINED.matcher(written.group(1));
        if (joined.matches()) {
            throw new UnitSyntax("'%s' is not a quantity. Maybe %s?".formatted(text, apart(joined)));
        }
        double number = NumberText.parse(written.group(1));
        String unit = written.group(2) != null ? written.group(2) : written.group(3) != null ? "%" : "1";
        Quantity quantity = of(number, unit);
        if (Double.isInfinite(quantity.base) || (quantity.base == 0) != (number == 0)) {
            throw new UnitSyntax("'%s' is too %s a quantity".formatted(text, quantity.base == 0 ? "small" : "large"));
        }
        return quantity;
    }

    // 80GiB -> 80 GiB; $3/h -> 3 USD/h; 70B -> 7e10 and its unit, or 70 B for bytes
    private static String apart(Matcher joined) {
        if (joined.group(3) != null) {
            return joined.group(3) + " USD" + (joined.group(4) == null ? "" : joined.group(4));
        }
        String number = joined.group(1);
        String unit = joined.group(2);
        return switch (unit) {
            case "k", "K" -> many(number, 1e3);
            case "M" -> many(number, 1e6);
            case "bn" -> many(number, 1e9);
            case "B" -> many(number, 1e9) + ", or " + number + " B for bytes";
            case "T" -> many(number, 1e12);
            default -> number + " " + unit.replace("$", "USD");
        };
    }

    private static String many(String number, double times) {
        return NumberText.exact(NumberText.tidy(NumberText.parse(number) * times)) + " and its unit";
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
        double value = base / unit.factor();
        // 127.48% is 1.2748, which divided by 0.01 is 127.48000000000002.
        double tidy = NumberText.tidy(value);
        return tidy * unit.factor() == base ? tidy : value;
    }

    @Override
    public String toString() {
        String number = NumberText.exact(value());
        return unit.equals(Unit.ONE) ? number : unit.symbol().equals("%") ? number + "%" : number + " " + unit;
    }
}
