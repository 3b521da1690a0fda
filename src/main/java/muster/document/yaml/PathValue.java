package muster.document.yaml;

import java.util.Optional;

/**
 * What a user gives a value to: {@code training.duration=90 day}.
 *
 * @param path the path of an input, or the name of a figure
 * @param value the value as it is written
 */
public record PathValue(String path, String value) {

    /** The assignment that a text writes; nothing where no path stands before an equals sign. */
    public static Optional<PathValue> of(String text) {
        int equals = text.indexOf('=');
        return equals < 1
                ? Optional.empty()
                : Optional.of(new PathValue(
                        text.substring(0, equals).strip(),
                        text.substring(equals + 1).strip()));
    }
}
