package muster.view.allocation;

import muster.allocation.problem.ChipStock;
import muster.allocation.problem.Situation;
import muster.allocation.search.OptimalPlan;
import muster.allocation.search.PlanEvaluation;
import muster.allocation.search.UseValues;
import muster.research.Research;
import muster.view.Data;
import muster.view.Fields;

/**
 * What comes of a plan under a law of research, as data.
 *
 * @param situation what is planned for
 * @param plan its plan
 */
record ResearchData(Situation situation, OptimalPlan plan) {
    private static final String MONTH = "month";

    /** What the whole plan comes to. */
    Data whole(Research research) {
        double months = situation.returns().months();
        double progress = plan.evaluation().progress(months);
        return new Fields()
                .text("law", research.law().name())
                .text("baseline", research.reference().words())
                .put("progress", Fields.quantity(progress, MONTH))
                .number("mean_rate", progress / (months * situation.periods()))
                .put("worth", Fields.quantity(plan.worth(), MONTH))
                .put("bound", Fields.quantity(plan.bound(), MONTH))
                .build();
    }

    /** What comes of a period, and what one more chip adds in each use, in months of the laboratory's research. */
    Data period(PlanEvaluation.Research now, int period) {
        Fields uses = new Fields();
        for (ChipStock stock : situation.stocks()) {
            UseValues.of(situation, plan, stock.chip(), period).ifPresent(values -> {
                Fields one = new Fields().number("experiments", values.experiments());
                values.serving().ifPresent(value -> one.number("serving", value));
                values.training().ifPresent(value -> one.number("training", value));
                uses.put(stock.chip(), one.build());
            });
        }
        return new Fields()
                .number("experiments_part", now.part())
                .number("experiments_h100e", now.h100e())
                .number("compute_ratio", now.compute())
                .number("labour_ratio", now.labour())
                .number("rate", now.rate())
                .put("chip_worth", uses.build())
                .build();
    }
}
