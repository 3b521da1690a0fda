package muster.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.uncertainty.Evidence;

/** Numbers in JSON Schemas: a text with a unit, the long form with a source, or the parts of a distribution. */
final class SchemaNumbers {
    private static final String NUMBER = "[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?";
    private static final List<String> TIMES = List.of("s", "ms", "us", "ns", "min", "h", "day", "month", "year");
    private static final List<String> DECIMAL = List.of("FLOP", "OP", "W", "Wh", "J");
    private static final List<String> BYTES = List.of("B", "b", "bit");

    private SchemaNumbers() {}

    /** The name under which a number is defined, as {@code FLOP-per-s.positive}. */
    static String name(In in) {
        String units = String.join("-or-", units(in)).replace("/", "-per-");
        return "%s.%s".formatted(units, in.range().name().toLowerCase(Locale.ROOT));
    }

    /** A number of a unit's dimension. */
    static Map<String, Object> of(In in) {
        List<String> units = units(in);
        boolean bare = units.contains("1");
        String pattern = units.stream()
                .filter(unit -> !unit.equals("1"))
                .map(SchemaNumbers::pattern)
                .collect(Collectors.joining("|"));
        String unit =
                bare ? "( ?%%%s)?".formatted(pattern.isEmpty() ? "" : "| +(" + pattern + ")") : " +(" + pattern + ")";
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("type", "string");
        text.put(
                "pattern",
                "^(%s(%s)? +to +)?%s%s$".formatted(NUMBER, unit, NUMBER, unit).replace(")?)? +to", ")?) +to"));
        text.put("examples", examples(units.get(0)));
        List<Object> forms = new ArrayList<>();
        forms.add(text);
        if (bare) {
            forms.add(Map.of("type", "number"));
        }
        forms.add(SchemaForms.ref("number-with-source"));
        forms.add(SchemaForms.ref("distribution"));
        Map<String, Object> number = new LinkedHashMap<>();
        number.put(
                "description",
                "%s, %s".formatted(units.get(0).equals("1") ? "a plain number" : "in " + units.get(0), in.range()));
        number.put("anyOf", forms);
        return number;
    }

    // The unit that a key allows instead comes first.
    private static List<String> units(In in) {
        return Stream.of(in.plain(), in.value())
                .filter(unit -> !unit.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> examples(String unit) {
        String one = switch (unit) {
            case "1" -> "25%";
            case "FLOP/s" -> "989.4 TFLOP/s";
            case "OP/s" -> "1978.9 TOP/s";
            case "B/s" -> "3.35 TB/s";
            case "GiB", "B" -> "80 GiB";
            default -> "5 " + unit;
        };
        return List.of(one, unit.equals("1") ? "0.2 to 0.3" : "2 to 8 " + unit);
    }

    // Any unit of the dimension that people write: prefixes, and other times.
    private static String pattern(String unit) {
        return Arrays.stream(unit.split("/")).map(SchemaNumbers::factor).collect(Collectors.joining("/"));
    }

    private static String factor(String name) {
        if (TIMES.contains(name)) {
            return "(" + String.join("|", TIMES) + ")";
        }
        if (BYTES.contains(name.replaceAll("^[kMGTP]i?", ""))) {
            return "([kMGTPEZY]|[KMGTP]i)?(" + String.join("|", BYTES) + ")";
        }
        String bare = name.replaceAll("^[kMGTPEZY](?=[A-Z])", "");
        if (bare.equals("W")) {
            return "([kMGTPEZY]?(W|Wh/h|J/s))";
        }
        if (bare.equals("Wh") || bare.equals("J")) {
            return "([kMGTPEZY]?(Wh|J))";
        }
        if (name.equals("researcher-second")) {
            return "researcher-(second|hour)";
        }
        return DECIMAL.contains(bare) ? "[kMGTPEZY]?" + bare : name;
    }

    /** The long form of a value that is no number. */
    static Map<String, Object> withSource(Map<String, Object> value) {
        return closed(List.of("value"), Map.of("value", value), cited());
    }

    private static Map<String, Object> cited() {
        Map<String, Object> cited = new LinkedHashMap<>();
        cited.put("source", SchemaForms.map("type", "string"));
        cited.put("evidence", SchemaForms.words(Evidence.values()));
        cited.put("note", SchemaForms.map("type", List.of("string", "number")));
        return cited;
    }

    static Map<String, Object> shared() {
        Map<String, Object> shared = new LinkedHashMap<>();
        Map<String, Object> amount = SchemaForms.map("type", List.of("string", "number"));
        Map<String, Object> cited = cited();
        Map<String, Object> grouped = new LinkedHashMap<>();
        grouped.put(CorrelationReader.GROUP, SchemaForms.ref("id"));
        grouped.put(CorrelationReader.CORRELATION, amount);
        shared.put(
                "number-with-source",
                closed(
                        List.of("value"),
                        Map.of("value", amount),
                        cited,
                        grouped,
                        Map.of("conflicts", conflicts(amount))));
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("dist", SchemaForms.ref("text"));
        for (String part : List.of("low", "mid", "high", "interval", "mean", "sd", "degrees", "at_least", "at_most")) {
            parts.put(part, amount);
        }
        parts.put("values", SchemaForms.map("type", "array", "items", amount));
        parts.put("weights", SchemaForms.map("type", "array", "items", SchemaForms.map("type", "number")));
        parts.put(
                "of",
                SchemaForms.map(
                        "type",
                        "array",
                        "items",
                        SchemaForms.any(List.of(SchemaForms.ref("text"), SchemaForms.ref("distribution")))));
        shared.put("distribution", closed(List.of(), parts, cited, grouped));
        return shared;
    }

    private static Map<String, Object> conflicts(Map<String, Object> amount) {
        Map<String, Object> wrong = new LinkedHashMap<>();
        wrong.put("value", amount);
        wrong.put("wrong", SchemaForms.ref("text"));
        return SchemaForms.map(
                "type",
                "object",
                "minProperties",
                1,
                "additionalProperties",
                SchemaForms.any(List.of(amount, closed(List.of("value", "wrong"), wrong))));
    }

    @SafeVarargs
    private static Map<String, Object> closed(List<String> required, Map<String, Object>... keys) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Map<String, Object> some : keys) {
            properties.putAll(some);
        }
        Map<String, Object> closed = new LinkedHashMap<>();
        closed.put("type", "object");
        closed.put("properties", properties);
        if (!required.isEmpty()) {
            closed.put("required", required);
        }
        closed.put("additionalProperties", false);
        return closed;
    }
}
