package muster.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.scenario.Estimate;
import muster.trace.Step;

/**
 * What was put into an estimate, and from whom it is.
 *
 * @param estimate the estimate
 * @param prefix what the anchors of its steps begin with
 */
record InputTables(Estimate estimate, String prefix) {

    /** The few that a reader should look at first, where the scenario names them. */
    List<Step> first() {
        return estimate.headline().stream()
                .flatMap(name -> estimate.step(name).stream())
                .toList();
    }

    /** All others. */
    List<Step> others() {
        List<Step> first = first();
        return estimate.steps().stream()
                .filter(step -> step.kind() == Step.Kind.INPUT && !first.contains(step))
                .toList();
    }

    /** A row for each, with its source or reason and where it is written. */
    String table(List<Step> steps) {
        StringBuilder html = new StringBuilder("""
                <table class="inputs">
                <thead><tr><th>input</th><th>value</th><th>source or reason, and where it is written</th></tr></thead>
                <tbody>
                """);
        steps.forEach(step -> html.append("<tr><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                .formatted(
                        Html.link(prefix + step.name(), step.name()),
                        Html.breaking((Cells.of(estimate, step) + " " + Cells.unit(step)).strip()),
                        origin(step))));
        return html.append("</tbody>\n</table>\n").toString();
    }

    private static String origin(Step step) {
        String citation = step.source()
                .map(source -> Html.text(source.citation()) + "<br/>")
                .orElse("");
        String where = Stream.concat(
                        step.source().map(source -> source.tier().toString()).stream(),
                        step.place().map(Object::toString).stream())
                .map(Html::breaking)
                .collect(Collectors.joining(", "));
        return "%s<small>%s</small>".formatted(citation, where);
    }

    /** Every source once, with what rests on it; the reasons of defaults are no sources. */
    String sources() {
        Map<String, List<Step>> uses = new LinkedHashMap<>();
        estimate.steps()
                .forEach(step -> step.source()
                        .filter(source -> !source.id().equals("default"))
                        .ifPresent(source -> uses.computeIfAbsent(source.citation(), key -> new ArrayList<>())
                                .add(step)));
        StringBuilder items = new StringBuilder();
        uses.forEach((citation, steps) -> items.append(Html.element(
                "li",
                "%s<br/><small>%s</small>"
                        .formatted(
                                Html.text(citation),
                                steps.stream()
                                        .map(step -> Html.link(prefix + step.name(), step.name()))
                                        .collect(Collectors.joining(", "))))));
        return Html.element("ul", items.toString());
    }
}
