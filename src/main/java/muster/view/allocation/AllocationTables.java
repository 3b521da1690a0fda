package muster.view.allocation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.allocation.problem.Situation;
import muster.allocation.search.AllocationSolution;
import muster.allocation.search.BaselineRule;
import muster.allocation.search.DualValues;
import muster.allocation.search.OptimalPlan;
import muster.allocation.search.PlanEvaluation;
import muster.allocation.search.TrainingChoice;
import muster.unit.NumberText;
import muster.view.Grid;

/** The tables of an allocation beside its plan: what comes of it, prices, what else could be trained, simple rules. */
final class AllocationTables {
    private static final int DIGITS = 4;

    private AllocationTables() {}

    static String periods(int first, int last) {
        return first == last ? "" + (first + 1) : (first + 1) + "-" + (last + 1);
    }

    /** What comes of it; periods that are alike to the digits shown stand in one row. */
    static Grid results(Situation situation, OptimalPlan plan) {
        List<List<String>> rows = new ArrayList<>();
        double soFar = 0;
        int first = 0;
        for (int period = 0; period < situation.periods(); period++) {
            soFar += plan.evaluation().periods().get(period).researcherMonths();
            List<String> cells = result(situation, plan, period);
            boolean same = period > 0 && cells.equals(result(situation, plan, period - 1));
            first = same ? first : period;
            List<String> row = new ArrayList<>(cells);
            row.add(0, periods(first, period));
            row.add(row.size() - 1, NumberText.rounded(soFar, DIGITS));
            if (same) {
                rows.remove(rows.size() - 1);
            }
            rows.add(row);
        }
        return Grid.of(
                List.of(
                        "period",
                        "trained",
                        "served",
                        "researchers",
                        "researcher-months",
                        "effective",
                        "so far",
                        "scarce"),
                rows,
                Set.of(0, 1, 2, 3, 4, 5, 6));
    }

    private static List<String> result(Situation situation, OptimalPlan plan, int period) {
        PlanEvaluation.Period now = plan.evaluation().periods().get(period);
        return List.of(
                percent(now.trainedPart()),
                percent(now.servedPart()),
                NumberText.rounded(now.researchers(), DIGITS),
                NumberText.rounded(now.researcherMonths(), DIGITS),
                NumberText.rounded(now.effective(), DIGITS),
                scarce(situation, plan, period));
    }

    static String scarce(Situation situation, OptimalPlan plan, int period) {
        Set<String> names = new LinkedHashSet<>(plan.duals().binding().get(period));
        List<String> chips = situation.stocks().stream()
                .filter(stock -> stock.count(period) > 0)
                .map(stock -> "chips." + stock.chip())
                .toList();
        List<String> spare =
                chips.stream().filter(chip -> !names.contains(chip)).toList();
        if (chips.size() > 2 && spare.size() < 2) {
            chips.forEach(names::remove);
            String all =
                    "all chips" + (spare.isEmpty() ? "" : " but " + spare.get(0).substring("chips.".length()));
            return Stream.concat(Stream.of(all), names.stream()).collect(Collectors.joining(", "));
        }
        return String.join(", ", names);
    }

    /** What one more of each thing would add. */
    static Grid prices(Situation situation, OptimalPlan plan) {
        List<List<String>> rows = new ArrayList<>();
        DualValues prices = plan.duals();
        prices.chips().forEach((chip, each) -> rows.add(price("chip, " + chip, each)));
        if (!prices.megawatts().isEmpty()) {
            rows.add(price("MW", prices.megawatts()));
        }
        if (!prices.supervisors().isEmpty()) {
            rows.add(price("supervisor", prices.supervisors()));
        }
        prices.dollar()
                .ifPresent(dollar -> rows.add(List.of("USD 1,000", NumberText.rounded(1000 * dollar, DIGITS), "", "")));
        prices.work()
                .forEach((job, work) -> rows.add(List.of(
                        "1% less work of " + job,
                        NumberText.rounded(work * job(situation, job) / 100, DIGITS),
                        "",
                        "")));
        return Grid.of(List.of("one more", "in all periods", "in the first", "in the last"), rows, Set.of(1, 2, 3));
    }

    private static double job(Situation situation, String id) {
        return situation.jobs().stream()
                .filter(job -> job.id().equals(id))
                .mapToDouble(job -> job.workFlop())
                .sum();
    }

    private static List<String> price(String what, List<Double> each) {
        return List.of(
                what,
                NumberText.rounded(DualValues.sum(each), DIGITS),
                NumberText.rounded(each.get(0), DIGITS),
                NumberText.rounded(each.get(each.size() - 1), DIGITS));
    }

    /** What could be trained instead. */
    static Grid choices(AllocationSolution allocated) {
        double best = allocated.choices().get(0).worth();
        List<List<String>> rows = new ArrayList<>();
        for (TrainingChoice choice : allocated.choices()) {
            String what = choice.jobs().isEmpty() ? "nothing" : String.join(", ", choice.jobs());
            rows.add(choice.plan()
                    .map(plan -> List.of(
                            what,
                            plan.schedule().completion().values().stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", ")),
                            NumberText.rounded(plan.worth(), DIGITS),
                            best > 0 ? percent(plan.worth() / best - 1) : ""))
                    .orElse(List.of(what, "", "cannot be done", "")));
        }
        return Grid.of(List.of("trained", "after period", "worth", "against the best"), rows, Set.of(1, 2, 3));
    }

    /** What simple rules make of the same fleet. */
    static Grid rules(AllocationSolution allocated, OptimalPlan plan) {
        List<List<String>> rows = new ArrayList<>();
        for (BaselineRule rule : allocated.rules()) {
            rows.add(List.of(
                    rule.name(),
                    rule.worth().map(worth -> NumberText.rounded(worth, DIGITS)).orElse("cannot be done"),
                    rule.worth().map(worth -> advantage(plan, worth)).orElse(""),
                    rule.words()));
        }
        return Grid.of(List.of("rule", "worth", "the plan is better by", ""), rows, Set.of(1, 2));
    }

    private static String advantage(OptimalPlan plan, double worth) {
        return worth > 0 ? percent(plan.worth() / worth - 1) : "";
    }

    static String percent(double part) {
        return NumberText.rounded(Math.rint(part * 1e4) / 100, 4) + "%";
    }
}
