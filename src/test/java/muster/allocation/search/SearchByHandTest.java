package muster.allocation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import muster.allocation.problem.CapabilityRequirement;
import muster.allocation.problem.ChipStock;
import muster.allocation.problem.ExclusiveJobs;
import muster.allocation.problem.ResearchReturns;
import muster.allocation.problem.ResourceLimits;
import muster.allocation.problem.Schedule;
import muster.allocation.problem.ServingOption;
import muster.allocation.problem.Situation;
import muster.allocation.problem.Situations;
import muster.allocation.problem.TrainingJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches whose every step is known: 100 chips of 1 kW and 1e-3 USD/s that do a month's work or 3000 researcher-months. */
final class SearchByHandTest {
    private static final double MONTH = Situations.MONTH;
    private static final double PERIOD = 100 * 4e14 * MONTH;

    private static ResourceLimits power(double watts) {
        return new ResourceLimits(Optional.of(Collections.nCopies(12, watts)), Optional.empty(), Optional.empty(), 0);
    }

    private static ResourceLimits budget(double usd) {
        return new ResourceLimits(Optional.empty(), Optional.of(usd), Optional.empty(), 0);
    }

    private static AllocationSolution solve(Situation situation) {
        return AllocationSolution.of(situation, tried -> {});
    }

    @Test
    void everyScheduleIsAccountedFor() {
        List<TriedSchedule> heard = new ArrayList<>();
        AllocationSolution solution = AllocationSolution.of(Situations.homogeneous(5, 3), heard::add);

        assertThat(solution.tried()).isEqualTo(heard);
        // Never, which is worth nothing; after 1 and 2, too early; after 3; and after 4, worth no more than a month.
        assertThat(fates(solution, "nothing is trained")).containsExactly(TriedSchedule.Fate.SOLVED);
        assertThat(fates(solution, "model after period 1")).containsExactly(TriedSchedule.Fate.TOO_LITTLE_TIME);
        assertThat(fates(solution, "model after period 2")).containsExactly(TriedSchedule.Fate.TOO_LITTLE_TIME);
        assertThat(fates(solution, "model after period 3")).containsExactly(TriedSchedule.Fate.SOLVED);
        assertThat(fates(solution, "model after period 4")).containsExactly(TriedSchedule.Fate.CUT_OFF);
        assertThat(heard).hasSize(5);
        assertThat(solution.best().orElseThrow().worth()).isCloseTo(2 * 3000, within(1e-6));
    }

    /**
     * A model that nobody needs takes a little of the first month, when there are most chips. Whenever it is to be complete, a plan comes
     * to the same, and its bound lies above it by what tangents leave open.
     */
    @Test
    void schedulesThatComeToTheSameAreSolvedOnce() {
        int periods = 30;
        List<Double> chips = IntStream.range(0, periods)
                .mapToObj(i -> 100 * Math.pow(0.97, i))
                .toList();
        double part = 3e-4;
        Situation shrinking = new Situation(
                periods,
                MONTH,
                List.of(new ChipStock("chip", chips, 1e15, 1000, 1e-3)),
                List.of("old"),
                List.of(Situations.job("new", part * PERIOD, Map.of("chip", 4e14))),
                ExclusiveJobs.ALL,
                List.of(new ServingOption("old", "old", "chip", 2, 15), new ServingOption("new", "new", "chip", 1, 10)),
                ResourceLimits.NONE,
                new ResearchReturns(0.6, 1, 1, 1),
                Optional.empty());

        AllocationSolution solution = solve(shrinking);

        List<TriedSchedule> trained = solution.tried().stream()
                .filter(tried -> !tried.schedule().equals(Schedule.NOTHING))
                .toList();
        assertThat(trained)
                .extracting(TriedSchedule::fate)
                .hasSize(periods - 1)
                .containsOnlyOnce(TriedSchedule.Fate.SOLVED)
                .containsOnly(TriedSchedule.Fate.SOLVED, TriedSchedule.Fate.CUT_OFF);
        double worth = IntStream.range(0, periods)
                .mapToDouble(i -> 15 * Math.pow(2 * (i == 0 ? 100 * (1 - part) : chips.get(i)), 0.6))
                .sum();
        assertThat(trained.stream().mapToDouble(TriedSchedule::worth).max().orElseThrow())
                .isCloseTo(worth, withinPercentage(1e-6));
    }

    private static List<TriedSchedule.Fate> fates(AllocationSolution solution, String schedule) {
        return solution.tried().stream()
                .filter(tried -> tried.schedule().toString().equals(schedule))
                .map(TriedSchedule::fate)
                .toList();
    }

    @Test
    void aScheduleThatOnlyALimitForbidsIsInfeasible() {
        // There is time for it and no money.
        AllocationSolution solution = solve(Situations.homogeneous(5, 3).with(budget(0.2 * MONTH)));
        assertThat(fates(solution, "model after period 3")).containsExactly(TriedSchedule.Fate.INFEASIBLE);
        assertThat(solution.best().orElseThrow().worth()).isZero();
    }

    @Test
    void whyNothingIsDoneIsSaidWithWhatItWouldTake() {
        assertThat(solve(Situations.homogeneous(12, 3)).nothing()).isEmpty();

        NothingDone dark =
                solve(Situations.homogeneous(12, 3).with(power(0))).nothing().orElseThrow();
        assertThat(dark.servable()).containsExactly("model");
        assertThat(dark.shortfalls()).hasSize(1);
        assertThat(dark.lifted()).singleElement().satisfies(lifted -> {
            assertThat(lifted.limit()).isEqualTo("power");
            assertThat(lifted.unit()).isEqualTo("MW");
            assertThat(lifted.given()).isZero();
            assertThat(lifted.taken()).isCloseTo(0.1, within(1e-9));
            // Nine months of all chips for a tenth of a megawatt.
            assertThat(lifted.worth()).isCloseTo(9 * 3000, within(1e-6));
            assertThat(lifted.price()).isCloseTo(270_000, within(1e-3));
        });

        NothingDone poor = solve(Situations.homogeneous(12, 3).with(budget(0.2 * MONTH)))
                .nothing()
                .orElseThrow();
        assertThat(poor.lifted()).singleElement().satisfies(lifted -> {
            assertThat(lifted.limit()).isEqualTo("budget");
            assertThat(lifted.unit()).isEqualTo("USD");
            assertThat(lifted.given()).isCloseTo(0.2 * MONTH, within(1e-3));
            // A tenth of a dollar a second for twelve months, three to train and nine to serve.
            assertThat(lifted.taken()).isCloseTo(1.2 * MONTH, within(1e-3));
            assertThat(lifted.price()).isCloseTo(27_000 / MONTH, within(1e-9));
        });
    }

    @Test
    void aJobThatIsCompleteOnlyAtTheEndServesNothing() {
        // Twelve months of work in twelve months: complete when nobody is left to be served.
        NothingDone late = solve(Situations.homogeneous(12, 12)).nothing().orElseThrow();
        assertThat(late.lifted()).isEmpty();
        assertThat(late.shortfalls()).singleElement().satisfies(shortfall -> {
            assertThat(shortfall.neededFlop()).isCloseTo(12 * PERIOD, within(1e-6 * PERIOD));
            assertThat(shortfall.mostFlop()).isCloseTo(11 * PERIOD, within(1e-6 * PERIOD));
        });
        // A single period is too short for any job.
        assertThat(solve(Situations.homogeneous(1, 1)).nothing().orElseThrow().shortfalls())
                .isEmpty();
    }

    private static Situation needing(double periods, int by, double most, ResourceLimits limits) {
        Situation easy = Situations.homogeneous(12, periods);
        TrainingJob job = easy.jobs().get(0);
        return new Situation(
                12,
                MONTH,
                easy.stocks(),
                List.of(),
                List.of(new TrainingJob(job.id(), job.workFlop(), most * 100 * 4e14, List.of(), job.rates())),
                ExclusiveJobs.ALL,
                easy.servings(),
                limits,
                Situations.PLAIN,
                Optional.of(new CapabilityRequirement(List.of("model"), by, "the model")));
    }

    private static double part(Situation situation, int by) {
        return TrainingEffort.most(situation, situation.jobs().get(0), by);
    }

    @ParameterizedTest
    @CsvSource({
        // what a run can absorb of all chips, power in W, dollars in months of all chips; the periods done of 8 by the
        // 6th
        "1e9, 1e9, 1e9, 6",
        "0.5, 1e9, 1e9, 3",
        "1e9, 25e3, 1e9, 1.5",
        "1e9, 1e9, 2, 2",
        "0.5, 25e3, 1, 1",
    })
    void theMostOfAJobIsWhatTheScarcestThingAllows(double most, double watts, double months, double done) {
        ResourceLimits limits = new ResourceLimits(
                Optional.of(Collections.nCopies(12, watts)), Optional.of(months * 0.1 * MONTH), Optional.empty(), 0);
        assertThat(part(needing(8, 6, most, limits), 6)).isCloseTo(done / 8, within(1e-9));
    }

    @Test
    void whatWouldCureAShortfallIsTheLeastOfIt() {
        // Four periods of work by the sixth, and money for three.
        Situation poor = needing(4, 6, 1e9, budget(0.3 * MONTH));
        TrainingJob job = poor.jobs().get(0);
        assertThat(TrainingEffort.least(poor, job, 6, TrainingEffort.Room.BUDGET)
                        .orElseThrow())
                .isCloseTo(0.1 * MONTH, within(1e-3));
        assertThat(TrainingEffort.least(poor, job, 6, TrainingEffort.Room.CHIPS))
                .isEmpty();
        assertThat(TrainingEffort.least(poor, job, 6, TrainingEffort.Room.POWER))
                .isEmpty();
        assertThat(TrainingEffort.least(poor, job, 6, TrainingEffort.Room.NOTHING))
                .isEmpty();
        // Nine periods' work by the sixth takes half as many chips again, and half as much power where that binds.
        Situation few = needing(9, 6, 1e9, power(120_000));
        TrainingJob large = few.jobs().get(0);
        assertThat(TrainingEffort.least(few, large, 6, TrainingEffort.Room.CHIPS))
                .isEmpty();
        Situation roomy = needing(9, 6, 1e9, power(150_000));
        assertThat(TrainingEffort.least(roomy, large, 6, TrainingEffort.Room.CHIPS)
                        .orElseThrow())
                .isCloseTo(0.5, within(1e-6));
    }

    @Test
    void aFleetOfOneThingHasWhatAllChipsHaveTogether() {
        Situation seen = new Situation(
                3,
                MONTH,
                List.of(
                        new ChipStock("a", List.of(100.0, 100.0, 100.0), 1e15, 1000, 1e-3),
                        new ChipStock("b", List.of(50.0, 50.0, 80.0), 2e15, 500, 2e-3)),
                List.of("old"),
                List.of(Situations.job("new", 1e26, Map.of("a", 4e14, "b", 5e14))),
                ExclusiveJobs.ALL,
                List.of(
                        new ServingOption("old 1", "old", "a", 2, 10),
                        new ServingOption("old 2", "old", "a", 1, 12),
                        new ServingOption("old 1", "old", "b", 4, 5),
                        new ServingOption("new 1", "new", "a", 1, 40)),
                ResourceLimits.NONE,
                new ResearchReturns(0.5, 1, 1, 1),
                Optional.empty());
        Situation one = HomogenisedFleet.of(seen);

        assertThat(one.stocks().stream().map(ChipStock::chip)).containsExactly("fleet.1", "fleet.3");
        ChipStock first = one.stocks().get(0);
        assertThat(first.counts()).containsExactly(1.0, 1.0, 0.0);
        assertThat(first.peakFlopPerSecond()).isEqualTo(100 * 1e15 + 50 * 2e15);
        assertThat(first.powerWatts()).isEqualTo(100 * 1000 + 50 * 500);
        assertThat(first.costUsdPerSecond()).isCloseTo(0.2, within(1e-12));
        assertThat(one.stocks().get(1).counts()).containsExactly(0.0, 0.0, 1.0);
        assertThat(one.job("new").rate("fleet.1")).isEqualTo(100 * 4e14 + 50 * 5e14);
        assertThat(one.job("new").rate("fleet.3")).isEqualTo(100 * 4e14 + 80 * 5e14);
        // Chips a do best as two heads that count for a hundred each, chips b as four for 25: 400 heads for 25,000.
        ServingOption old = one.servings().get(0);
        assertThat(old.chip()).isEqualTo("fleet.1");
        assertThat(old.researchersPerChip()).isEqualTo(400);
        assertThat(old.speedup()).isCloseTo(Math.sqrt(25_000 / 400.0), within(1e-9));
        // The new model is served on chips a alone.
        assertThat(one.servings()).hasSize(4);
        assertThat(one.servings().get(1).researchersPerChip()).isEqualTo(100);
        assertThat(one.servings().get(1).speedup()).isCloseTo(40, within(1e-9));
    }
}
