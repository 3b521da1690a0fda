package muster.view.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.scenario.Estimate;
import muster.trace.TraceStep;
import muster.view.Grid;
import muster.view.Notes;
import muster.view.Tone;
import muster.view.Words;
import muster.view.figure.Cells;

/**
 * What was put into an estimate, and from whom it is.
 *
 * @param estimate the estimate
 * @param prefix what the anchors of its steps begin with
 */
record InputTables(Estimate estimate, String prefix) {

    /** The few that a reader should look at first, where the scenario names them. */
    List<TraceStep> first() {
        return estimate.headline().stream()
                .flatMap(name -> estimate.step(name).stream())
                .toList();
    }

    /** All others. */
    List<TraceStep> others() {
        List<TraceStep> first = first();
        return estimate.steps().stream()
                .filter(step -> step.kind() == TraceStep.Kind.INPUT && !first.contains(step))
                .toList();
    }

    /** A row for each, with its source or reason and where it is written. */
    Grid table(List<TraceStep> steps) {
        List<List<Words>> rows = steps.stream()
                .map(step -> List.of(
                        Words.NONE.link(prefix + step.name(), step.name()),
                        Words.of((Cells.of(estimate, step) + " " + Cells.unit(step)).strip()),
                        origin(step)))
                .toList();
        return Grid.ofWords(List.of("input", "value", "source or reason, and where it is written"), rows, Set.of())
                .ofProse();
    }

    private static Words origin(TraceStep step) {
        String citation = step.source().map(source -> source.citation() + "\n").orElse("");
        String where = Stream.concat(
                        step.source().map(source -> source.tier().toString()).stream(),
                        step.place().map(Object::toString).stream())
                .collect(Collectors.joining(", "));
        return Words.of(citation).small(where);
    }

    /** Every source once, with what rests on it; the reasons of defaults are no sources. */
    Notes sources() {
        Map<String, List<TraceStep>> uses = new LinkedHashMap<>();
        estimate.steps()
                .forEach(step -> step.source()
                        .filter(source -> !source.id().equals("default"))
                        .ifPresent(source -> uses.computeIfAbsent(source.citation(), key -> new ArrayList<>())
                                .add(step)));
        List<Words> notes = new ArrayList<>();
        uses.forEach((citation, steps) -> notes.add(Words.of(citation + "\n").and(names(steps))));
        return new Notes(notes, Tone.PLAIN, false);
    }

    private Words names(List<TraceStep> steps) {
        Words names = Words.NONE;
        for (int i = 0; i < steps.size(); i++) {
            String name = steps.get(i).name();
            names = names.small(i == 0 ? "" : ", ").smallLink(prefix + name, name);
        }
        return names;
    }
}
