package muster.document.yaml;

import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in a user's words what the YAML parser found. */
final class SyntaxAdvice {
    private SyntaxAdvice() {}

    /** Where it went wrong: a quote or bracket that is never closed, a key without its colon, else where the parser stopped. */
    static Optional<Mark> origin(MarkedYamlEngineException e) {
        String plain = problem(e).toLowerCase(Locale.ROOT);
        boolean late = plain.contains("stream end")
                || plain.contains("end of stream")
                || plain.contains("could not find expected ':'");
        Optional<Mark> stopped = e.getProblemMark().or(e::getContextMark);
        return late ? e.getContextMark().or(() -> stopped) : stopped;
    }

    /** Whether it went wrong between brackets. */
    static boolean inBrackets(MarkedYamlEngineException e) {
        return e.getContextMark().isPresent() && problem(e).contains("expected ',' or");
    }

    /** The line, from 0, of the bracket between which it went wrong. */
    static int opened(MarkedYamlEngineException e) {
        return e.getContextMark().map(Mark::getLine).orElse(0);
    }

    private static String problem(MarkedYamlEngineException e) {
        return e.getProblem() == null ? "cannot be read" : e.getProblem().strip();
    }

    static String of(MarkedYamlEngineException e, String line) {
        String problem = problem(e);
        String plain = problem.toLowerCase(Locale.ROOT);
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        if (indent.contains("\t") || plain.contains("'\\t")) {
            return problem + ". Maybe a tab: indent with spaces";
        }
        if (plain.contains("mapping values are not allowed")) {
            return problem + ". Maybe the indentation, or a colon in a text that needs quotes?";
        }
        if (plain.contains("could not find expected ':'")) {
            return problem + ". Maybe this key lacks its colon?";
        }
        if (plain.contains("expected ' ', but found") && line.matches(".*![a-z]+[\\[\\]{},].*")) {
            return problem + ". Maybe a space is missing after !delete or !replace?";
        }
        if (inBrackets(e)) {
            return problem
                    + ". Maybe a comma or a closing bracket is missing, of the bracket on line %s?"
                            .formatted(opened(e) + 1);
        }
        return problem;
    }
}
