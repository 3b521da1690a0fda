package muster.view.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.scenario.Estimate;
import muster.trace.Curve;
import muster.unit.NumberText;
import muster.view.Grid;
import muster.view.figure.Cells;
import muster.workforce.LeadFigures;

/** The course of a lead, a row for each month. */
final class LeadTable {
    private static final List<String> HEAD = List.of(
            "month",
            "fleet on research",
            "nothing stolen",
            "researcher-months so far",
            "a lead this long gives",
            "its last month adds");
    private static final List<String> CURVES = List.of(
            LeadFigures.RESEARCH_PART,
            LeadFigures.NOT_STOLEN,
            LeadFigures.CUMULATIVE,
            LeadFigures.BY_LENGTH,
            LeadFigures.WORTH_BY_LENGTH);

    private LeadTable() {}

    /** The table of an estimate that has a lead. */
    static Optional<Grid> of(Estimate estimate) {
        List<Curve> curves =
                CURVES.stream().map(estimate::curve).flatMap(Optional::stream).toList();
        if (curves.size() < CURVES.size()) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < curves.get(0).points().size(); i++) {
            List<String> row = new ArrayList<>();
            row.add(NumberText.exact(curves.get(0).points().get(i).at()));
            for (Curve curve : curves) {
                row.add(Cells.of(estimate, curve, curve.points().get(i)));
            }
            rows.add(row);
        }
        return Optional.of(Grid.of(HEAD, rows, Set.of(0, 1, 2, 3, 4, 5)));
    }
}
