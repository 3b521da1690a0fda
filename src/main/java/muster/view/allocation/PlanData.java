package muster.view.allocation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import muster.allocation.problem.Activity;
import muster.allocation.problem.Assignment;
import muster.allocation.problem.ChipStock;
import muster.allocation.search.DualValues;
import muster.allocation.search.OptimalPlan;
import muster.allocation.search.PlanEvaluation;
import muster.format.Format;
import muster.hardware.Chip;
import muster.uncertainty.Input;
import muster.view.Data;
import muster.view.Fields;

/**
 * A plan as data: what each kind of chip does, what is done in each period, and what one more of each thing would add.
 *
 * @param result the allocation
 * @param plan its plan
 */
record PlanData(AllocationResult result, OptimalPlan plan) {

    /** The kinds of chips by name. */
    Data chips() {
        Fields chips = new Fields();
        for (ChipStock stock : result.allocated().situation().stocks()) {
            double all = stock.counts().stream().mapToDouble(count -> count).sum();
            Fields one = new Fields()
                    .number("chip_periods", all)
                    .number("trained_part", all == 0 ? 0 : used(stock, Activity.Train.class) / all)
                    .number("served_part", all == 0 ? 0 : used(stock, Activity.Serve.class) / all);
            if (result.allocated().situation().research().isPresent()) {
                one.number("experiments_part", all == 0 ? 0 : used(stock, Activity.Experiment.class) / all);
            }
            bandwidthPerFlop(stock).ifPresent(ratio -> one.number("bandwidth_byte_per_flop", ratio));
            chips.put(stock.chip(), one.build());
        }
        return chips.build();
    }

    private double used(ChipStock stock, Class<? extends Activity> activity) {
        return plan.assignments().stream()
                .filter(each -> each.chip().equals(stock.chip()) && activity.isInstance(each.activity()))
                .mapToDouble(Assignment::chips)
                .sum();
    }

    private Optional<Double> bandwidthPerFlop(ChipStock stock) {
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

    /** The periods in order. */
    List<Data> periods() {
        return IntStream.range(0, result.allocated().situation().periods())
                .mapToObj(this::period)
                .toList();
    }

    private Data period(int period) {
        PlanEvaluation.Period now = plan.evaluation().periods().get(period);
        Fields fields = new Fields()
                .count("period", period + 1)
                .number("researchers", now.researchers())
                .number("researcher_months", now.researcherMonths())
                .number("effective_researcher_months", now.effective())
                .number("trained_part", now.trainedPart())
                .number("served_part", now.servedPart())
                .texts("scarce", plan.duals().binding().get(period))
                .array(
                        "assignments",
                        plan.assignments().stream()
                                .filter(each -> each.period() == period)
                                .map(PlanData::assignment)
                                .toList());
        now.research()
                .ifPresent(research -> fields.put(
                        "research", new ResearchData(result.allocated().situation(), plan).period(research, period)));
        return fields.build();
    }

    private static Data assignment(Assignment each) {
        Fields fields = new Fields()
                .text("chip", each.chip())
                .text("activity", AllocationData.activity(each.activity()))
                .text("model", each.activity().model());
        if (each.activity() instanceof Activity.Serve serve) {
            fields.text("variant", serve.serving().variant());
        }
        return fields.number("chips", each.chips()).build();
    }

    /** What one more of each thing would add. */
    Data prices() {
        DualValues prices = plan.duals();
        Fields chips = new Fields();
        prices.chips().forEach((chip, each) -> chips.put(chip, byPeriod(each)));
        Fields fields = new Fields()
                .text(
                        "meaning",
                        "%s that one more adds, with the periods of completion fixed"
                                .formatted(WorthUnit.words(result.allocated().situation())))
                .put("chip", chips.build());
        if (!prices.megawatts().isEmpty()) {
            fields.put("megawatt", byPeriod(prices.megawatts()));
        }
        if (!prices.supervisors().isEmpty()) {
            fields.put("supervisor", byPeriod(prices.supervisors()));
        }
        prices.dollar().ifPresent(dollar -> fields.number("usd", dollar));
        Fields work = new Fields();
        prices.work().forEach((job, price) -> work.number(job, price));
        return fields.put("flop_less", work.build()).build();
    }

    private static Data byPeriod(List<Double> values) {
        return new Fields()
                .number("all_periods", DualValues.sum(values))
                .put("by_period", Data.numbers(values))
                .build();
    }
}
