package muster.testing;

import java.util.List;
import java.util.stream.Collectors;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Problems;

/** What was reported, in a form to compare. */
public final class Reported {
    private Reported() {}

    /** Each problem as {@code my.yaml:3:1 duplicate-key}, by place. */
    public static List<String> in(Problems problems) {
        return problems.sorted().stream()
                .map(problem -> problem.place() + " " + problem.code())
                .toList();
    }

    /** The messages of all problems, a line each. */
    public static String messages(Problems problems) {
        return problems.sorted().stream().map(Diagnostic::message).collect(Collectors.joining("\n"));
    }
}
