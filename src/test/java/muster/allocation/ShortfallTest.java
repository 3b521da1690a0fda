package muster.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShortfallTest {
    private static final double PERIOD = 100 * 4e14 * Situations.MONTH;

    private static Situation needing(double periods, int by, Limits limits) {
        Situation easy = Situations.homogeneous(12, periods);
        return new Situation(
                12,
                Situations.MONTH,
                easy.stocks(),
                List.of(),
                easy.jobs(),
                AtMost.ALL,
                easy.servings(),
                limits,
                Situations.PLAIN,
                Optional.of(new Requirement(List.of("model"), by, "the model")));
    }

    @Test
    void whatCannotBeDoneInTimeHasNoPlanAndSaysWhatWouldCureIt() {
        Allocated allocation = Allocated.of(needing(9, 6, Limits.NONE), tried -> {});
        assertThat(allocation.best()).isEmpty();
        Shortfall shortfall = allocation.shortfalls().get(0);
        assertThat(shortfall.neededFlop()).isEqualTo(9 * PERIOD);
        assertThat(shortfall.mostFlop()).isCloseTo(6 * PERIOD, within(1e-9 * PERIOD));
        assertThat(shortfall.later()).contains(9);
        assertThat(shortfall.moreChips().orElseThrow()).isCloseTo(0.5, within(1e-9));
        assertThat(shortfall.morePowerWatts()).isEmpty();
        assertThat(shortfall.moreBudgetUsd()).isEmpty();
        assertThat(shortfall.clash()).containsExactlyInAnyOrder("chips.chip.1-6", "work.model");
    }

    @Test
    void whereEachCureHelpsAloneEachIsTold() {
        // Half of the power: four of six periods' work would be done by six only with all of it.
        Limits half = new Limits(Optional.of(Collections.nCopies(12, 50_000.0)), Optional.of(1e9), Optional.empty(), 0);
        Shortfall shortfall =
                Allocated.of(needing(4, 6, half), tried -> {}).shortfalls().get(0);
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
                        new Job("student", PERIOD, Double.POSITIVE_INFINITY, List.of("teacher"), Map.of("chip", 4e14))),
                AtMost.ALL,
                List.of(),
                Limits.NONE,
                Situations.PLAIN,
                Optional.of(new Requirement(List.of("student"), 4, "the student")));
        Allocated allocation = Allocated.of(situation, tried -> {});
        assertThat(allocation.best()).isEmpty();
        assertThat(allocation.shortfalls().get(0).job()).isEqualTo("teacher");
    }

    @Test
    void aRequirementThatCanBeMetIsMetInTime() {
        Plan plan = Allocated.best(needing(5, 5, Limits.NONE)).orElseThrow();
        assertThat(plan.evaluation().completion()).containsExactly(Map.entry("model", 5));
        assertThat(Allocated.of(needing(12, 12, Limits.NONE), tried -> {})
                        .best()
                        .orElseThrow()
                        .worth())
                .isZero();
    }
}
