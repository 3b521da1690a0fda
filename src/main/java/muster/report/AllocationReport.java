package muster.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import muster.allocation.Activity;
import muster.allocation.Assignment;
import muster.allocation.Plan;
import muster.allocation.Shortfall;
import muster.allocation.Situation;
import muster.allocation.Tried;
import muster.uncertainty.Spread;
import muster.unit.Numbers;

/** An allocation for people and spreadsheets. */
public final class AllocationReport {
    private static final double MEGA = 1e6;

    private final AllocationResult result;
    private final boolean markdown;
    private final StringBuilder text = new StringBuilder();

    private AllocationReport(AllocationResult result, boolean markdown) {
        this.result = result;
        this.markdown = markdown;
    }

    /** The plan, its prices, what it is compared with and what it rests on. */
    public static String text(AllocationResult result, boolean explain) {
        return new AllocationReport(result, false).write(explain);
    }

    /** The same in Markdown. */
    public static String markdown(AllocationResult result, boolean explain) {
        return new AllocationReport(result, true).write(explain);
    }

    /** Every assignment of the plan, a row each, with all digits; a head alone where there is no plan. */
    public static String csv(AllocationResult result) {
        List<List<String>> rows = new ArrayList<>();
        result.allocated().best().ifPresent(plan -> plan.assignments().forEach(each -> rows.add(row(result, each))));
        return new Grid(
                        List.of("scenario", "period", "chip", "activity", "model", "variant", "chips", "catalog"),
                        rows,
                        Set.of(1, 6))
                .csv();
    }

    private static List<String> row(AllocationResult result, Assignment each) {
        boolean trains = each.activity() instanceof Activity.Train;
        return List.of(
                result.estimate().scenario(),
                String.valueOf(each.period() + 1),
                each.chip(),
                trains ? "train" : "serve",
                each.activity().model(),
                each.activity() instanceof Activity.Serve serve
                        ? serve.serving().variant()
                        : "",
                Numbers.exact(each.chips()),
                result.estimate().catalog().hash());
    }

    private String write(boolean explain) {
        Optional<Plan> best = result.allocated().best();
        if (best.isPresent()) {
            planned(best.get());
        } else {
            impossible();
        }
        spread();
        notes();
        if (explain) {
            explain();
        }
        return text.toString();
    }

    private void planned(Plan plan) {
        Situation situation = result.allocated().situation();
        line("%s: %s researcher-months, worth %s after diminishing returns and discount; %s"
                .formatted(
                        result.estimate().scenario(),
                        Numbers.rounded(plan.evaluation().researcherMonths(), 4),
                        Numbers.rounded(plan.worth(), 4),
                        plan.schedule()));
        table(
                "The plan, in periods of %s"
                        .formatted(result.section().section().period().value()),
                AllocationTables.plan(situation, plan));
        table("What comes of it", AllocationTables.results(situation, plan));
        table(
                "What one more would be worth, in researcher-months, with the periods of completion as they are",
                AllocationTables.prices(situation, plan));
        if (result.allocated().choices().size() > 1) {
            table("What could be trained", AllocationTables.choices(result.allocated()));
        }
        table("Simple rules on the same fleet", AllocationTables.rules(result.allocated(), plan));
    }

    private void impossible() {
        line("%s: there is no plan. It needs %s"
                .formatted(
                        result.estimate().scenario(),
                        result.allocated()
                                .situation()
                                .requirement()
                                .map(requirement -> requirement.words())
                                .orElse("more than there is")));
        for (Shortfall shortfall : result.allocated().shortfalls()) {
            line("");
            line(
                    "training job %s needs %s FLOP by the end of period %s; the fleet can do %s by then, if it does nothing else"
                            .formatted(
                                    shortfall.job(),
                                    Numbers.rounded(shortfall.neededFlop(), 4),
                                    shortfall.by(),
                                    Numbers.rounded(shortfall.mostFlop(), 4)));
            line("  what clashes: %s".formatted(String.join(", ", shortfall.clash())));
            cures(shortfall).forEach(cure -> line("  cured by " + cure));
        }
    }

    private static List<String> cures(Shortfall shortfall) {
        List<String> cures = new ArrayList<>();
        shortfall.later().ifPresent(period -> cures.add("a later date: it can be complete after period " + period));
        shortfall
                .moreChips()
                .ifPresent(
                        part -> cures.add("%s more of every kind of chip".formatted(AllocationTables.percent(part))));
        shortfall
                .morePowerWatts()
                .ifPresent(watts -> cures.add("%s MW more power".formatted(Numbers.rounded(watts / MEGA, 4))));
        shortfall.moreBudgetUsd().ifPresent(usd -> cures.add("%s USD more budget".formatted(Numbers.rounded(usd, 4))));
        cures.add("%s FLOP less work".formatted(Numbers.rounded(shortfall.neededFlop() - shortfall.mostFlop(), 4)));
        return cures;
    }

    private void spread() {
        if (result.spread().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        result.spread().forEach((name, summary) -> {
            Spread spread = summary.spread();
            rows.add(List.of(name, figure(spread.p5()), figure(spread.p50()), figure(spread.p95())));
        });
        table(
                "Over %s samples, each solved anew; regret is what the plan above gives away where it is followed"
                        .formatted(result.sampling().map(how -> how.samples()).orElse(0L)),
                new Grid(List.of("figure", "p5", "p50", "p95"), rows, Set.of(1, 2, 3)));
    }

    private static String figure(double value) {
        return Numbers.rounded(value, 4);
    }

    private void notes() {
        line("");
        line((markdown ? "**%s**, catalog %s\n" : "%s, catalog %s")
                .formatted(
                        result.estimate().scenario(),
                        result.estimate().catalog().hash()));
        AllocationNotes.of(result).forEach(note -> line((markdown ? "- " : "  ") + note));
    }

    private void explain() {
        line("");
        line("the search, schedule by schedule");
        Map<Tried.Fate, List<Tried>> fates = new EnumMap<>(Tried.Fate.class);
        result.allocated()
                .tried()
                .forEach(tried -> fates.computeIfAbsent(tried.fate(), fate -> new ArrayList<>())
                        .add(tried));
        fates.forEach((fate, all) -> {
            line("  %s: %s".formatted(all.size(), fate));
            all.forEach(tried -> line("    " + one(tried)));
        });
        line("");
        line("what cannot be served");
        result.section().refusals().forEach(refusal -> line("  " + refusal));
        line("");
        line("ways to serve that the plan can use");
        result.allocated()
                .situation()
                .servings()
                .forEach(serving -> line("  %s on %s: %s researchers per chip, serial speed-up %s"
                        .formatted(
                                serving.variant(),
                                serving.chip(),
                                Numbers.rounded(serving.researchersPerChip(), 4),
                                Numbers.rounded(serving.speedup(), 4))));
        text.append(EstimateTable.steps(
                result.estimate().scenario(), result.section().chain().steps()));
    }

    private static String one(Tried tried) {
        Function<Double, String> number = value -> Numbers.rounded(value, 6);
        return switch (tried.fate()) {
            case SOLVED ->
                "%s: worth %s, bound %s"
                        .formatted(tried.schedule(), number.apply(tried.worth()), number.apply(tried.bound()));
            case CUT_OFF -> "%s: bound %s".formatted(tried.schedule(), number.apply(tried.bound()));
            case TOO_LITTLE_TIME, INFEASIBLE -> tried.schedule().toString();
        };
    }

    private void table(String title, Grid grid) {
        line("");
        line(markdown ? "### %s\n".formatted(title) : title);
        text.append(markdown ? grid.markdown() : grid.text());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
