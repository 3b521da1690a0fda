package muster.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was most likely meant by a text that is no unit. */
final class UnitSpelling {
    private static final Pattern COUNT_OR_RATE = Pattern.compile("(?i)([kmgtpezy]?)(flop|op)s?");
    private static final Pattern BITS_OR_BYTES = Pattern.compile("(?i)((?:[kmgtp]i?|[ezy])?)bps");
    private static final Pattern PART = Pattern.compile("([*/]?)([^*/^]+)(\\^[^*/]*)?");
    // As many as anyone reads.
    private static final int MOST = 4;

    private UnitSpelling() {}

    /** The units that a text may mean, whole; the text itself where it is one, and none where a part means nothing. */
    static List<String> instead(String whole) {
        List<String> wholes = List.of("");
        Matcher part = PART.matcher(whole);
        int end = 0;
        while (part.lookingAt() && wholes.size() <= MOST) {
            boolean perSecond = whole.substring(part.end()).matches("/s(ec.*)?(/.*)?");
            wholes = joined(wholes, part, perSecond);
            end = part.end();
            part.region(end, whole.length());
        }
        return end == whole.length() && wholes.size() <= MOST ? wholes : List.of();
    }

    private static List<String> joined(List<String> wholes, Matcher part, boolean perSecond) {
        String operator = part.group(1);
        String power = part.group(3) == null ? "" : part.group(3);
        List<String> more = new ArrayList<>();
        for (String before : wholes) {
            for (String unit : named(part.group(2), perSecond)) {
                more.add(before + operator + (operator.equals("/") ? unit.replace('*', '/') : unit) + power);
            }
        }
        return more;
    }

    // What is so many a second is a count, however it is spelt.
    private static List<String> named(String name, boolean perSecond) {
        if (Units.has(name)) {
            return List.of(name);
        }
        Matcher ambiguous = COUNT_OR_RATE.matcher(name);
        if (ambiguous.matches()) {
            String unit = count(ambiguous);
            return perSecond ? List.of(unit) : List.of(unit + "/s", unit);
        }
        Matcher bandwidth = BITS_OR_BYTES.matcher(name);
        if (bandwidth.matches()) {
            String prefix = prefix(bandwidth.group(1));
            return List.of(prefix + "b/s", prefix + "B/s");
        }
        if (name.matches("K[bB]")) {
            return List.of("k" + name.substring(1), "Ki" + name.substring(1));
        }
        List<String> aliases = Aliases.of(name);
        return aliases.isEmpty() ? Units.inAnotherCase(name) : aliases;
    }

    /** What a message says of a name that is none of the list, in the unit in which it stands. */
    static String advice(String name, String whole) {
        if (name.isEmpty()) {
            return "a name is missing beside '*' or '/'";
        }
        List<String> instead = instead(whole);
        if (instead.size() == 1) {
            return "Maybe %s?%s".formatted(instead.get(0), Aliases.note(name));
        }
        Matcher ambiguous = COUNT_OR_RATE.matcher(name);
        if (ambiguous.matches()) {
            String unit = count(ambiguous);
            return "'%s' could be a count or a rate. Maybe %s/s (a rate) or %s (a count)?".formatted(name, unit, unit);
        }
        Matcher bandwidth = BITS_OR_BYTES.matcher(name);
        if (bandwidth.matches()) {
            String prefix = prefix(bandwidth.group(1));
            return "'%s' is ambiguous. Maybe %sb/s (bits) or %sB/s (bytes, 8 times as much)?"
                    .formatted(name, prefix, prefix);
        }
        if (name.matches("K[bB]")) {
            String what = name.endsWith("b") ? "bits" : "bytes";
            return "Maybe k%s (1000 %s) or Ki%s (1024 %s)?".formatted(name.substring(1), what, name.substring(1), what);
        }
        return instead.isEmpty()
                ? "'%s' is not on the list of units (%s; prefixes k to Y, Ki to Pi)".formatted(name, Units.bare())
                : "Maybe %s?".formatted(String.join(" or ", instead));
    }

    private static String count(Matcher countOrRate) {
        return prefix(countOrRate.group(1)) + countOrRate.group(2).toUpperCase(Locale.ROOT);
    }

    // A prefix in the one spelling that the list has: k for a thousand, capitals above, Ki to Pi.
    private static String prefix(String written) {
        if (written.equalsIgnoreCase("k") || written.isEmpty()) {
            return written.toLowerCase(Locale.ROOT);
        }
        return written.substring(0, 1).toUpperCase(Locale.ROOT)
                + written.substring(1).toLowerCase(Locale.ROOT);
    }
}
