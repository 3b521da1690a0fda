package muster.view.estimate;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.scenario.Estimate;
import muster.trace.TraceStep;
import muster.view.Listing;
import muster.view.Piece;
import muster.view.Words;
import muster.view.figure.Cells;

/** Every step of an estimate, each with an anchor to which the names in expressions lead. */
final class StepList {
    private static final Pattern NAME = Pattern.compile("[^\\s(),]+");

    private final Estimate estimate;
    private final String prefix;
    private final Set<String> names;

    /**
     * The steps.
     *
     * @param estimate the estimate
     * @param prefix what the anchors begin with
     */
    StepList(Estimate estimate, String prefix) {
        this.estimate = estimate;
        this.prefix = prefix;
        names = estimate.steps().stream().map(TraceStep::name).collect(Collectors.toSet());
    }

    Listing listing() {
        return new Listing(estimate.steps().stream()
                .map(step -> new Listing.Line(prefix + step.name(), words(step)))
                .toList());
    }

    private Words words(TraceStep step) {
        Words words = Words.NONE.strong(step.name());
        if (!step.symbol().isEmpty()) {
            words = words.plain(" ").with(Piece.Style.SYMBOL, step.symbol());
        }
        words = words.plain(" = %s %s ".formatted(Cells.of(estimate, step), Cells.unit(step)))
                .small(step.kind().toString());
        if (step.source().isPresent()) {
            words = words.plain("\n").small(step.source().get().citation());
        }
        if (step.centre().isPresent()) {
            words = words.plain("\n").small(step.centre().get());
        }
        if (!step.expression().isEmpty()) {
            words = words.plain("\n").code("= ").and(linked(step.expression()));
        }
        for (String check : step.checks()) {
            words = words.plain("\n").code("where ").and(linked(check));
        }
        return words;
    }

    // Every step that an expression names leads to its own line.
    private Words linked(String expression) {
        Words linked = Words.NONE;
        int end = 0;
        for (MatchResult word : NAME.matcher(expression).results().toList()) {
            linked = linked.code(expression.substring(end, word.start()));
            linked = names.contains(word.group())
                    ? linked.with(Piece.Style.CODE, word.group(), prefix + word.group())
                    : linked.code(word.group());
            end = word.end();
        }
        return linked.code(expression.substring(end));
    }
}
