package muster.view.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import muster.scenario.Estimate;
import muster.trace.TraceStep;
import muster.view.Flow;
import muster.view.Words;
import muster.view.figure.Cells;
import muster.view.figure.Headlines;

/**
 * The chain at a glance: stage under stage, each with its headline figures and the inputs to look at first that enter there.
 *
 * @param estimate the estimate
 * @param prefix what the anchors of its steps begin with
 */
record ChainView(Estimate estimate, String prefix) {
    private static final List<String> STAGES =
            List.of("fleet", "training", "model", "inference", "workforce", "research", "lead", "allocation");

    Flow flow() {
        Map<String, List<TraceStep>> figures = byStage(Headlines.names(List.of(estimate)));
        Map<String, List<TraceStep>> given = byStage(estimate.headline());
        return new Flow(STAGES.stream()
                .filter(stage -> figures.containsKey(stage) || given.containsKey(stage))
                .map(stage -> new Flow.Stage(
                        stage,
                        lines(Words.NONE, figures.getOrDefault(stage, List.of()), Headlines::words),
                        lines(
                                Words.NONE.small("given").plain(" "),
                                given.getOrDefault(stage, List.of()),
                                name -> name)))
                .toList());
    }

    private Map<String, List<TraceStep>> byStage(List<String> names) {
        Map<String, List<TraceStep>> stages = new LinkedHashMap<>();
        for (String name : names) {
            estimate.step(name)
                    .ifPresent(step -> stages.computeIfAbsent(
                                    name.substring(0, name.indexOf('.')), stage -> new ArrayList<>())
                            .add(step));
        }
        return stages;
    }

    private List<Words> lines(Words before, List<TraceStep> steps, UnaryOperator<String> words) {
        return steps.stream()
                .map(step -> before.link(prefix + step.name(), words.apply(step.name()))
                        .plain(" ")
                        .strong(Cells.of(estimate, step))
                        .plain(" " + Cells.unit(step)))
                .toList();
    }
}
