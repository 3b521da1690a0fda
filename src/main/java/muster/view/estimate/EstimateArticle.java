package muster.view.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import muster.diagnostic.Diagnostic;
import muster.inference.serving.Attainment;
import muster.scenario.Estimate;
import muster.trace.TraceStep;
import muster.view.Chapter;
import muster.view.Grid;
import muster.view.Notes;
import muster.view.Paragraph;
import muster.view.Picture;
import muster.view.Rank;
import muster.view.Section;
import muster.view.Tone;
import muster.view.Words;
import muster.view.figure.Cells;
import muster.view.figure.Headlines;
import muster.view.serving.AttainmentTable;
import muster.view.serving.StepTimeTable;

/**
 * The part of a page that one estimate fills: all that is known of it.
 *
 * @param estimate the estimate
 * @param prefix what the names of its anchors begin with, so that several estimates share a page
 * @param explain whether to work out the time per output token, term by term
 */
record EstimateArticle(Estimate estimate, String prefix, boolean explain) {

    Chapter chapter() {
        List<Section> sections = new ArrayList<>();
        sections.add(Paragraph.of(about()));
        if (estimate.servesNothing()) {
            sections.add(new Paragraph(Words.of(ServesNothing.words(estimate)), Tone.FAILURE));
        }
        sections.addAll(parts());
        return new Chapter(
                Rank.ARTICLE, Words.of(estimate.title().orElse(estimate.scenario())), anchor("top"), sections);
    }

    private Words about() {
        Words words = Words.of("Scenario ")
                .code(estimate.scenario())
                .plain(", catalog ")
                .code(estimate.catalog().toString());
        return estimate.settings().isEmpty()
                ? words
                : words.plain(", with ")
                        .and(Words.join(
                                ", ",
                                estimate.settings().stream()
                                        .map(Words.NONE::code)
                                        .toList()));
    }

    // Names of figures have no hyphen before the first dot, so no step has such an anchor.
    private String anchor(String part) {
        return prefix + "-" + part;
    }

    private List<Section> parts() {
        InputTables inputs = new InputTables(estimate, prefix);
        List<Section> parts = new ArrayList<>();
        add(parts, "chain", "The chain", List.of(new ChainView(estimate, prefix).flow()));
        add(parts, "warnings", "Warnings", warnings());
        add(parts, "result", "Result", List.of(result()));
        add(parts, "basis", "What it rests on", List.of(Notes.of(EstimateNotes.ofBasis(estimate))));
        add(parts, "charts", "Charts", pictures());
        add(
                parts,
                "same-loss",
                SameLossTable.TITLE,
                SameLossTable.of(estimate).stream().toList());
        add(parts, "speed", "Serial speed and throughput", tables(AttainmentTable::of));
        add(parts, "time", "The time per output token, term by term", explain ? tables(StepTimeTable::of) : List.of());
        add(
                parts,
                "lead",
                "The lead, month by month",
                LeadTable.of(estimate).stream().toList());
        add(parts, "first", "Inputs to look at first", table(inputs, inputs.first()));
        add(parts, "inputs", inputs.first().isEmpty() ? "Inputs" : "Other inputs", table(inputs, inputs.others()));
        add(parts, "sources", "Sources", List.of(inputs.sources()));
        add(parts, "steps", "Every step", List.of(new StepList(estimate, prefix).listing()));
        return parts;
    }

    // What has nothing to show has no heading.
    private void add(List<Section> parts, String anchor, String heading, List<? extends Section> sections) {
        if (!sections.isEmpty()) {
            parts.add(new Chapter(Rank.HEADING, Words.of(heading), anchor(anchor), List.copyOf(sections)));
        }
    }

    private List<Notes> warnings() {
        return estimate.warnings().isEmpty()
                ? List.of()
                : List.of(new Notes(
                        estimate.warnings().stream()
                                .map(EstimateArticle::warning)
                                .toList(),
                        Tone.WARNING,
                        false));
    }

    private static Words warning(Diagnostic warning) {
        return Words.of(warning.message() + "\n").small(warning.code() + ", " + warning.place());
    }

    private List<Picture> pictures() {
        return Pictures.of(estimate, estimate.attainment());
    }

    private List<Chapter> tables(Function<Attainment, List<Chapter>> of) {
        return estimate.attainment().map(of).orElse(List.of());
    }

    private static List<Grid> table(InputTables inputs, List<TraceStep> steps) {
        return steps.isEmpty() ? List.of() : List.of(inputs.table(steps));
    }

    private Grid result() {
        List<List<Words>> rows = Headlines.names(List.of(estimate)).stream()
                .flatMap(name -> estimate.step(name).stream())
                .map(step -> List.of(
                        Words.of(Headlines.words(step.name()) + "\n").smallLink(prefix + step.name(), step.name()),
                        Words.of(Cells.of(estimate, step)),
                        Words.of(Cells.unit(step))))
                .toList();
        return Grid.ofWords(List.of("figure", "value", "unit"), rows, Set.of(1));
    }
}
