package muster.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;

/** Numbers as text: what a file may hold, and how a number is shown. Never depends on the locale. */
public final class NumberText {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern NOT_ZERO = Pattern.compile("[^eE]*[1-9].*");
    // Any number of so many digits is read back from the double nearest to it.
    private static final int SAFE_DIGITS = 15;

    private NumberText() {}

    /**
     * A finite number in plain or scientific notation.
     *
     * @throws UnitSyntax for anything else
     */
    public static double parse(String text) {
        if (!isNumber(text)) {
            throw new UnitSyntax("'%s' is not a number".formatted(text));
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw new UnitSyntax("'%s' is too large a number".formatted(text));
        }
        if (value == 0 && NOT_ZERO.matcher(text).matches()) {
            throw new UnitSyntax("'%s' is too small a number".formatted(text));
        }
        return value;
    }

    /**
     * The numbers that a text may mean which is none, as {@code 500e3} for {@code 500k}: two where a comma may part thousands
     * or decimals, none where nothing is near.
     */
    public static List<String> meant(String text) {
        return QuantitySpelling.numbers(text);
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** The shortest text that reads back as the same number, as {@code 4e21} or {@code 0.25}; the same on every Java. What is no finite number is a word. */
    public static String exact(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : unending(value);
        }
        BigDecimal shortest = shortest(value).stripTrailingZeros();
        double size = Math.abs(value);
        if (size >= 1e-3 && size < 1e7) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        return (value < 0 ? "-" : "") + digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "") + "e"
                + exponent;
    }

    // In words, which no program takes for a number.
    private static String unending(double value) {
        return Double.isNaN(value) ? "undefined" : value > 0 ? "infinite" : "minus infinite";
    }

    // Double.toString is no help: before Java 19 it writes 2e23 as 1.9999999999999998E23.
    private static BigDecimal shortest(double value) {
        for (int digits = Math.abs(value) < Double.MIN_NORMAL ? 1 : SAFE_DIGITS; ; digits++) {
            BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
            if (digits == 17 || rounded.doubleValue() == value) {
                return rounded;
            }
        }
    }

    /** The number without the last digits, in which a division leaves its traces; itself where it is not finite. */
    static double tidy(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(SAFE_DIGITS)).doubleValue()
                : value;
    }

    /** The number to so many significant digits, with thousands apart below ten million and as {@code 1.577e28} above. */
    public static String rounded(double value, int digits) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : unending(value);
        }
        BigDecimal rounded = new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_UP))
                .stripTrailingZeros();
        double size = Math.abs(rounded.doubleValue());
        return size >= 1e7 || size < 1e-3 ? scientific(rounded, digits) : grouped(rounded.toPlainString());
    }

    // Formatter would do as well and takes ten times as long, which tables and the names of speeds have felt.
    private static String scientific(BigDecimal value, int digits) {
        String shown = value.unscaledValue().abs().toString();
        int exponent = shown.length() - 1 - value.scale();
        String rest = shown.substring(1) + "0".repeat(digits - shown.length());
        return (value.signum() < 0 ? "-" : "") + shown.charAt(0) + (rest.isEmpty() ? "" : "." + rest) + "e" + exponent;
    }

    private static String grouped(String plain) {
        int sign = plain.startsWith("-") ? 1 : 0;
        int point = plain.indexOf('.');
        StringBuilder grouped = new StringBuilder(plain);
        for (int at = (point < 0 ? plain.length() : point) - 3; at > sign; at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }
}
