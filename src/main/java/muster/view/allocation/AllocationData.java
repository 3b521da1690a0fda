package muster.view.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import muster.allocation.problem.Activity;
import muster.allocation.search.BaselineRule;
import muster.allocation.search.OptimalPlan;
import muster.allocation.search.Shortfall;
import muster.allocation.search.TrainingChoice;
import muster.allocation.search.TriedSchedule;
import muster.uncertainty.sampling.Percentiles;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Fields;

/** An allocation in the schema {@code allocate/v2}: all digits, and what they are in. */
final class AllocationData {
    private static final double DAY = 86_400;
    private static final String MONTHS = "researcher-month";

    private final AllocationResult result;
    private final Fields fields = new Fields();

    private AllocationData(AllocationResult result) {
        this.result = result;
    }

    static Data of(AllocationResult result) {
        return new AllocationData(result).make();
    }

    private Data make() {
        Optional<OptimalPlan> best = result.allocated().best();
        fields.text("scenario", result.estimate().scenario())
                .text("status", result.idle().isPresent() ? "nothing" : best.isPresent() ? "optimal" : "infeasible")
                .texts("basis", AllocationNotes.basis(result))
                .texts("notes", AllocationNotes.of(result))
                .count("periods", result.allocated().situation().periods())
                .number("period_days", result.allocated().situation().periodSeconds() / DAY);
        best.ifPresent(this::planned);
        if (best.isEmpty()) {
            impossible();
        }
        result.idle().ifPresent(this::idle);
        search();
        spread();
        return DataDocument.of("allocate/v2", result.estimate().catalog())
                .set(result.estimate().settings())
                .sampled(result.sampling().filter(how -> !result.spread().isEmpty()))
                .result(fields);
    }

    private void planned(OptimalPlan plan) {
        Fields completion = new Fields();
        plan.schedule().completion().forEach(completion::count);
        PlanData data = new PlanData(result, plan);
        result.section()
                .research()
                .ifPresentOrElse(
                        research -> fields.put(
                                "research", new ResearchData(result.allocated().situation(), plan).whole(research)),
                        () -> fields.put("worth", Fields.quantity(plan.worth(), MONTHS))
                                .put("bound", Fields.quantity(plan.bound(), MONTHS)));
        fields.put("researcher_months", Fields.quantity(plan.evaluation().researcherMonths(), MONTHS))
                .put(
                        "certificate",
                        new Fields()
                                .number("primal_residual", plan.certificate().primalResidual())
                                .number("dual_residual", plan.certificate().dualResidual())
                                .number("gap", plan.certificate().gap())
                                .build())
                .put("complete_after_period", completion.build())
                .put("chips", data.chips())
                .array("plan", data.periods())
                .put("dual_values", data.prices())
                .array("choices", choices(plan))
                .array("rules", rules(plan));
    }

    private List<Data> choices(OptimalPlan plan) {
        List<Data> choices = new ArrayList<>();
        for (TrainingChoice choice : result.allocated().choices()) {
            Fields one = new Fields().texts("trained", List.copyOf(choice.jobs()));
            choice.plan()
                    .ifPresent(other -> one.number("worth", other.worth())
                            .put("of_best", Data.number(other.worth() / plan.worth())));
            choices.add(one.build());
        }
        return choices;
    }

    private List<Data> rules(OptimalPlan plan) {
        List<Data> rules = new ArrayList<>();
        for (BaselineRule rule : result.allocated().rules()) {
            Fields one = new Fields().text("rule", rule.name()).text("does", rule.words());
            rule.worth().ifPresent(worth -> one.number("worth", worth));
            rule.worth()
                    .filter(worth -> worth > 0)
                    .ifPresent(worth -> one.number("plan_better_by", plan.worth() / worth - 1));
            rules.add(one.build());
        }
        return rules;
    }

    private void impossible() {
        fields.text("requirement", result.allocated().situation().requirement().map(needed -> needed.words()))
                .array(
                        "shortfalls",
                        result.allocated().shortfalls().stream()
                                .map(AllocationData::shortfall)
                                .toList());
    }

    private void idle(Idleness idle) {
        fields.text("reason", idle.reason())
                .texts("refusals", result.section().refusals())
                .array(
                        "shortfalls",
                        idle.why().shortfalls().stream()
                                .map(AllocationData::shortfall)
                                .toList())
                .array("without_limit", idle.lifted());
    }

    private static Data shortfall(Shortfall shortfall) {
        Fields cures = new Fields();
        shortfall.later().ifPresent(period -> cures.count("complete_after_period", period));
        shortfall.moreChips().ifPresent(part -> cures.number("more_of_every_chip", part));
        shortfall.morePowerWatts().ifPresent(watts -> cures.number("more_power_watts", watts));
        shortfall.moreBudgetUsd().ifPresent(usd -> cures.number("more_budget_usd", usd));
        return new Fields()
                .text("job", shortfall.job())
                .count("by_period", shortfall.by())
                .number("needed_flop", shortfall.neededFlop())
                .number("most_flop", shortfall.mostFlop())
                .texts("conflicting_constraints", List.copyOf(shortfall.conflict()))
                .put("relaxations", cures.build())
                .build();
    }

    private void search() {
        Fields search = new Fields();
        for (TriedSchedule.Fate fate : TriedSchedule.Fate.values()) {
            search.count(
                    fate.name().toLowerCase(Locale.ROOT),
                    result.allocated().tried().stream()
                            .filter(tried -> tried.fate() == fate)
                            .count());
        }
        fields.put("search", search.build());
    }

    private void spread() {
        if (result.spread().isEmpty()) {
            return;
        }
        Fields all = new Fields();
        result.spread().forEach((name, summary) -> {
            Percentiles spread = summary.percentiles();
            all.put(name, new Fields().percentiles(spread).build());
        });
        fields.put("percentiles", all.build());
    }

    /** What a chip does, as the data say it. */
    static String activity(Activity activity) {
        return activity instanceof Activity.Train
                ? "train"
                : activity instanceof Activity.Experiment ? "experiment" : "serve";
    }
}
