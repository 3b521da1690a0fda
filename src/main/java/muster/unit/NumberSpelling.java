package muster.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as they are written elsewhere, with commas for points, thousands apart or magnitudes as letters. */
final class NumberSpelling {
    // Digits with all that people put between them, and a power of ten.
    private static final Pattern PARTS = Pattern.compile("([+-]?[\\d.,_' \u00a0\u202f]+)([eE][+-]?\\d+)?");
    private static final String COMMAS = "[+-]?[1-9]\\d{0,2}(,\\d{3})+";
    private static final String POINTS = "[+-]?[1-9]\\d{0,2}(\\.\\d{3})+";
    private static final String SPACES = "[+-]?[1-9]\\d{0,2}([ \u00a0\u202f]\\d{3})+([.,]\\d*)?";

    private NumberSpelling() {}

    /** The numbers that a text may mean, as a file writes them: two where a comma may part thousands or decimals. */
    static List<String> instead(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return List.of();
        }
        String power = parts.group(2) == null ? "" : parts.group(2);
        return mantissas(parts.group(1)).stream()
                .map(mantissa -> mantissa + power)
                .filter(NumberText::isNumber)
                .toList();
    }

    private static List<String> mantissas(String text) {
        String digits = text.replaceAll("[_']", "");
        if (digits.matches(SPACES)) {
            return mantissas(digits.replaceAll("[ \u00a0\u202f]", ""));
        }
        List<String> readings = new ArrayList<>();
        boolean manyCommas = digits.indexOf(',') != digits.lastIndexOf(',');
        if (digits.matches(COMMAS + "(\\.\\d*)?")) {
            readings.add(digits.replace(",", ""));
        } else if (digits.matches(POINTS + "(,\\d*)?")) {
            readings.add(digits.replace(".", "").replace(',', '.'));
        }
        if (!manyCommas && !digits.contains(".")) {
            readings.add(digits.replace(',', '.'));
        }
        return readings.stream().distinct().toList();
    }
}
