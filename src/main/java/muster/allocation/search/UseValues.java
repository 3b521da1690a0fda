package muster.allocation.search;

import java.util.Optional;
import java.util.stream.Stream;
import muster.allocation.problem.ChipStock;
import muster.allocation.problem.ResearchTerms.Plane;
import muster.allocation.problem.ServingOption;
import muster.allocation.problem.Situation;
import muster.allocation.problem.TrainingJob;

/**
 * What one more chip of a type adds in each use in a period, by the dual values of a plan under a law of research, less what its power
 * and rent are worth elsewhere. Uses that the plan makes of the type add the same, and no other adds more.
 *
 * @param experiments in experiments, in months of the laboratory's research
 * @param serving in serving, in the best way; nothing where it can serve nothing
 * @param training in training, of what is worth most; nothing where it can train nothing
 */
public record UseValues(double experiments, Optional<Double> serving, Optional<Double> training) {
    private static final double DIGITS = 1e-9;

    /** Those of a type in a period; nothing where experiments or serving can do nothing. */
    public static Optional<UseValues> of(Situation situation, OptimalPlan plan, String chip, int period) {
        ChipStock stock = situation.stocksByChip().get(chip);
        if (stock == null || situation.research().isEmpty()) {
            return Optional.empty();
        }
        return plan.duals().research().get(period).map(plane -> {
            double taken = taken(situation, plan, stock, period);
            return new UseValues(
                    less(plane.perH100e() * situation.h100e(chip), taken),
                    serving(situation, plan, plane, chip, period).map(value -> less(value, taken)),
                    training(situation, plan, chip, period).map(value -> less(value, taken)));
        });
    }

    // A chip that is worth just what it takes is worth nothing, whatever the last digits say.
    private static double less(double value, double taken) {
        double left = value - taken;
        return Math.abs(left) <= DIGITS * taken ? 0 : left;
    }

    private static double taken(Situation situation, OptimalPlan plan, ChipStock stock, int period) {
        DualValues duals = plan.duals();
        double watt = duals.megawatts().isEmpty() ? 0 : duals.megawatts().get(period) / 1e6;
        return stock.powerWatts() * watt
                + stock.costUsdPerSecond()
                        * situation.periodSeconds()
                        * duals.dollar().orElse(0.0);
    }

    private static Optional<Double> serving(
            Situation situation, OptimalPlan plan, Plane plane, String chip, int period) {
        DualValues duals = plan.duals();
        double head = duals.supervisors().isEmpty()
                ? 0
                : duals.supervisors().get(period) / situation.limits().directs();
        return situation.menu().on(chip).stream()
                .filter(serving -> plan.schedule().ready(situation, serving.model(), period))
                .map(serving ->
                        serving.researchersPerChip() * (plane.perEquivalent() * equivalents(situation, serving) - head))
                .max(Double::compare);
    }

    private static double equivalents(Situation situation, ServingOption serving) {
        return situation.returns().equivalents(serving.speedup());
    }

    private static Optional<Double> training(Situation situation, OptimalPlan plan, String chip, int period) {
        return situation.jobs().stream()
                .filter(job -> job.rate(chip) > 0 && plan.schedule().runs(situation, job, period))
                .flatMap(job -> training(situation, plan.duals(), job, period).map(perRate -> perRate * job.rate(chip)))
                .max(Double::compare);
    }

    private static Stream<Double> training(Situation situation, DualValues duals, TrainingJob job, int period) {
        return Optional.ofNullable(duals.work().get(job.id())).stream()
                .map(work -> work * situation.periodSeconds() - rate(duals, job, period));
    }

    private static double rate(DualValues duals, TrainingJob job, int period) {
        return Optional.ofNullable(duals.rates().get(job.id()))
                .map(rates -> rates.get(period))
                .orElse(0.0);
    }
}
