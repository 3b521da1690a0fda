package muster.view.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import muster.scenario.Estimate;
import muster.view.Chapter;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Notes;
import muster.view.Paragraph;
import muster.view.Rank;
import muster.view.Section;
import muster.view.Tone;
import muster.view.View;
import muster.view.Words;
import muster.view.figure.StepByStep;
import muster.view.serving.AttainmentTable;
import muster.view.serving.StepTimeTable;

/**
 * Estimates side by side.
 *
 * @param estimates the estimates
 * @param shared what must be said of several together, as that two of them use the same chips
 * @param explain whether to show every step with its expression and source
 * @param allInputs whether to show every input that differs, and not the first ten alone
 */
public record EstimateView(List<Estimate> estimates, List<String> shared, boolean explain, boolean allInputs)
        implements View {

    public EstimateView {
        estimates = List.copyOf(estimates);
        shared = List.copyOf(shared);
    }

    @Override
    public String title() {
        return estimates.stream().map(Estimate::scenario).collect(Collectors.joining(", ", "muster estimate ", ""));
    }

    @Override
    public List<Section> sections(Medium medium) {
        return medium == Medium.PAGE ? page() : text(medium);
    }

    @Override
    public Grid rows() {
        return EstimateTable.rows(estimates);
    }

    @Override
    public Data data() {
        Estimate first = estimates.get(0);
        return DataDocument.of("estimate/v2", first.catalog())
                .set(first.settings())
                .sampled(first.sampling())
                .results(estimates.stream()
                        .map(estimate -> EstimateData.of(estimate, first))
                        .toList());
    }

    // What came out stands before what was put in differently.
    private List<Section> text(Medium medium) {
        List<Section> sections = new ArrayList<>();
        estimates.stream()
                .filter(Estimate::servesNothing)
                .forEach(
                        estimate -> sections.add(new Paragraph(Words.of(ServesNothing.words(estimate)), Tone.FAILURE)));
        sections.add(EstimateTable.headlines(estimates));
        sections.addAll(DifferentInputs.of(estimates, allInputs));
        estimates.forEach(estimate -> sections.addAll(about(estimate)));
        shared.forEach(note -> sections.add(medium == Medium.TERMINAL ? Paragraph.of(note) : Notes.of(List.of(note))));
        if (explain) {
            estimates.forEach(estimate -> sections.addAll(explained(estimate)));
        }
        return sections;
    }

    private static List<Section> about(Estimate estimate) {
        List<Section> sections = new ArrayList<>();
        Words heading = Words.NONE.strong(estimate.scenario()).plain(", catalog " + estimate.catalog());
        sections.add(Chapter.of(Rank.CAPTION, heading, Notes.of(EstimateNotes.of(estimate))));
        SameLossTable.of(estimate).ifPresent(grid -> sections.add(Chapter.captioned(SameLossTable.TITLE, grid)));
        estimate.attainment().map(AttainmentTable::of).ifPresent(sections::addAll);
        LeadTable.of(estimate).ifPresent(sections::add);
        return sections;
    }

    // Every step, and the time per output token term by term.
    private static List<Section> explained(Estimate estimate) {
        List<Section> sections = new ArrayList<>(List.of(StepByStep.of(estimate.scenario(), estimate.steps())));
        estimate.attainment().map(StepTimeTable::of).ifPresent(sections::addAll);
        return sections;
    }

    // A page has room for every step, whether it was asked for or not.
    private List<Section> page() {
        List<Section> sections = new ArrayList<>();
        if (estimates.size() > 1) {
            sections.add(Chapter.of(Rank.HEADING, Words.of("What came out"), EstimateTable.headlines(estimates)));
            List<Section> inputs = DifferentInputs.of(estimates, allInputs);
            if (!inputs.isEmpty()) {
                sections.add(new Chapter(Rank.HEADING, Words.of("What was put in differently"), "", inputs));
            }
            if (!shared.isEmpty()) {
                sections.add(Chapter.of(Rank.HEADING, Words.of("Of several together"), Notes.of(shared)));
            }
        }
        for (int i = 0; i < estimates.size(); i++) {
            sections.add(new EstimateArticle(estimates.get(i), "e" + (i + 1) + ".", explain).chapter());
        }
        return sections;
    }
}
