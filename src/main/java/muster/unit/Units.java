package muster.unit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The closed list of unit names, and what to write instead of a name that is not on it. */
final class Units {
    private static final double HOUR = 3600;
    private static final double DAY = 24 * HOUR;

    private static final Map<String, Unit> NAMES = names();

    private Units() {}

    static Unit named(String name, String whole) {
        Unit unit = NAMES.get(name);
        if (unit == null) {
            throw new UnitSyntax("'%s' is not a unit: %s".formatted(whole, UnitSpelling.advice(name, whole)));
        }
        return unit;
    }

    private static Map<String, Unit> names() {
        Map<String, Unit> names = new LinkedHashMap<>();
        for (Base base : Base.values()) {
            add(names, base.symbol(), 1, base);
        }
        add(names, "b", 0.125, Base.BYTE);
        add(names, "bit", 0.125, Base.BYTE);
        add(names, "min", 60, Base.SECOND);
        add(names, "h", HOUR, Base.SECOND);
        add(names, "day", DAY, Base.SECOND);
        // Fixed by convention: a month is 30 days and a year 365, so 12 months are not a year.
        add(names, "month", 30 * DAY, Base.SECOND);
        add(names, "year", 365 * DAY, Base.SECOND);
        add(names, "researcher-hour", HOUR, Base.RESEARCHER_SECOND);
        Dimension power = Dimension.of(Base.JOULE).over(Dimension.of(Base.SECOND));
        names.put("W", new Unit("W", 1, power));
        add(names, "Wh", HOUR, Base.JOULE);
        names.put("1", Unit.ONE);
        names.put("%", new Unit("%", 0.01, Dimension.NONE));
        for (String name : List.of("FLOP", "OP", "B", "b", "bit", "W", "Wh", "J")) {
            prefix(
                    names,
                    name,
                    Map.of("k", 1e3, "M", 1e6, "G", 1e9, "T", 1e12, "P", 1e15, "E", 1e18, "Z", 1e21, "Y", 1e24));
        }
        prefix(names, "token", Map.of("M", 1e6));
        for (String name : List.of("B", "b", "bit")) {
            prefix(names, name, Map.of("Ki", 0x1p10, "Mi", 0x1p20, "Gi", 0x1p30, "Ti", 0x1p40, "Pi", 0x1p50));
        }
        prefix(names, "s", Map.of("m", 1e-3, "u", 1e-6, "n", 1e-9));
        return names;
    }

    private static void add(Map<String, Unit> names, String name, double factor, Base base) {
        names.put(name, new Unit(name, factor, Dimension.of(base)));
    }

    private static void prefix(Map<String, Unit> names, String name, Map<String, Double> prefixes) {
        Unit unit = names.get(name);
        if (unit == null) {
            throw new IllegalStateException(name);
        }
        new TreeMap<>(prefixes)
                .forEach((prefix, factor) ->
                        names.put(prefix + name, new Unit(prefix + name, factor * unit.factor(), unit.dimension())));
    }

    static boolean has(String name) {
        return NAMES.containsKey(name);
    }

    /** The names that are spelt alike but for capitals and a plural. */
    static List<String> inAnotherCase(String name) {
        List<String> close = new ArrayList<>();
        for (String known : NAMES.keySet()) {
            if (known.equalsIgnoreCase(name) || (known + "s").equalsIgnoreCase(name)) {
                close.add(known);
            }
        }
        return close;
    }

    /** The names without prefixes, for messages. */
    static String bare() {
        List<String> bare = new ArrayList<>();
        for (Base base : Base.values()) {
            bare.add(base.symbol());
        }
        bare.addAll(List.of("b", "bit", "min", "h", "day", "month", "year", "researcher-hour", "W", "Wh", "%"));
        return String.join(", ", bare);
    }
}
