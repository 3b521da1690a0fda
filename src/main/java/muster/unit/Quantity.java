package muster.unit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
        if (!written.matches() || !NumberText.isNumber(written.group(1)) || magnitude(written.group(2))) {
            throw new UnitSyntax(refusal(text, written));
        }
        double number = NumberText.parse(written.group(1));
        String unit = written.group(2) != null ? written.group(2) : written.group(3) != null ? "%" : "1";
        Quantity quantity = of(number, unit);
        if (Double.isInfinite(quantity.base) || (quantity.base == 0) != (number == 0)) {
            throw new UnitSyntax("'%s' is too %s a quantity".formatted(text, quantity.base == 0 ? "small" : "large"));
        }
        return quantity;
    }

    // In 500 k the k is no unit.
    private static boolean magnitude(@Nullable String unit) {
        return unit != null && unit.matches("k|K|M|bn|T");
    }

    private static String refusal(String text, Matcher written) {
        String instead = QuantitySpelling.instead(text);
        if (instead.isEmpty() && written.matches()) {
            return "'%s' is not a number".formatted(written.group(1));
        }
        return "'%s' is not a quantity. Maybe %s?"
                .formatted(text, instead.isEmpty() ? "a number, one space and a unit, as 80 GiB" : instead);
    }

    /**
     * This number in the unit of another that stands beside it, as the 1 of {@code 1 to 2 day}; itself where it has a unit.
     *
     * @param beside the unit that is meant at a bare number
     * @throws UnitSyntax for a fraction beside a percentage, as 0.15 beside 35%, which could be 15% or 0.15%
     */
    public Quantity beside(Unit beside) {
        if (!unit.equals(Unit.ONE)) {
            return this;
        }
        if (beside.symbol().equals("%") && base != 0 && Math.abs(base) < 1) {
            throw new UnitSyntax("'%s' stands beside a percentage and could be a fraction. Maybe %s%%, or %s%%?"
                    .formatted(this, NumberText.exact(NumberText.tidy(base * 100)), this));
        }
        return new Quantity(base * beside.factor(), beside);
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
