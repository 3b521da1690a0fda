package muster.diagnostic;

import java.util.Comparator;
import java.util.Locale;
import muster.text.Harmless;

/**
 * One problem.
 *
 * @param severity how bad it is
 * @param code a stable name of the kind of problem, as {@code unknown-key}; docs/reference/problems.md explains each
 * @param place where it is written
 * @param message what was found, what was expected, and the nearest valid name
 */
public record Diagnostic(Severity severity, String code, Place place, String message)
        implements Comparable<Diagnostic> {
    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::place)
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message);

    private static final int LONGEST = 1_000;

    public Diagnostic {
        // A message quotes what was found, which may be a file of another kind on one line.
        String shown = Harmless.line(message);
        message = shown.length() > LONGEST
                ? "%s... (%s characters)".formatted(shown.substring(0, LONGEST), shown.length())
                : shown;
    }

    /** A problem with which the result stands. */
    public static Diagnostic warn(String code, Place place, String message) {
        return new Diagnostic(Severity.WARNING, code, place, message);
    }

    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "%s: %s [%s] %s"
                .formatted(Harmless.line(place.toString()), severity.name().toLowerCase(Locale.ROOT), code, message);
    }
}
