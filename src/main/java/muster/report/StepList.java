package muster.report;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.scenario.Estimate;
import muster.trace.Step;

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
        names = estimate.steps().stream().map(Step::name).collect(Collectors.toSet());
    }

    String html() {
        StringBuilder html = new StringBuilder("<ol class=\"steps\">\n");
        estimate.steps().forEach(step -> html.append(item(step)));
        return html.append("</ol>\n").toString();
    }

    private String item(Step step) {
        String symbol = step.symbol().isEmpty() ? "" : " <i>%s</i>".formatted(Html.text(step.symbol()));
        StringBuilder how = new StringBuilder("<b>%s</b>%s = %s %s <small>%s</small>"
                .formatted(
                        Html.breaking(step.name()),
                        symbol,
                        Html.text(Cells.of(estimate, step)),
                        Html.breaking(Cells.unit(step)),
                        step.kind()));
        step.source().ifPresent(source -> how.append("<br/><small>%s</small>".formatted(Html.text(source.citation()))));
        if (!step.expression().isEmpty()) {
            how.append("<br/><code>= %s</code>".formatted(linked(step.expression())));
        }
        step.checks().forEach(check -> how.append("<br/><code>where %s</code>".formatted(linked(check))));
        return "<li id=\"%s\">%s</li>\n".formatted(Html.text(prefix + step.name()), how);
    }

    // Every step that an expression names leads to its own line.
    private String linked(String expression) {
        StringBuilder linked = new StringBuilder();
        int end = 0;
        for (MatchResult word : NAME.matcher(expression).results().toList()) {
            linked.append(Html.text(expression.substring(end, word.start())));
            linked.append(
                    names.contains(word.group())
                            ? Html.link(prefix + word.group(), word.group())
                            : Html.text(word.group()));
            end = word.end();
        }
        return linked.append(Html.text(expression.substring(end))).toString();
    }
}
