package muster.diagnostic;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Collects problems, so that all of them are reported at once. Not safe for use by several threads. */
public final class Problems {
    /** How many are kept: more than anyone reads, and few enough for any memory. */
    static final int MOST = 1_000;

    private final TreeSet<Diagnostic> errors = new TreeSet<>();
    private int reports;

    public void error(String code, Place place, String message) {
        if (!full()) {
            errors.add(new Diagnostic(Severity.ERROR, code, place, message));
        }
        reports++;
    }

    /** The same where a message takes work, as to look for the nearest name: it is made where the problem is kept. */
    public void error(String code, Place place, Supplier<String> message) {
        error(code, place, full() ? "" : message.get());
    }

    /** Whether so many were reported that further ones are only counted. */
    public boolean full() {
        return errors.size() >= MOST;
    }

    /** How often a problem was reported, repetitions counted: it grows whenever something goes wrong. */
    public int reports() {
        return reports;
    }

    public boolean none() {
        return errors.isEmpty();
    }

    /** The problems by place, each once. */
    public List<Diagnostic> sorted() {
        return List.copyOf(errors);
    }

    /**
     * Stops here if there is any problem.
     *
     * @throws BadInput with all of them
     */
    public void orThrow() {
        if (!errors.isEmpty()) {
            throw new BadInput(sorted());
        }
    }
}
