package muster.allocation;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.allocation.problem.ResourceLimits;
import muster.allocation.problem.Situation;
import muster.allocation.problem.Situations;
import muster.allocation.problem.TrainingJob;
import muster.allocation.search.AllocationSolution;
import muster.allocation.search.OptimalPlan;
import muster.allocation.search.PlanReplay;
import org.junit.jupiter.api.Test;

class PlanReplayTest {

    @Test
    void whereItWasMadeAPlanIsWorthWhatItIsWorth() {
        forAll(31, 100, Situations::random, situation -> {
            OptimalPlan plan = AllocationSolution.best(situation).orElseThrow();
            assertThat(PlanReplay.worth(situation, plan, situation))
                    .isCloseTo(plan.worth(), within(1e-6 * plan.worth() + 1e-9));
        });
    }

    @Test
    void elsewhereItIsNeverBetterThanTheBestPlan() {
        forAll(
                32,
                60,
                draws -> List.of(Situations.random(draws).with(ResourceLimits.NONE), draws.between(0.5, 1.5)),
                drawn -> {
                    Situation planned = (Situation) drawn.get(0);
                    double factor = (double) drawn.get(1);
                    Situation real = slower(planned, factor);
                    OptimalPlan plan = AllocationSolution.best(planned).orElseThrow();
                    assertThat(PlanReplay.worth(planned, plan, real))
                            .isLessThanOrEqualTo(Situations.worth(real) * (1 + 1e-6) + 1e-9);
                });
    }

    // Every chip trains at another rate than was planned, and there are more or fewer of the first kind.
    private static Situation slower(Situation situation, double factor) {
        List<TrainingJob> jobs = situation.jobs().stream()
                .map(job -> {
                    Map<String, Double> rates = new LinkedHashMap<>(job.rates());
                    rates.replaceAll((chip, rate) -> rate * factor);
                    return new TrainingJob(job.id(), job.workFlop(), job.mostFlopPerSecond(), job.after(), rates);
                })
                .toList();
        String first = situation.stocks().get(0).chip();
        return new Situation(
                situation.periods(),
                situation.periodSeconds(),
                situation.stocks().stream()
                        .map(stock -> stock.chip().equals(first) ? Situations.times(stock, 2 - factor) : stock)
                        .toList(),
                situation.existing(),
                jobs,
                situation.rivals(),
                situation.servings(),
                situation.limits(),
                situation.returns(),
                Optional.empty());
    }

    /** Half of the rate on half as many chips again: what was planned to be complete after three periods is so after four. */
    @Test
    void chipsThatShouldServeALateModelTrainIt() {
        Situation planned = Situations.homogeneous(8, 3);
        Situation real = slower(planned, 0.5);
        OptimalPlan plan = AllocationSolution.best(planned).orElseThrow();
        // 150 chips at half of the rate do 0.75 of a period's work in each: three take four.
        assertThat(PlanReplay.worth(planned, plan, real)).isCloseTo(4 * 150 * 2 * 15, within(1e-6));
    }
}
