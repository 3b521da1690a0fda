package muster.view.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import muster.scenario.Estimate;
import muster.scenario.EstimateByResearchLaw;
import muster.view.Chapter;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Notes;
import muster.view.Paragraph;
import muster.view.Rank;
import muster.view.Section;
import muster.view.View;
import muster.view.Words;

/**
 * Scenarios, each under every law of research.
 *
 * @param scenarios the scenarios
 */
public record ResearchLawsView(List<EstimateByResearchLaw> scenarios) implements View {

    public ResearchLawsView {
        scenarios = List.copyOf(scenarios);
    }

    @Override
    public String title() {
        return scenarios.stream()
                .map(scenario -> scenario.own().scenario())
                .collect(Collectors.joining(", ", "muster estimate --laws ", ""));
    }

    @Override
    public List<Section> sections(Medium medium) {
        List<Section> sections = new ArrayList<>();
        for (EstimateByResearchLaw scenario : scenarios) {
            Words heading = Words.NONE
                    .strong(scenario.own().scenario())
                    .plain(", catalog " + scenario.own().catalog());
            List<Section> below = List.of(ResearchLawTable.grid(scenario), Notes.of(ResearchLawTable.notes(scenario)));
            if (medium == Medium.PAGE) {
                List<Section> page = new ArrayList<>(below);
                ResearchLawPicture.of(scenario).ifPresent(picture -> page.add(1, picture));
                sections.add(new Chapter(Rank.HEADING, heading, "", page));
            } else {
                sections.add(Paragraph.of(heading));
                sections.addAll(below);
            }
        }
        return sections;
    }

    @Override
    public Grid rows() {
        return ResearchLawTable.rows(scenarios);
    }

    @Override
    public Data data() {
        Estimate first = scenarios.get(0).own();
        return DataDocument.of("estimate-research-laws/v1", first.catalog())
                .set(first.settings())
                .sampled(first.sampling())
                .results(scenarios.stream()
                        .map(scenario -> ResearchLawData.of(scenario, first))
                        .toList());
    }
}
