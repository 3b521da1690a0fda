package muster.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.allocation.problem.Activity;
import muster.allocation.problem.Assignment;
import muster.allocation.problem.ExclusiveJobs;
import muster.allocation.problem.ResearchReturns;
import muster.allocation.problem.ResourceLimits;
import muster.allocation.problem.ServingOption;
import muster.allocation.problem.Situation;
import muster.allocation.problem.Situations;
import muster.allocation.problem.TrainingJob;
import muster.allocation.search.AllocationSolution;
import muster.allocation.search.BaselineRule;
import muster.allocation.search.OptimalPlan;
import muster.allocation.search.PlanEvaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Situations whose best plan follows by hand. */
class ClosedFormTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7})
    void oneChipTypeTrainsFirstAndThenServes(int periods) {
        OptimalPlan plan =
                AllocationSolution.best(Situations.homogeneous(12, periods)).orElseThrow();
        // 100 chips of two researchers each who do 15 months of work in a month, in the periods that are left
        assertThat(plan.worth()).isCloseTo((12 - periods) * 100 * 2 * 15, within(1e-6));
        assertThat(plan.schedule().completion()).containsExactly(Map.entry("model", periods));
        assertThat(plan.evaluation().periods())
                .extracting(PlanEvaluation.Period::trainedPart)
                .allSatisfy(part -> assertThat(part).isBetween(0.0, 1 + 1e-9))
                .filteredOn(part -> part > 1 - 1e-9)
                .hasSize(periods);
    }

    @Test
    void workThatEndsWithinAPeriodIsWithinOneOfTheClosedForm() {
        double exact = (12 - 3.4) * 100 * 2 * 15;
        double worth = Situations.worth(Situations.homogeneous(12, 3.4));
        assertThat(worth).isBetween(exact - 100 * 2 * 15, exact);
        // Once the model is complete at the end of the fourth period, eight are left.
        assertThat(worth).isCloseTo(8 * 100 * 2 * 15, within(1e-6));
    }

    /**
     * Research is FLOP that serve times the training compute to the power e, so that training gets e for each 1 that serves
     * (workforce: equal spending at e = 1, one to two at e = 0.5). At e = -0.5 the smallest model is best.
     */
    @ParameterizedTest
    @CsvSource({"1, 6", "0.5, 4", "-0.5, 1"})
    void theElasticitySetsTheShareOfTraining(double elasticity, int periods) {
        int horizon = 12;
        List<TrainingJob> jobs = new ArrayList<>();
        List<ServingOption> servings = new ArrayList<>();
        for (int size = 1; size < horizon; size++) {
            String id = "of-%d-periods".formatted(size);
            jobs.add(Situations.job(id, size * 100 * 4e14 * Situations.MONTH, Map.of("chip", 4e14)));
            servings.add(new ServingOption(id, id, "chip", 1, Math.pow(size, elasticity)));
        }
        Situation situation = new Situation(
                horizon,
                Situations.MONTH,
                List.of(Situations.stock("chip", 100, horizon)),
                List.of(),
                jobs,
                new ExclusiveJobs(1, jobs.stream().map(TrainingJob::id).toList()),
                servings,
                ResourceLimits.NONE,
                Situations.PLAIN,
                Optional.empty());
        AllocationSolution allocation = AllocationSolution.of(situation, tried -> {});
        assertThat(allocation.best().orElseThrow().schedule().completion())
                .containsExactly(Map.entry("of-%d-periods".formatted(periods), periods));
        double trained = allocation.best().orElseThrow().evaluation().periods().stream()
                .mapToDouble(PlanEvaluation.Period::trainedPart)
                .sum();
        assertThat(trained).isCloseTo(periods, within(1e-6));
    }

    /** 60 chips train three times as fast as they serve, 40 serve three times as fast as they train. */
    @Test
    void eachTypeOfChipDoesWhatItIsBetterAt() {
        int horizon = 10;
        Situation situation = new Situation(
                horizon,
                Situations.MONTH,
                List.of(Situations.stock("arithmetic", 60, horizon), Situations.stock("bandwidth", 40, horizon)),
                List.of("old"),
                List.of(Situations.job(
                        "new", 5 * 60 * 3e14 * Situations.MONTH, Map.of("arithmetic", 3e14, "bandwidth", 1e14))),
                ExclusiveJobs.ALL,
                List.of(
                        new ServingOption("old", "old", "arithmetic", 1, 10),
                        new ServingOption("old", "old", "bandwidth", 3, 10),
                        new ServingOption("new", "new", "arithmetic", 1, 100),
                        new ServingOption("new", "new", "bandwidth", 3, 100)),
                ResourceLimits.NONE,
                Situations.PLAIN,
                Optional.empty());
        AllocationSolution allocation = AllocationSolution.of(situation, tried -> {});
        OptimalPlan plan = allocation.best().orElseThrow();
        // All of one type trains for five periods, the other serves the old model; then all serve the new.
        assertThat(plan.worth()).isCloseTo(5 * 40 * 3 * 10 + 5 * (60 + 40 * 3) * 100, within(1e-6));
        assertThat(plan.assignments())
                .filteredOn(assignment -> assignment.activity() instanceof Activity.Train)
                .extracting(Assignment::chip)
                .containsOnly("arithmetic");
        // Blind to chips, the whole fleet of 22 units of rate trains for 90 / 22 periods and idles for none.
        BaselineRule blind = allocation.rules().get(3);
        assertThat(blind.name()).isEqualTo("homogenised-fleet");
        double chips = 5 * 180 / 220.0;
        assertThat(blind.worth().orElseThrow()).isCloseTo((5 - chips) * 180 * 10 + 5 * 180 * 100, within(1e-6));
    }

    @Test
    void aFreePeriodIsServedByTheTeacherBeforeTheStudentIsThere() {
        double period = 100 * 4e14 * Situations.MONTH;
        Situation situation = new Situation(
                8,
                Situations.MONTH,
                List.of(Situations.stock("chip", 100, 8)),
                List.of(),
                List.of(
                        Situations.job("teacher", 3 * period, Map.of("chip", 4e14)),
                        new TrainingJob(
                                "student", period, Double.POSITIVE_INFINITY, List.of("teacher"), Map.of("chip", 4e14))),
                ExclusiveJobs.ALL,
                List.of(
                        new ServingOption("teacher", "teacher", "chip", 1, 1),
                        new ServingOption("student", "student", "chip", 3, 1)),
                ResourceLimits.NONE,
                Situations.PLAIN,
                Optional.empty());
        OptimalPlan plan = AllocationSolution.best(situation).orElseThrow();
        assertThat(plan.schedule().completion()).containsExactly(Map.entry("student", 4), Map.entry("teacher", 3));
        assertThat(plan.worth()).isCloseTo(4 * 100 * 3, within(1e-6));
    }

    /** Periods with a budget: by water-filling, worth delta^t A^lambda has the same slope in all that are not full. */
    @Test
    void diminishingReturnsUnderABudgetAreTheWaterFilling() {
        double lambda = 0.6;
        double discount = 0.9;
        int horizon = 8;
        double perChip = 1e-3 * Situations.MONTH;
        double budgetChips = 300;
        Situation situation = new Situation(
                horizon,
                Situations.MONTH,
                List.of(Situations.stock("chip", 100, horizon)),
                List.of("old"),
                List.of(),
                ExclusiveJobs.ALL,
                List.of(new ServingOption("old", "old", "chip", 2, 1)),
                new ResourceLimits(Optional.empty(), Optional.of(budgetChips * perChip), Optional.empty(), 0),
                new ResearchReturns(lambda, 1, discount, 1),
                Optional.empty());
        OptimalPlan plan = AllocationSolution.best(situation).orElseThrow();
        double low = 0;
        double high = 1e6;
        for (int i = 0; i < 200; i++) {
            double price = (low + high) / 2;
            double used = 0;
            for (int t = 0; t < horizon; t++) {
                used += chips(price, Math.pow(discount, t), lambda);
            }
            low = used > budgetChips ? price : low;
            high = used > budgetChips ? high : price;
        }
        double worth = 0;
        for (int t = 0; t < horizon; t++) {
            worth += Math.pow(discount, t) * Math.pow(2 * chips(low, Math.pow(discount, t), lambda), lambda);
        }
        assertThat(plan.worth()).isCloseTo(worth, within(1e-7 * worth));
        assertThat(plan.duals().dollar().orElseThrow()).isCloseTo(low / perChip, within(1e-4 * low / perChip));
    }

    // Where d(weight (2 x)^lambda) / dx is the price, and no more than there are.
    private static double chips(double price, double weight, double lambda) {
        return Math.min(100, Math.pow(price / (weight * lambda * Math.pow(2, lambda)), 1 / (lambda - 1)));
    }

    @Test
    void supervisionCapsHeadsAndNotResearcherMonths() {
        Situation free = Situations.homogeneous(4, 1);
        Situation capped = free.with(
                new ResourceLimits(Optional.empty(), Optional.empty(), Optional.of(List.of(5.0, 5.0, 5.0, 5.0)), 10));
        OptimalPlan plan = AllocationSolution.best(capped).orElseThrow();
        // 50 heads at 15 months of work a month, whatever the 200 that could run
        assertThat(plan.worth()).isCloseTo(3 * 50 * 15, within(1e-6));
        assertThat(plan.duals().supervisors()).containsExactly(0.0, 150.0, 150.0, 150.0);
        assertThat(plan.duals().binding().get(1)).containsExactly("supervision");
    }
}
