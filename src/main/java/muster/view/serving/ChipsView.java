package muster.view.serving;

import java.util.ArrayList;
import java.util.List;
import muster.catalog.Edition;
import muster.inference.replica.FrontierStudy;
import muster.view.Chapter;
import muster.view.Data;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Notes;
import muster.view.Rank;
import muster.view.Section;
import muster.view.View;
import muster.view.Words;

/**
 * A model on several kinds of chips: the best of each side by side, then the frontier of each.
 *
 * @param studies what was found, at least two, each with at least one point
 * @param explain whether to add the breakdown of the time per output token
 * @param catalog which catalog it was computed from
 */
public record ChipsView(List<FrontierStudy> studies, boolean explain, Edition catalog) implements View {

    public ChipsView {
        studies = List.copyOf(studies);
    }

    @Override
    public String title() {
        return "muster throughput --model %s --chip %s"
                .formatted(
                        studies.get(0).model(),
                        String.join(
                                ",", studies.stream().map(FrontierStudy::chip).toList()));
    }

    @Override
    public Data data() {
        return ThroughputData.of(studies, catalog);
    }

    @Override
    public List<Section> sections(Medium medium) {
        List<Section> sections = new ArrayList<>(List.<Section>of(best(studies)));
        for (FrontierStudy study : studies) {
            List<Section> below = new ArrayList<>(List.<Section>of(ThroughputView.grid(study)));
            if (explain) {
                below.add(ThroughputView.breakdown(study));
                below.addAll(StepTimeTable.of(study));
            }
            below.add(Notes.of(ThroughputView.notes(study)));
            Words title = Words.NONE.strong(ThroughputView.title(study)).plain(", catalog " + catalog);
            sections.add(new Chapter(Rank.CAPTION, title, "", below));
        }
        return sections;
    }

    /** The best of each kind of chip that has one, a row each. */
    static Grid best(List<FrontierStudy> studies) {
        return ThroughputView.grid(
                "best of",
                studies.stream()
                        .flatMap(study ->
                                study.best().stream().map(point -> ThroughputView.row(study.chip(), study, point)))
                        .toList());
    }

    @Override
    public Grid rows() {
        return ThroughputView.rows(studies, catalog);
    }
}
