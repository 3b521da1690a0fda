package muster.view.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import muster.allocation.problem.Assignment;
import muster.allocation.problem.ChipStock;
import muster.allocation.problem.Situation;
import muster.allocation.search.OptimalPlan;
import muster.unit.NumberText;
import muster.view.Grid;

/** What the chips of a plan do; periods in which the same parts of them do the same stand together. */
final class PlanTable {
    private static final int DIGITS = 4;

    private final Map<String, ChipStock> stocks;
    private final Map<Integer, List<Assignment>> assignments;
    private final Map<Use, Double> chips = new HashMap<>();

    /** What chips of a kind do in a period. */
    private record Use(int period, String chip, String verb, String what) {}

    private PlanTable(Situation situation, OptimalPlan plan) {
        this.stocks = situation.stocksByChip();
        this.assignments = plan.assignments().stream().collect(Collectors.groupingBy(Assignment::period));
        plan.assignments().forEach(each -> chips.merge(use(each), each.chips(), Double::sum));
    }

    static Grid of(Situation situation, OptimalPlan plan) {
        return new PlanTable(situation, plan).grid(situation.periods());
    }

    private Grid grid(int periods) {
        List<List<String>> rows = new ArrayList<>();
        for (int first = 0; first < periods; ) {
            List<List<String>> doing = doing(first);
            int last = first;
            while (last + 1 < periods && doing(last + 1).equals(doing)) {
                last++;
            }
            for (List<String> does : doing) {
                List<String> row = new ArrayList<>();
                row.add(does == doing.get(0) ? AllocationTables.periods(first, last) : "");
                row.addAll(does);
                row.add(2, counts(does, first, last));
                rows.add(row);
            }
            first = last + 1;
        }
        return Grid.of(List.of("period", "chips", "count", "part", "", "model"), rows, Set.of(0, 2, 3));
    }

    private static Use use(Assignment each) {
        return new Use(each.period(), each.chip(), Activities.verb(each.activity()), Activities.what(each.activity()));
    }

    // Kind, part, verb and model of each use in a period.
    private List<List<String>> doing(int period) {
        List<List<String>> doing = new ArrayList<>();
        for (Assignment each : assignments.getOrDefault(period, List.of())) {
            Use use = use(each);
            String part = AllocationTables.percent(each.chips() / count(use));
            doing.add(List.of(use.chip(), part, use.verb(), use.what()));
        }
        doing.sort(Comparator.comparing((List<String> does) -> does.get(2)).reversed());
        return doing;
    }

    private double count(Use use) {
        ChipStock stock = stocks.get(use.chip());
        if (stock == null) {
            throw new IllegalStateException("no chips are " + use.chip());
        }
        return stock.count(use.period());
    }

    // The count in the first period, and in the last where it is another.
    private String counts(List<String> does, int first, int last) {
        String from = used(does, first);
        String to = used(does, last);
        return from.equals(to) ? from : from + " to " + to;
    }

    private String used(List<String> does, int period) {
        Use use = new Use(period, does.get(0), does.get(2), does.get(3));
        return NumberText.rounded(chips.getOrDefault(use, 0.0), DIGITS);
    }
}
