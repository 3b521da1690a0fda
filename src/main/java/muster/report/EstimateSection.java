package muster.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.diagnostic.Diagnostic;
import muster.scenario.Estimate;
import muster.trace.Step;
import muster.uncertainty.Source;

/**
 * The part of a page that one estimate fills.
 *
 * @param estimate the estimate
 * @param prefix what the names of its anchors begin with, so that several estimates share a page
 */
record EstimateSection(Estimate estimate, String prefix) {
    private static final Pattern NAME = Pattern.compile("[^\\s(),]+");

    String html() {
        StringBuilder html = new StringBuilder();
        html.append(Html.element("h1", Html.text(estimate.title().orElse(estimate.scenario()))));
        html.append(Html.element(
                "p",
                "Scenario <code>%s</code>, catalog <code>%s</code>"
                        .formatted(
                                Html.text(estimate.scenario()),
                                Html.text(estimate.catalog().toString()))));
        html.append(Html.element("h2", "Result")).append(Html.table(headlines()));
        html.append(Html.element("h2", "What it rests on"));
        html.append(Html.list(Notes.ofBasis(estimate)));
        if (!estimate.warnings().isEmpty()) {
            html.append(Html.element("h2", "Warnings")).append("<div class=\"warnings\">\n");
            html.append(Html.list(
                    estimate.warnings().stream().map(Diagnostic::message).toList()));
            html.append("</div>\n");
        }
        List<String> pictures = Pictures.of(estimate);
        if (!pictures.isEmpty()) {
            html.append(Html.element("h2", "Charts"));
            pictures.forEach(svg -> html.append(Html.element("figure", svg)));
        }
        estimate.attainment()
                .map(AttainmentTable::of)
                .orElse(Map.of())
                .forEach((title, grid) ->
                        html.append(Html.element("h3", Html.text(title))).append(Html.table(grid)));
        LeadTable.of(estimate)
                .ifPresent(grid -> html.append(Html.element("h2", "The lead, month by month"))
                        .append(Html.table(grid)));
        html.append(inputs());
        html.append(Html.element("h2", "Every step"));
        html.append("<ol class=\"steps\">\n");
        estimate.steps().forEach(step -> html.append(step(step)));
        return html.append("</ol>\n").toString();
    }

    private Grid headlines() {
        List<List<String>> rows = new ArrayList<>();
        for (String name : Headlines.names(List.of(estimate))) {
            estimate.step(name)
                    .ifPresent(step ->
                            rows.add(List.of(Headlines.words(name), Cells.of(estimate, step), Cells.unit(step), name)));
        }
        return new Grid(List.of("figure", "value", "unit", "name"), rows, Set.of(1));
    }

    // The few that a reader should look at first stand apart, where the scenario names them.
    private String inputs() {
        List<Step> all = estimate.steps().stream()
                .filter(step -> step.kind() == Step.Kind.INPUT)
                .toList();
        List<Step> first = estimate.headline().stream()
                .flatMap(name -> estimate.step(name).stream())
                .toList();
        List<Step> others = all.stream().filter(step -> !first.contains(step)).toList();
        return first.isEmpty()
                ? Html.element("h2", "Inputs") + Html.table(inputs(all))
                : Html.element("h2", "Inputs to look at first")
                        + Html.table(inputs(first))
                        + Html.element("h2", "Other inputs")
                        + Html.table(inputs(others));
    }

    private Grid inputs(List<Step> steps) {
        List<List<String>> rows = new ArrayList<>();
        steps.forEach(step -> rows.add(List.of(
                step.name(),
                (Cells.of(estimate, step) + " " + Cells.unit(step)).strip(),
                step.source().map(Source::citation).orElse(""),
                step.source().map(source -> source.tier().toString()).orElse(""),
                step.place().map(Object::toString).orElse(""))));
        return new Grid(List.of("input", "value", "source or reason", "kind", "written at"), rows, Set.of());
    }

    private String step(Step step) {
        String symbol = step.symbol().isEmpty() ? "" : " <i>%s</i>".formatted(Html.text(step.symbol()));
        String head = "<b>%s</b>%s = %s %s <small>%s</small>"
                .formatted(
                        Html.text(step.name()),
                        symbol,
                        Html.text(Cells.of(estimate, step)),
                        Html.text(Cells.unit(step)),
                        step.kind());
        String how = step.source()
                .map(source -> "<br/><small>%s</small>".formatted(Html.text(source.citation())))
                .orElse("");
        if (!step.expression().isEmpty()) {
            how += "<br/><code>= %s</code>".formatted(linked(step.expression()));
        }
        for (String check : step.checks()) {
            how += "<br/><code>where %s</code>".formatted(linked(check));
        }
        return "<li id=\"%s\">%s%s</li>\n".formatted(Html.text(prefix + step.name()), head, how);
    }

    // Every step that an expression names leads to its own line.
    private String linked(String expression) {
        Set<String> names = estimate.steps().stream().map(Step::name).collect(Collectors.toSet());
        StringBuilder linked = new StringBuilder();
        int end = 0;
        for (MatchResult word : NAME.matcher(expression).results().toList()) {
            linked.append(Html.text(expression.substring(end, word.start())));
            String name = Html.text(word.group());
            linked.append(
                    names.contains(word.group())
                            ? "<a href=\"#%s\">%s</a>".formatted(Html.text(prefix) + name, name)
                            : name);
            end = word.end();
        }
        return linked.append(Html.text(expression.substring(end))).toString();
    }
}
