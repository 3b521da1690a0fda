package muster.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import muster.scenario.Estimate;
import muster.trace.Step;

/**
 * The chain at a glance: stage under stage, each with its headline figures and the inputs to look at first that enter there.
 *
 * @param estimate the estimate
 * @param prefix what the anchors of its steps begin with
 */
record ChainView(Estimate estimate, String prefix) {
    private static final List<String> STAGES =
            List.of("fleet", "training", "model", "inference", "workforce", "lead", "allocation");

    String html() {
        Map<String, List<Step>> figures = byStage(Headlines.names(List.of(estimate)));
        Map<String, List<Step>> given = byStage(estimate.headline());
        StringBuilder html = new StringBuilder("<ol class=\"chain\">\n");
        STAGES.stream()
                .filter(stage -> figures.containsKey(stage) || given.containsKey(stage))
                .forEach(stage -> html.append("<li><h3>%s</h3>\n%s%s</li>\n"
                        .formatted(
                                stage,
                                lines("gives", "", figures.getOrDefault(stage, List.of()), Headlines::words),
                                lines(
                                        "takes",
                                        "<small>given</small> ",
                                        given.getOrDefault(stage, List.of()),
                                        name -> name))));
        return html.append("</ol>\n").toString();
    }

    private Map<String, List<Step>> byStage(List<String> names) {
        Map<String, List<Step>> stages = new LinkedHashMap<>();
        for (String name : names) {
            estimate.step(name)
                    .ifPresent(step -> stages.computeIfAbsent(
                                    name.substring(0, name.indexOf('.')), stage -> new ArrayList<>())
                            .add(step));
        }
        return stages;
    }

    private String lines(String what, String before, List<Step> steps, UnaryOperator<String> words) {
        return steps.stream()
                .map(step -> "<li>%s<a href=\"#%s\">%s</a> <b>%s</b> %s</li>\n"
                        .formatted(
                                before,
                                Html.text(prefix + step.name()),
                                Html.breaking(words.apply(step.name())),
                                Html.text(Cells.of(estimate, step)),
                                Html.breaking(Cells.unit(step))))
                .collect(Collectors.joining("", "<ul class=\"%s\">\n".formatted(what), "</ul>\n"));
    }
}
