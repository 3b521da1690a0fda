package muster.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was most likely meant by a text that is no quantity. */
final class QuantitySpelling {
    private static final Pattern LOOSE =
            Pattern.compile("(\\$?)([+-]?[\\d.][\\d.,_' \u00a0\u202f]*+(?:[eE][+-]?\\d++)?+)(.*)");
    private static final Pattern MAGNITUDE = Pattern.compile("(k|K|M|bn|B|T)(?:\\s+(.*))?");
    private static final Map<String, String> POWERS =
            Map.of("k", "e3", "K", "e3", "M", "e6", "bn", "e9", "B", "e9", "T", "e12");

    private QuantitySpelling() {}

    /** The quantities that a text may mean, as a message names them after "Maybe"; empty where nothing is near. */
    static String instead(String text) {
        Matcher loose = LOOSE.matcher(text.strip());
        if (!loose.matches()) {
            return "";
        }
        String number = loose.group(2).strip();
        String dollars = loose.group(1).isEmpty() ? "" : "USD";
        String rest = loose.group(3).strip().replaceAll("\\s*([*/])\\s*", "$1");
        Matcher magnitude = MAGNITUDE.matcher(rest);
        if (!magnitude.matches()) {
            return joined(numbers(number, ""), dollars + rest);
        }
        String unit = dollars + (magnitude.group(2) == null ? "" : magnitude.group(2));
        String many = joined(numbers(number, POWERS.getOrDefault(magnitude.group(1), "")), unit);
        boolean bytes = rest.equals("B") && dollars.isEmpty() && !many.isEmpty();
        return many + (bytes ? ", or " + number + " B for bytes" : "");
    }

    /** The numbers that a text without a unit may mean. */
    static List<String> numbers(String text) {
        Matcher loose = LOOSE.matcher(text.strip());
        if (!loose.matches() || !loose.group(1).isEmpty()) {
            return List.of();
        }
        String rest = loose.group(3).strip();
        return rest.isEmpty() || POWERS.containsKey(rest)
                ? numbers(loose.group(2).strip(), POWERS.getOrDefault(rest, ""))
                : List.of();
    }

    private static List<String> numbers(String number, String power) {
        List<String> plain = NumberText.isNumber(number) ? List.of(number) : NumberSpelling.instead(number);
        return plain.stream()
                .map(found -> found + power)
                .filter(NumberText::isNumber)
                .toList();
    }

    private static String joined(List<String> numbers, String unit) {
        List<String> units = unit.isEmpty() ? List.of("") : UnitSpelling.instead(unit);
        List<String> all = new ArrayList<>();
        for (String number : numbers) {
            for (String each : units) {
                all.add(number + (each.isEmpty() || each.equals("%") ? each : " " + each));
            }
        }
        return String.join(" or ", all);
    }
}
