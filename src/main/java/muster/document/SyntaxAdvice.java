package muster.document;

import java.util.Locale;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in a user's words what the YAML parser found. */
final class SyntaxAdvice {
    private SyntaxAdvice() {}

    static String of(MarkedYamlEngineException e, String line) {
        String problem = e.getProblem() == null ? "cannot be read" : e.getProblem().strip();
        String plain = problem.toLowerCase(Locale.ROOT);
        if (line.stripLeading().length() < line.length() && line.substring(0, line.length() - line.stripLeading().length()).contains("\t")
                || plain.contains("'\\t")) {
            return problem + ". Maybe a tab: indent with spaces";
        }
        if (plain.contains("mapping values are not allowed")) {
            return problem + ". Maybe the indentation, or a colon in a text that needs quotes?";
        }
        if (plain.contains("could not find expected ':'")) {
            return problem + ". Maybe a key without its colon on the line above?";
        }
        if (plain.contains("expected ',' or")) {
            return problem + ". Maybe a comma or a closing bracket is missing?";
        }
        return problem;
    }
}
