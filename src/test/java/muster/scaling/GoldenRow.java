package muster.scaling;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A row of golden.csv.
 *
 * @param law what computes it
 * @param constants with which constants
 * @param inputs of what
 * @param output what is computed
 * @param value the value, or several apart by semicolons
 * @param tolerance {@code rel 1e-6}, {@code abs 1e-6} or {@code exact}
 * @param source who says so
 */
record GoldenRow(
        String law, String constants, String inputs, String output, String value, String tolerance, String source) {

    static GoldenRow of(Map<String, String> row) {
        return new GoldenRow(
                row.get("law"),
                row.get("constants"),
                row.get("inputs"),
                row.get("output"),
                row.get("value"),
                row.get("tolerance"),
                row.get("source"));
    }

    double[] values() {
        return Stream.of(value.split(";", -1)).mapToDouble(Double::parseDouble).toArray();
    }

    double allowed(double of) {
        String[] words = tolerance.split(" ", -1);
        return switch (words[0]) {
            case "exact" -> 0;
            case "abs" -> Double.parseDouble(words[1]);
            case "rel" -> Math.abs(of) * Double.parseDouble(words[1]);
            default -> throw new AssertionError(tolerance);
        };
    }

    /** The number after a name in the inputs, as of N in {@code N=7e+10;D=1.4e+12}. */
    double input(String name) {
        Matcher number = Pattern.compile("(?:^|[; =])" + Pattern.quote(name) + "=?([0-9.]+(?:e[+-]?[0-9]+)?)")
                .matcher(inputs);
        if (!number.find()) {
            throw new AssertionError(name + " in " + inputs);
        }
        return Double.parseDouble(number.group(1));
    }

    /** The id in the catalog of the constants. */
    String id() {
        return constants.replace('_', '-');
    }
}
