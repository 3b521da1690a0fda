package muster.view.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.catalog.Edition;
import muster.uncertainty.sampling.Sampling;
import muster.unit.NumberText;
import muster.view.Chapter;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Fields;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Paragraph;
import muster.view.Section;
import muster.view.View;

/**
 * How many rows a sweep has, and where each figure is least and greatest.
 *
 * @param scenario the id of the scenario, or its file
 * @param sweep the rows
 * @param settings the changes for all points
 * @param sampling how inputs were sampled, where they were
 * @param catalog the catalog
 */
public record SweepSummaryView(
        String scenario, SweepRows sweep, List<String> settings, Optional<Sampling> sampling, Edition catalog)
        implements View {

    public SweepSummaryView {
        settings = List.copyOf(settings);
    }

    @Override
    public String title() {
        return "muster sweep " + scenario;
    }

    @Override
    public List<Section> sections(Medium medium) {
        String counted = "%s points%s"
                .formatted(
                        sweep.points(),
                        sweep.failed() == 0
                                ? ""
                                : ", of which %s have a problem and no figures".formatted(sweep.failed()));
        Grid ranges = rows();
        return ranges.rows().isEmpty() ? List.of(Paragraph.of(counted)) : List.of(Chapter.captioned(counted, ranges));
    }

    @Override
    public Grid rows() {
        List<List<String>> rows = new ArrayList<>();
        for (SweepRange range : sweep.ranges()) {
            rows.add(List.of(
                    range.figure(), NumberText.rounded(range.least(), 4), range.unit(), "at " + range.leastAt()));
            rows.add(List.of("", NumberText.rounded(range.greatest(), 4), range.unit(), "at " + range.greatestAt()));
        }
        return Grid.of(List.of("figure", "from, to", "unit", "where"), rows, Set.of(1));
    }

    @Override
    public Data data() {
        return DataDocument.of("sweep/v1", catalog)
                .set(settings)
                .sampled(sampling)
                .result(new Fields()
                        .text("scenario", scenario)
                        .count("points", sweep.points())
                        .count("points_with_problems", sweep.failed())
                        .array(
                                "figures",
                                sweep.ranges().stream()
                                        .map(SweepSummaryView::range)
                                        .toList()));
    }

    private static Data range(SweepRange range) {
        return new Fields()
                .text("name", range.figure())
                .put("least", Fields.quantity(range.least(), range.unit()))
                .text("least_at", range.leastAt())
                .put("greatest", Fields.quantity(range.greatest(), range.unit()))
                .text("greatest_at", range.greatestAt())
                .build();
    }
}
