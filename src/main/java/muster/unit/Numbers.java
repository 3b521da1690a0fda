package muster.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as text: what a file may hold, and how a number is shown. Never depends on the locale. */
public final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    private Numbers() {}

    /**
     * A finite number in plain or scientific notation.
     *
     * @throws UnitSyntax for anything else, with what to write instead
     */
    public static double parse(String text) {
        if (NUMBER.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            if (Double.isInfinite(value)) {
                throw new UnitSyntax("'%s' is too large a number".formatted(text));
            }
            return value;
        }
        String digits = text.replaceAll("[_,']", "");
        if (NUMBER.matcher(digits).matches()) {
            throw new UnitSyntax("'%s' is not a number. Maybe %s?".formatted(text, digits));
        }
        throw new UnitSyntax("'%s' is not a number".formatted(text));
    }

    /** The shortest text that reads back as the same number, as {@code 4e21} or {@code 0.25}. */
    public static String exact(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e7) {
            return Long.toString((long) value);
        }
        return Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }

    /** The number to so many significant digits, with thousands apart below ten million and as {@code 1.577e28} above. */
    public static String rounded(double value, int digits) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
        double size = Math.abs(rounded.doubleValue());
        if (size >= 1e7 || size < 1e-3) {
            return String.format(Locale.ROOT, "%." + (digits - 1) + "e", rounded).replaceAll("e([+-])0*(\\d+)", "e$1$2").replace("e+", "e");
        }
        return size >= 1000
                ? String.format(Locale.ROOT, "%,d", rounded.setScale(0, RoundingMode.HALF_UP).toBigInteger())
                : rounded.stripTrailingZeros().toPlainString();
    }
}
