package muster.unit;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Spellings that people write and that are not on the list of units, with those that are. */
final class Aliases {
    private static final Map<String, List<String>> INSTEAD = Map.ofEntries(
            Map.entry("m", List.of("min", "month")),
            Map.entry("mo", List.of("month")),
            Map.entry("sec", List.of("s")),
            Map.entry("second", List.of("s")),
            Map.entry("msec", List.of("ms")),
            Map.entry("millisecond", List.of("ms")),
            Map.entry("usec", List.of("us")),
            Map.entry("\u00b5s", List.of("us")),
            Map.entry("\u03bcs", List.of("us")),
            Map.entry("microsecond", List.of("us")),
            Map.entry("minute", List.of("min")),
            Map.entry("hr", List.of("h")),
            Map.entry("hour", List.of("h")),
            Map.entry("d", List.of("day")),
            Map.entry("week", List.of("day")),
            Map.entry("y", List.of("year")),
            Map.entry("yr", List.of("year")),
            Map.entry("byte", List.of("B")),
            Map.entry("watt", List.of("W")),
            Map.entry("joule", List.of("J")),
            Map.entry("t", List.of("token")),
            Map.entry("tok", List.of("token")),
            Map.entry("tps", List.of("token/s")),
            Map.entry("mtok", List.of("Mtoken")),
            Map.entry("param", List.of("parameter")),
            Map.entry("gpu", List.of("chip")),
            Map.entry("tpu", List.of("chip")),
            Map.entry("accelerator", List.of("chip")),
            Map.entry("gpu-hour", List.of("chip*h")),
            Map.entry("chip-hour", List.of("chip*h")),
            Map.entry("dollar", List.of("USD")),
            Map.entry("$", List.of("USD")),
            Map.entry("copies", List.of("stream")),
            Map.entry("agent", List.of("stream")),
            Map.entry("h100", List.of("H100e", "chip")),
            Map.entry("person", List.of("researcher")),
            Map.entry("worker", List.of("researcher")),
            Map.entry("percent", List.of("%")),
            Map.entry("pct", List.of("%")));

    private Aliases() {}

    /** The units that a spelling stands for, in the singular or plural and in any case; none where it is no known one. */
    static List<String> of(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        List<String> found = INSTEAD.getOrDefault(plain, List.of());
        return found.isEmpty() && plain.endsWith("s")
                ? INSTEAD.getOrDefault(plain.substring(0, plain.length() - 1), List.of())
                : found;
    }

    /** What is to be said beside the unit: that it is another amount. */
    static String note(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("week") ? " (a week is 7 day)" : "";
    }
}
