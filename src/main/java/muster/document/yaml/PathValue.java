package muster.document.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a user gives a value to: {@code training.duration=90 day}.
 *
 * @param path the path of an input, or the name of a figure
 * @param value the value as it is written
 */
public record PathValue(String path, String value) {
    private static final Pattern KEY = Pattern.compile("\"([^\"\\s]+)\"|([^\\s.\"]+)");
    private static final Pattern KEYS = Pattern.compile("(%1$s)(\\.(%1$s))*".formatted(KEY.pattern()));
    private static final int LONGEST_PATH = 1_000;

    /** The assignment that a text writes; nothing where no path stands before an equals sign. */
    public static Optional<PathValue> of(String text) {
        int equals = text.indexOf('=');
        return equals < 1
                ? Optional.empty()
                : Optional.of(new PathValue(
                        text.substring(0, equals).strip(),
                        text.substring(equals + 1).strip()));
    }

    /** The keys of the path, of which one that holds a dot is written in double quotes; empty where it is no path. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        if (path.length() <= LONGEST_PATH && KEYS.matcher(path).matches()) {
            Matcher key = KEY.matcher(path);
            while (key.find()) {
                keys.add(key.group(1) == null ? key.group(2) : key.group(1));
            }
        }
        return List.copyOf(keys);
    }
}
