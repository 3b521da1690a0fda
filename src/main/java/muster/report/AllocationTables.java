package muster.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import muster.allocation.Activity;
import muster.allocation.Allocated;
import muster.allocation.Assignment;
import muster.allocation.Choice;
import muster.allocation.Evaluation;
import muster.allocation.Plan;
import muster.allocation.Prices;
import muster.allocation.Rule;
import muster.allocation.Situation;
import muster.allocation.Stock;
import muster.unit.Numbers;

/** The tables of an allocation: the plan by period, prices, what else could be trained, simple rules. */
final class AllocationTables {
    private static final int DIGITS = 5;

    private AllocationTables() {}

    /** The plan; periods that are alike to the digits shown stand in one row. */
    static Grid plan(Situation situation, Plan plan) {
        List<List<String>> rows = new ArrayList<>();
        List<String> last = List.of();
        int first = 0;
        double soFar = 0;
        for (int period = 0; period < situation.periods(); period++) {
            Evaluation.Period now = plan.evaluation().periods().get(period);
            soFar += now.researcherMonths();
            List<String> cells = List.of(
                    doing(situation, plan, period, activity -> activity instanceof Activity.Train),
                    doing(situation, plan, period, activity -> activity instanceof Activity.Serve),
                    percent(now.trainedPart()),
                    Numbers.rounded(now.researchers(), DIGITS),
                    Numbers.rounded(now.researcherMonths(), DIGITS),
                    Numbers.rounded(now.effective(), DIGITS));
            boolean same = cells.equals(last);
            first = same ? first : period;
            List<String> row = new ArrayList<>();
            row.add(first == period ? "" + (period + 1) : (first + 1) + "-" + (period + 1));
            row.addAll(cells);
            row.add(Numbers.rounded(soFar, DIGITS));
            row.add(String.join(", ", plan.prices().binding().get(period)));
            if (same) {
                rows.remove(rows.size() - 1);
            }
            rows.add(row);
            last = cells;
        }
        return new Grid(
                List.of(
                        "period",
                        "trains",
                        "serves",
                        "trained",
                        "researchers",
                        "researcher-months",
                        "effective",
                        "so far",
                        "scarce"),
                rows,
                Set.of(0, 3, 4, 5, 6, 7));
    }

    // "all nvidia-h20" or "1,200 of 60,000 nvidia-h20", by model
    private static String doing(Situation situation, Plan plan, int period, Predicate<Activity> which) {
        Map<String, Map<String, Double>> byModel = new LinkedHashMap<>();
        for (Assignment assignment : plan.assignments()) {
            if (assignment.period() == period && which.test(assignment.activity())) {
                byModel.computeIfAbsent(assignment.activity().model(), model -> new LinkedHashMap<>())
                        .merge(assignment.chip(), assignment.chips(), Double::sum);
            }
        }
        return byModel.entrySet().stream()
                .map(entry -> chips(situation, period, entry.getValue()) + ": " + entry.getKey())
                .collect(Collectors.joining("; "));
    }

    private static String chips(Situation situation, int period, Map<String, Double> chips) {
        return situation.stocks().stream()
                .filter(stock -> chips.containsKey(stock.chip()))
                .map(stock -> chips(stock, period, chips.getOrDefault(stock.chip(), 0.0)))
                .collect(Collectors.joining(", "));
    }

    private static String chips(Stock stock, int period, double chips) {
        double all = stock.count(period);
        return chips > all * (1 - 1e-6)
                ? "all " + stock.chip()
                : "%s of %s %s".formatted(Numbers.rounded(chips, 4), Numbers.rounded(all, 6), stock.chip());
    }

    /** What one more of each thing would add. */
    static Grid prices(Situation situation, Plan plan) {
        List<List<String>> rows = new ArrayList<>();
        Prices prices = plan.prices();
        prices.chips().forEach((chip, each) -> rows.add(price("chip, " + chip, each)));
        if (!prices.megawatts().isEmpty()) {
            rows.add(price("MW", prices.megawatts()));
        }
        if (!prices.supervisors().isEmpty()) {
            rows.add(price("supervisor", prices.supervisors()));
        }
        prices.dollar()
                .ifPresent(dollar -> rows.add(List.of("USD 1,000", Numbers.rounded(1000 * dollar, DIGITS), "", "")));
        prices.work()
                .forEach((job, work) -> rows.add(List.of(
                        "1% less work of " + job, Numbers.rounded(work * job(situation, job) / 100, DIGITS), "", "")));
        return new Grid(List.of("one more", "in all periods", "in the first", "in the last"), rows, Set.of(1, 2, 3));
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
                Numbers.rounded(Prices.sum(each), DIGITS),
                Numbers.rounded(each.get(0), DIGITS),
                Numbers.rounded(each.get(each.size() - 1), DIGITS));
    }

    /** What could be trained instead. */
    static Grid choices(Allocated allocated) {
        double best = allocated.choices().get(0).worth();
        List<List<String>> rows = new ArrayList<>();
        for (Choice choice : allocated.choices()) {
            String what = choice.jobs().isEmpty() ? "nothing" : String.join(", ", choice.jobs());
            rows.add(choice.plan()
                    .map(plan -> List.of(
                            what,
                            plan.schedule().completion().values().stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", ")),
                            Numbers.rounded(plan.worth(), DIGITS),
                            percent(plan.worth() / best - 1)))
                    .orElse(List.of(what, "", "cannot be done", "")));
        }
        return new Grid(List.of("trained", "after period", "worth", "against the best"), rows, Set.of(1, 2, 3));
    }

    /** What simple rules make of the same fleet. */
    static Grid rules(Allocated allocated, Plan plan) {
        List<List<String>> rows = new ArrayList<>();
        for (Rule rule : allocated.rules()) {
            rows.add(List.of(
                    rule.name(),
                    rule.worth().map(worth -> Numbers.rounded(worth, DIGITS)).orElse("cannot be done"),
                    rule.worth().map(worth -> advantage(plan, worth)).orElse(""),
                    rule.words()));
        }
        return new Grid(List.of("rule", "worth", "the plan is better by", ""), rows, Set.of(1, 2));
    }

    private static String advantage(Plan plan, double worth) {
        return worth > 0 ? percent(plan.worth() / worth - 1) : "";
    }

    static String percent(double part) {
        return Numbers.rounded(Math.rint(part * 1e4) / 100, 4) + "%";
    }
}
