package muster.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.allocation.problem.CapabilityRequirement;
import muster.allocation.problem.ExclusiveJobs;
import muster.allocation.problem.ResourceLimits;
import muster.allocation.problem.Situation;
import muster.allocation.problem.Situations;
import muster.allocation.problem.TrainingJob;
import muster.allocation.search.AllocationSolution;
import muster.allocation.search.OptimalPlan;
import muster.allocation.search.Shortfall;
import org.junit.jupiter.api.Test;

class ShortfallTest {
    private static final double PERIOD = 100 * 4e14 * Situations.MONTH;

    private static Situation needing(double periods, int by, ResourceLimits limits) {
        Situation easy = Situations.homogeneous(12, periods);
        return new Situation(
                12,
                Situations.MONTH,
                easy.stocks(),
                List.of(),
                easy.jobs(),
                ExclusiveJobs.ALL,
                easy.servings(),
                limits,
                Situations.PLAIN,
                Optional.of(new CapabilityRequirement(List.of("model"), by, "the model")));
    }

    @Test
    void whatCannotBeDoneInTimeHasNoPlanAndSaysWhatWouldCureIt() {
        AllocationSolution allocation = AllocationSolution.of(needing(9, 6, ResourceLimits.NONE), tried -> {});
        assertThat(allocation.best()).isEmpty();
        Shortfall shortfall = allocation.shortfalls().get(0);
        assertThat(shortfall.neededFlop()).isEqualTo(9 * PERIOD);
        assertThat(shortfall.mostFlop()).isCloseTo(6 * PERIOD, within(1e-9 * PERIOD));
        assertThat(shortfall.later()).contains(9);
        assertThat(shortfall.moreChips().orElseThrow()).isCloseTo(0.5, within(1e-9));
        assertThat(shortfall.morePowerWatts()).isEmpty();
        assertThat(shortfall.moreBudgetUsd()).isEmpty();
        assertThat(shortfall.conflict()).containsExactlyInAnyOrder("chips.chip.1-6", "work.model");
    }

    @Test
    void whereEachCureHelpsAloneEachIsTold() {
        // Half of the power: four of six periods' work would be done by six only with all of it.
        ResourceLimits half = new ResourceLimits(
                Optional.of(Collections.nCopies(12, 50_000.0)), Optional.of(1e9), Optional.empty(), 0);
        Shortfall shortfall = AllocationSolution.of(needing(4, 6, half), tried -> {})
                .shortfalls()
                .get(0);
        assertThat(shortfall.mostFlop()).isCloseTo(3 * PERIOD, within(1e-9 * PERIOD));
        assertThat(shortfall.later()).contains(8);
        assertThat(shortfall.morePowerWatts().orElseThrow()).isCloseTo(100_000 * 4 / 6.0 - 50_000, within(1e-3));
        assertThat(shortfall.moreChips()).as("more chips would have no power").isEmpty();
        assertThat(shortfall.moreBudgetUsd()).as("money does not bind").isEmpty();
    }

    @Test
    void theTeacherThatComesTooLateIsWhatFails() {
        Situation situation = new Situation(
                6,
                Situations.MONTH,
                List.of(Situations.stock("chip", 100, 6)),
                List.of(),
                List.of(
                        Situations.job("teacher", 5 * PERIOD, Map.of("chip", 4e14)),
                        new TrainingJob(
                                "student", PERIOD, Double.POSITIVE_INFINITY, List.of("teacher"), Map.of("chip", 4e14))),
                ExclusiveJobs.ALL,
                List.of(),
                ResourceLimits.NONE,
                Situations.PLAIN,
                Optional.of(new CapabilityRequirement(List.of("student"), 4, "the student")));
        AllocationSolution allocation = AllocationSolution.of(situation, tried -> {});
        assertThat(allocation.best()).isEmpty();
        assertThat(allocation.shortfalls().get(0).job()).isEqualTo("teacher");
    }

    @Test
    void aRequirementThatCanBeMetIsMetInTime() {
        OptimalPlan plan =
                AllocationSolution.best(needing(5, 5, ResourceLimits.NONE)).orElseThrow();
        assertThat(plan.evaluation().completion()).containsExactly(Map.entry("model", 5));
        assertThat(AllocationSolution.of(needing(12, 12, ResourceLimits.NONE), tried -> {})
                        .best()
                        .orElseThrow()
                        .worth())
                .isZero();
    }
}
