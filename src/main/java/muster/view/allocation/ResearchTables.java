package muster.view.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import muster.allocation.problem.ChipStock;
import muster.allocation.problem.Situation;
import muster.allocation.search.OptimalPlan;
import muster.allocation.search.PlanEvaluation;
import muster.allocation.search.UseValues;
import muster.unit.NumberText;
import muster.view.Grid;
import muster.view.Paragraph;
import muster.view.Section;

/**
 * What comes of a plan under a law of research, and what a chip is worth in each use.
 *
 * @param result the allocation
 * @param plan its plan
 */
record ResearchTables(AllocationResult result, OptimalPlan plan) {
    private static final int DIGITS = 4;
    private static final double PER = 1000;

    private Situation situation() {
        return result.allocated().situation();
    }

    /** What the plan comes to, in a sentence. */
    Section headline() {
        Situation situation = situation();
        double months = situation.returns().months();
        double progress = plan.evaluation().progress(months);
        double time = months * situation.periods();
        String discounted = situation.returns().discount() < 1
                ? ", worth %s after discount".formatted(NumberText.rounded(plan.worth(), DIGITS))
                : "";
        return Paragraph.of("%s: in %s months the research of %s months of %s%s, %s times its rate; %s"
                .formatted(
                        result.estimate().scenario(),
                        NumberText.rounded(time, DIGITS),
                        NumberText.rounded(progress, DIGITS),
                        laboratory(),
                        discounted,
                        NumberText.rounded(progress / time, DIGITS),
                        plan.schedule()));
    }

    private String laboratory() {
        return result.section()
                .research()
                .map(research -> research.reference().name())
                .orElse("");
    }

    /** What comes of it; periods that are alike to the digits shown stand in one row. */
    Grid results() {
        List<List<String>> rows = new ArrayList<>();
        double soFar = 0;
        int first = 0;
        List<String> before = List.of();
        for (int period = 0; period < situation().periods(); period++) {
            PlanEvaluation.Period now = plan.evaluation().periods().get(period);
            soFar += now.research().map(PlanEvaluation.Research::rate).orElse(0.0)
                    * situation().returns().months();
            List<String> cells = result(now, period);
            boolean same = cells.equals(before);
            first = same ? first : period;
            List<String> row = new ArrayList<>(cells);
            row.add(0, AllocationTables.periods(first, period));
            row.add(row.size() - 1, NumberText.rounded(soFar, DIGITS));
            if (same) {
                rows.remove(rows.size() - 1);
            }
            rows.add(row);
            before = cells;
        }
        return Grid.of(
                List.of(
                        "period",
                        "trained",
                        "experiments",
                        "served",
                        "researchers",
                        "compute",
                        "labour",
                        "research",
                        "so far",
                        "scarce"),
                rows,
                Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8));
    }

    private List<String> result(PlanEvaluation.Period now, int period) {
        List<String> cells = new ArrayList<>(List.of(AllocationTables.percent(now.trainedPart())));
        Optional<PlanEvaluation.Research> research = now.research();
        cells.add(research.map(found -> AllocationTables.percent(found.part())).orElse(""));
        cells.add(AllocationTables.percent(now.servedPart()));
        cells.add(NumberText.rounded(now.researchers(), DIGITS));
        cells.add(research.map(found -> shown(found.compute())).orElse(""));
        cells.add(research.map(found -> shown(found.labour())).orElse(""));
        cells.add(research.map(found -> shown(found.rate())).orElse(""));
        cells.add(AllocationTables.scarce(situation(), plan, period));
        return cells;
    }

    /** What a thousand chips more would add in each use; periods that are alike to the digits shown stand together. */
    Grid uses() {
        List<List<String>> rows = new ArrayList<>();
        for (int first = 0; first < situation().periods(); ) {
            List<List<String>> values = uses(first);
            int last = first;
            while (last + 1 < situation().periods() && uses(last + 1).equals(values)) {
                last++;
            }
            for (int i = 0; i < values.size(); i++) {
                List<String> row = new ArrayList<>(values.get(i));
                row.add(0, i == 0 ? AllocationTables.periods(first, last) : "");
                rows.add(row);
            }
            first = last + 1;
        }
        return Grid.of(
                List.of("period", "1,000 chips", "experiments", "serving", "training", "does"),
                rows,
                Set.of(0, 2, 3, 4));
    }

    private List<List<String>> uses(int period) {
        List<List<String>> rows = new ArrayList<>();
        for (ChipStock stock : situation().stocks()) {
            UseValues.of(situation(), plan, stock.chip(), period)
                    .filter(values -> stock.count(period) > 0)
                    .ifPresent(values -> rows.add(List.of(
                            stock.chip(),
                            shown(PER * values.experiments()),
                            values.serving().map(value -> shown(PER * value)).orElse(""),
                            values.training().map(value -> shown(PER * value)).orElse(""),
                            does(stock.chip(), period))));
        }
        return rows;
    }

    private String does(String chip, int period) {
        return plan.assignments().stream()
                .filter(each -> each.period() == period && each.chip().equals(chip))
                .map(each -> Activities.use(each.activity()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String shown(double value) {
        return NumberText.rounded(value, DIGITS);
    }
}
