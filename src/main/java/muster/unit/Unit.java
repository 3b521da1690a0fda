package muster.unit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it is written, with its size in base units. Equality is by the written form, so {@code TFLOP/s} and
 * {@code GFLOP/ms} are different units of one dimension.
 *
 * @param symbol the unit as written: names from the closed list joined by {@code *} and {@code /}, each with an optional
 *     {@code ^n}; {@code 1} for a pure number
 * @param factor base units in one of this unit
 * @param dimension its dimension
 */
public record Unit(String symbol, double factor, Dimension dimension) {

    /** The unit of a pure number. */
    public static final Unit ONE = new Unit("1", 1, Dimension.NONE);

    private static final Map<String, Unit> PARSED = new ConcurrentHashMap<>();

    /**
     * The unit that a text names.
     *
     * @throws UnitSyntax if the text names none, or could name two
     */
    public static Unit parse(String text) {
        Unit known = PARSED.get(text);
        if (known == null) {
            known = product(text);
            PARSED.put(text, known);
        }
        return known;
    }

    private static Unit product(String text) {
        if (text.isBlank() || !text.equals(text.strip())) {
            throw new UnitSyntax("'%s' is not a unit".formatted(text));
        }
        double factor = 1;
        Dimension dimension = Dimension.NONE;
        boolean divide = false;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean end = i == text.length();
            if (end || text.charAt(i) == '/' || text.charAt(i) == '*') {
                Unit part = power(text.substring(start, i), text);
                factor = divide ? factor / part.factor : factor * part.factor;
                dimension = divide ? dimension.over(part.dimension) : dimension.times(part.dimension);
                divide = !end && text.charAt(i) == '/';
                start = i + 1;
            }
        }
        if (Double.isInfinite(factor) || factor == 0) {
            throw new UnitSyntax("'%s' is not a unit: it is too %s".formatted(text, factor == 0 ? "small" : "large"));
        }
        return new Unit(text, factor, dimension);
    }

    private static Unit power(String part, String whole) {
        int caret = part.indexOf('^');
        Unit unit = Units.named(caret < 0 ? part : part.substring(0, caret), whole);
        if (caret < 0) {
            return unit;
        }
        String exponent = part.substring(caret + 1);
        if (!exponent.matches("-?[1-9]")) {
            throw new UnitSyntax(
                    "'%s' is not a unit: the power in '%s' is not a whole number from 1 to 9".formatted(whole, part));
        }
        int power = Integer.parseInt(exponent);
        return new Unit(part, Math.pow(unit.factor, power), unit.dimension.power(power));
    }

    // A symbol has one meaning, so it tells the rest.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Unit unit && symbol.equals(unit.symbol);
    }

    @Override
    public int hashCode() {
        return symbol.hashCode();
    }

    @Override
    public String toString() {
        return symbol;
    }
}
