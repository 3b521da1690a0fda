package muster.unit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spellings that people write and that are not on the list of units, with the one that is. */
final class Aliases {
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("m", "min or month"),
            Map.entry("mo", "month"),
            Map.entry("sec", "s"),
            Map.entry("secs", "s"),
            Map.entry("second", "s"),
            Map.entry("seconds", "s"),
            Map.entry("minute", "min"),
            Map.entry("minutes", "min"),
            Map.entry("hr", "h"),
            Map.entry("hrs", "h"),
            Map.entry("hour", "h"),
            Map.entry("hours", "h"),
            Map.entry("d", "day"),
            Map.entry("week", "day (a week is 7 day)"),
            Map.entry("weeks", "day (a week is 7 day)"),
            Map.entry("y", "year"),
            Map.entry("yr", "year"),
            Map.entry("yrs", "year"),
            Map.entry("byte", "B"),
            Map.entry("bytes", "B"),
            Map.entry("watt", "W"),
            Map.entry("watts", "W"),
            Map.entry("joule", "J"),
            Map.entry("joules", "J"),
            Map.entry("tok", "token"),
            Map.entry("toks", "token"),
            Map.entry("param", "parameter"),
            Map.entry("params", "parameter"),
            Map.entry("gpu", "chip"),
            Map.entry("gpus", "chip"),
            Map.entry("tpu", "chip"),
            Map.entry("accelerator", "chip"),
            Map.entry("dollar", "USD"),
            Map.entry("dollars", "USD"),
            Map.entry("$", "USD"),
            Map.entry("copies", "stream"),
            Map.entry("agent", "stream"),
            Map.entry("h100", "H100e or chip"),
            Map.entry("person", "researcher"),
            Map.entry("worker", "researcher"));

    private Aliases() {}

    static @Nullable String of(String name) {
        return INSTEAD.get(name.toLowerCase(java.util.Locale.ROOT));
    }
}
