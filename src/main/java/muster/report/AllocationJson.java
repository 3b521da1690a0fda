package muster.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import muster.allocation.Activity;
import muster.allocation.Assignment;
import muster.allocation.Choice;
import muster.allocation.Evaluation;
import muster.allocation.Plan;
import muster.allocation.Prices;
import muster.allocation.Rule;
import muster.allocation.Shortfall;
import muster.allocation.Situation;
import muster.allocation.Stock;
import muster.allocation.Tried;
import muster.format.Format;
import muster.hardware.Chip;
import muster.uncertainty.Input;
import muster.uncertainty.Spread;
import muster.unit.Numbers;
import tools.jackson.core.JsonGenerator;

/** An allocation as JSON, {@code allocation/v1}: all digits, and what they are in. */
public final class AllocationJson {
    private final AllocationResult result;
    private final Situation situation;
    private final JsonGenerator json;

    private AllocationJson(AllocationResult result, JsonGenerator json) {
        this.result = result;
        this.situation = result.allocated().situation();
        this.json = json;
    }

    /** The text. */
    public static String of(AllocationResult result) {
        return Json.text(json -> new AllocationJson(result, json).write());
    }

    private void write() {
        Optional<Plan> best = result.allocated().best();
        json.writeStartObject();
        json.writeStringProperty("schema", "allocation/v1");
        json.writeStringProperty("scenario", result.estimate().scenario());
        strings("set", result.estimate().settings());
        json.writeStringProperty("catalog", result.estimate().catalog().hash());
        json.writeStringProperty("status", best.isPresent() ? "optimal" : "infeasible");
        json.writeObjectPropertyStart("basis");
        AllocationNotes.basis(result).forEach(json::writeStringProperty);
        json.writeEndObject();
        strings("notes", AllocationNotes.of(result));
        json.writeNumberProperty("periods", situation.periods());
        Json.number(json, "period_days", situation.periodSeconds() / 86_400);
        best.ifPresent(this::planned);
        if (best.isEmpty()) {
            impossible();
        }
        search();
        spread();
        json.writeEndObject();
    }

    private void planned(Plan plan) {
        quantity("worth", plan.worth(), "researcher-month");
        quantity("bound", plan.bound(), "researcher-month");
        quantity("researcher_months", plan.evaluation().researcherMonths(), "researcher-month");
        json.writeObjectPropertyStart("certificate");
        Json.number(json, "primal_residual", plan.certificate().primalResidual());
        Json.number(json, "dual_residual", plan.certificate().dualResidual());
        Json.number(json, "gap", plan.certificate().gap());
        json.writeEndObject();
        json.writeObjectPropertyStart("complete_after_period");
        plan.schedule().completion().forEach(json::writeNumberProperty);
        json.writeEndObject();
        chips(plan);
        json.writeArrayPropertyStart("plan");
        for (int period = 0; period < situation.periods(); period++) {
            period(plan, period);
        }
        json.writeEndArray();
        prices(plan.prices());
        choices(plan);
        rules(plan);
    }

    private void chips(Plan plan) {
        json.writeObjectPropertyStart("chips");
        for (Stock stock : situation.stocks()) {
            double all = stock.counts().stream().mapToDouble(count -> count).sum();
            json.writeObjectPropertyStart(stock.chip());
            Json.number(json, "chip_periods", all);
            Json.number(json, "trained_part", all == 0 ? 0 : used(plan, stock, Activity.Train.class) / all);
            Json.number(json, "served_part", all == 0 ? 0 : used(plan, stock, Activity.Serve.class) / all);
            bandwidthPerFlop(stock).ifPresent(ratio -> Json.number(json, "bandwidth_byte_per_flop", ratio));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static double used(Plan plan, Stock stock, Class<? extends Activity> activity) {
        return plan.assignments().stream()
                .filter(each -> each.chip().equals(stock.chip()) && activity.isInstance(each.activity()))
                .mapToDouble(Assignment::chips)
                .sum();
    }

    private Optional<Double> bandwidthPerFlop(Stock stock) {
        Optional<Chip> chip = Optional.ofNullable(result.section().chips().get(stock.chip()));
        return chip.flatMap(found -> found.mainMemory()
                .flatMap(memory -> memory.bandwidth())
                .flatMap(bandwidth -> found.rate(Format.BF16)
                        .or(() -> found.rate(Format.FP16))
                        .map(rate -> central(bandwidth) / central(rate))));
    }

    private static double central(Input input) {
        return input.value().distribution().central();
    }

    private void period(Plan plan, int period) {
        Evaluation.Period now = plan.evaluation().periods().get(period);
        json.writeStartObject();
        json.writeNumberProperty("period", period + 1);
        Json.number(json, "researchers", now.researchers());
        Json.number(json, "researcher_months", now.researcherMonths());
        Json.number(json, "effective_researcher_months", now.effective());
        Json.number(json, "trained_part", now.trainedPart());
        Json.number(json, "served_part", now.servedPart());
        strings("scarce", plan.prices().binding().get(period));
        json.writeArrayPropertyStart("assignments");
        plan.assignments().stream().filter(each -> each.period() == period).forEach(this::assignment);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void assignment(Assignment each) {
        json.writeStartObject();
        json.writeStringProperty("chip", each.chip());
        json.writeStringProperty("activity", each.activity() instanceof Activity.Train ? "train" : "serve");
        json.writeStringProperty("model", each.activity().model());
        if (each.activity() instanceof Activity.Serve serve) {
            json.writeStringProperty("variant", serve.serving().variant());
        }
        Json.number(json, "chips", each.chips());
        json.writeEndObject();
    }

    private void prices(Prices prices) {
        json.writeObjectPropertyStart("prices");
        json.writeStringProperty(
                "meaning", "researcher-months that one more adds, with the periods of completion fixed");
        json.writeObjectPropertyStart("chip");
        prices.chips().forEach(this::numbers);
        json.writeEndObject();
        if (!prices.megawatts().isEmpty()) {
            numbers("megawatt", prices.megawatts());
        }
        if (!prices.supervisors().isEmpty()) {
            numbers("supervisor", prices.supervisors());
        }
        prices.dollar().ifPresent(dollar -> Json.number(json, "usd", dollar));
        json.writeObjectPropertyStart("flop_less");
        prices.work().forEach((job, price) -> Json.number(json, job, price));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void choices(Plan plan) {
        json.writeArrayPropertyStart("choices");
        for (Choice choice : result.allocated().choices()) {
            json.writeStartObject();
            strings("trained", List.copyOf(choice.jobs()));
            choice.plan().ifPresent(other -> {
                Json.number(json, "worth", other.worth());
                Json.number(json, "of_best", other.worth() / plan.worth());
            });
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void rules(Plan plan) {
        json.writeArrayPropertyStart("rules");
        for (Rule rule : result.allocated().rules()) {
            json.writeStartObject();
            json.writeStringProperty("rule", rule.name());
            json.writeStringProperty("does", rule.words());
            rule.worth().ifPresent(worth -> Json.number(json, "worth", worth));
            rule.worth()
                    .filter(worth -> worth > 0)
                    .ifPresent(worth -> Json.number(json, "plan_better_by", plan.worth() / worth - 1));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void impossible() {
        situation.requirement().ifPresent(requirement -> json.writeStringProperty("requirement", requirement.words()));
        json.writeArrayPropertyStart("shortfalls");
        result.allocated().shortfalls().forEach(this::shortfall);
        json.writeEndArray();
    }

    private void shortfall(Shortfall shortfall) {
        json.writeStartObject();
        json.writeStringProperty("job", shortfall.job());
        json.writeNumberProperty("by_period", shortfall.by());
        Json.number(json, "needed_flop", shortfall.neededFlop());
        Json.number(json, "most_flop", shortfall.mostFlop());
        strings("clash", List.copyOf(shortfall.clash()));
        json.writeObjectPropertyStart("cures");
        shortfall.later().ifPresent(period -> json.writeNumberProperty("complete_after_period", period));
        shortfall.moreChips().ifPresent(part -> Json.number(json, "more_of_every_chip", part));
        shortfall.morePowerWatts().ifPresent(watts -> Json.number(json, "more_power_watts", watts));
        shortfall.moreBudgetUsd().ifPresent(usd -> Json.number(json, "more_budget_usd", usd));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void search() {
        json.writeObjectPropertyStart("search");
        for (Tried.Fate fate : Tried.Fate.values()) {
            json.writeNumberProperty(
                    fate.name().toLowerCase(Locale.ROOT),
                    result.allocated().tried().stream()
                            .filter(tried -> tried.fate() == fate)
                            .count());
        }
        json.writeEndObject();
    }

    private void spread() {
        if (result.spread().isEmpty()) {
            return;
        }
        result.sampling().ifPresent(how -> {
            json.writeNumberProperty("samples", how.samples());
            json.writeNumberProperty("seed", how.seed());
        });
        json.writeObjectPropertyStart("spread");
        result.spread().forEach((name, summary) -> {
            Spread spread = summary.spread();
            json.writeObjectPropertyStart(name);
            Json.number(json, "p5", spread.p5());
            Json.number(json, "p50", spread.p50());
            Json.number(json, "p95", spread.p95());
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private void quantity(String name, double value, String unit) {
        json.writeObjectPropertyStart(name);
        Json.number(json, "value", value);
        json.writeStringProperty("unit", unit);
        json.writeEndObject();
    }

    private void numbers(String name, List<Double> values) {
        json.writeObjectPropertyStart(name);
        Json.number(json, "all_periods", Prices.sum(values));
        json.writeArrayPropertyStart("by_period");
        values.forEach(value -> json.writeNumber(Numbers.exact(value)));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void strings(String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
