package muster.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/** What a user wrote cannot be used; carries every problem found, by place. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> problems;

    public BadInput(List<Diagnostic> problems) {
        super(problems.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Diagnostic> problems() {
        return problems;
    }
}
