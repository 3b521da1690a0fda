package muster.view.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.scaling.law.TrainingFigures;
import muster.scenario.Estimate;
import muster.trace.TraceStep;
import muster.uncertainty.Source;
import muster.view.Grid;
import muster.view.figure.Cells;

/** The mixtures of experts that two laws have as good as one dense model, side by side. */
final class SameLossTable {
    static final String TITLE = "Experts as good as the dense model, by law: what disagrees is not known";

    private static final String UNDER = TrainingFigures.MOE_BY_LAW;
    private static final String LAWS = TrainingFigures.MOE_SAME_LOSS;

    private SameLossTable() {}

    /** The table; nothing where no model of experts of the same loss is asked for, or the second law has none. */
    static Optional<Grid> of(Estimate estimate) {
        if (estimate.step(UNDER + "times_parameters").isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(estimate, "sparse_moe", "law", "1", "1", holds(estimate)));
        rows.add(row(
                estimate,
                "fine_grained_moe",
                "second_law",
                cell(estimate, UNDER + "times_active_parameters"),
                cell(estimate, UNDER + "times_parameters"),
                ""));
        return Optional.of(Grid.of(
                List.of(
                        "method",
                        "active",
                        "times",
                        "parameters",
                        "times",
                        "dense model",
                        "served",
                        "holds to",
                        "source"),
                rows,
                Set.of(1, 2, 3, 4, 5, 7)));
    }

    private static List<String> row(
            Estimate estimate, String method, String law, String active, String all, String holds) {
        return List.of(
                method.replace('_', '-'),
                cell(estimate, UNDER + method + ".active_parameters"),
                active,
                cell(estimate, UNDER + method + ".parameters"),
                all,
                cell(estimate, TrainingFigures.DENSE_PARAMETERS),
                law.equals("law") ? "yes" : "no",
                holds.isEmpty() ? "-" : holds,
                estimate.step(LAWS + law + ".parameter_coefficient")
                        .flatMap(TraceStep::source)
                        .map(Source::citation)
                        .orElse("no source"));
    }

    // The largest dense model that the law can be asked for; beyond, its answer cannot be.
    private static String holds(Estimate estimate) {
        boolean beyond =
                estimate.warnings().stream().anyMatch(warning -> warning.code().equals("law-cannot-hold"));
        return cell(estimate, TrainingFigures.MOE_LAW_HOLDS_TO) + (beyond ? " (beyond)" : "");
    }

    private static String cell(Estimate estimate, String name) {
        return estimate.step(name).map(step -> Cells.of(estimate, step)).orElse("-");
    }
}
