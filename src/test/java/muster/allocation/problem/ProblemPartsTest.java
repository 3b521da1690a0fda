package muster.allocation.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of an allocation problem by hand. */
final class ProblemPartsTest {
    private static final ResourceLimits PEOPLE =
            new ResourceLimits(Optional.empty(), Optional.empty(), Optional.of(Collections.nCopies(9, 5.0)), 10);

    private static Situation jobs(int periods, ExclusiveJobs rivals, Optional<CapabilityRequirement> required) {
        return new Situation(
                periods,
                1,
                List.of(Situations.stock("chip", 1, periods)),
                List.of("old"),
                List.of(
                        Situations.job("first", 1, Map.of("chip", 1.0)),
                        new TrainingJob("second", 1, 1, List.of("first", "old"), Map.of("chip", 1.0)),
                        Situations.job("third", 1, Map.of("chip", 1.0)),
                        new TrainingJob("never", 1, 1, List.of("missing"), Map.of("chip", 1.0))),
                rivals,
                List.of(),
                ResourceLimits.NONE,
                Situations.PLAIN,
                required);
    }

    private static long count(Situation situation) {
        return Schedules.of(situation).values().stream().mapToLong(List::size).sum();
    }

    @Test
    void schedulesAreAllThatTheOrderAllows() {
        // Of four periods the first three complete what serves: the first never or after 1, 2 or 3 and the second after
        // it or never are 1 + 3 + 2 + 1 ways; the third has four.
        assertThat(count(jobs(4, ExclusiveJobs.ALL, Optional.empty()))).isEqualTo(7 * 4);
        // First and third not both: 7 + 3.
        assertThat(count(jobs(4, new ExclusiveJobs(1, List.of("first", "third")), Optional.empty())))
                .isEqualTo(7 + 3);
        assertThat(count(jobs(4, new ExclusiveJobs(0, List.of("third")), Optional.empty())))
                .isEqualTo(7);
        assertThat(Schedules.of(jobs(4, ExclusiveJobs.ALL, Optional.empty())).keySet())
                .hasSize(6);
    }

    @Test
    void whatIsRequiredMayBeCompleteWhenTheLastPeriodEnds() {
        // The third by the end of the fourth: four ways, beside seven of the others.
        assertThat(count(jobs(4, ExclusiveJobs.ALL, Optional.of(required("third", 4)))))
                .isEqualTo(7 * 4);
        assertThat(count(jobs(4, ExclusiveJobs.ALL, Optional.of(required("third", 2)))))
                .isEqualTo(7 * 2);
        // What exists is there in time.
        assertThat(count(jobs(4, ExclusiveJobs.ALL, Optional.of(required("old", 0)))))
                .isEqualTo(7 * 4);
        assertThat(count(jobs(4, ExclusiveJobs.ALL, Optional.of(required("never", 4)))))
                .isZero();
    }

    private static CapabilityRequirement required(String model, int by) {
        return new CapabilityRequirement(List.of("nothing", model), by, "it");
    }

    @Test
    void aSearchOfTooManySchedulesIsRefused() {
        assertThat(Schedules.areTooMany(jobs(4, ExclusiveJobs.ALL, Optional.empty())))
                .isFalse();
        // n - 1 months that complete: n (1 + (n - 1) + (n - 1)(n - 2) / 2) is 20,825 at 35 and 19,074 at 34.
        assertThat(Schedules.areTooMany(jobs(34, ExclusiveJobs.ALL, Optional.empty())))
                .isFalse();
        Situation many = jobs(35, ExclusiveJobs.ALL, Optional.empty());
        assertThat(Schedules.areTooMany(many)).isTrue();
        assertThatThrownBy(() -> Schedules.of(many))
                .hasMessage("there are more than 20000 ways to order so many jobs over so many periods");
    }

    @Test
    void aJobRunsFromWhatItNeedsUntilItIsComplete() {
        Situation situation = jobs(6, ExclusiveJobs.ALL, Optional.empty());
        Schedule schedule = Schedule.NOTHING.with("first", 2).with("second", 4);
        assertThat(runs(schedule, situation, "first")).isEqualTo("110000");
        assertThat(runs(schedule, situation, "second")).isEqualTo("001100");
        assertThat(runs(schedule, situation, "third")).isEqualTo("000000");
        assertThat(ready(schedule, situation, "first")).isEqualTo("001111");
        assertThat(ready(schedule, situation, "old")).isEqualTo("111111");
        assertThat(ready(schedule, situation, "third")).isEqualTo("000000");
        assertThat(schedule).hasToString("first after period 2, second after period 4");
        assertThat(Schedule.NOTHING).hasToString("nothing is trained");
        // Alike are what runs and what is there.
        assertThat(PeriodGroup.of(situation, schedule))
                .containsExactly(new PeriodGroup(0, 2), new PeriodGroup(2, 2), new PeriodGroup(4, 2));
    }

    private static String runs(Schedule schedule, Situation situation, String job) {
        return told(period -> schedule.runs(situation, situation.job(job), period));
    }

    private static String ready(Schedule schedule, Situation situation, String model) {
        return told(period -> schedule.ready(situation, model, period));
    }

    private static String told(IntPredicate is) {
        StringBuilder told = new StringBuilder();
        for (int period = 0; period < 6; period++) {
            told.append(is.test(period) ? 1 : 0);
        }
        return told.toString();
    }

    @ParameterizedTest
    @CsvSource({
        // power, people, chips, discount of the periods: how they fall into groups of so many
        "11111, 11111, 11111, 1, 5",
        "11211, 11111, 11111, 1, 2 1 2",
        "11111, 12222, 11111, 1, 1 4",
        "11111, 11111, 11112, 1, 4 1",
        "11111, 11111, 11111, 0.9, 1 1 1 1 1",
    })
    void periodsAreAlikeInEverythingOrNot(String power, String people, String chips, double discount, String lengths) {
        Situation plain = jobs(5, ExclusiveJobs.ALL, Optional.empty());
        Situation situation = new Situation(
                5,
                1,
                List.of(new ChipStock("chip", numbers(chips), 1, 1, 1)),
                List.of(),
                plain.jobs(),
                ExclusiveJobs.ALL,
                List.of(),
                new ResourceLimits(Optional.of(numbers(power)), Optional.empty(), Optional.of(numbers(people)), 1),
                new ResearchReturns(1, 1, discount, 1),
                Optional.empty());
        assertThat(PeriodGroup.of(situation, Schedule.NOTHING).stream().map(PeriodGroup::length))
                .map(String::valueOf)
                .containsExactly(lengths.split(" ", -1));
    }

    private static List<Double> numbers(String digits) {
        return digits.chars().mapToObj(digit -> (double) digit - '0').toList();
    }

    @Test
    void groupsAreNamedByTheirFirstAndLastPeriod() {
        assertThat(new PeriodGroup(0, 6).name("power")).isEqualTo("power.1-6");
        assertThat(new PeriodGroup(6, 1).name("power")).isEqualTo("power.7");
        assertThat(PeriodGroup.name("power", 6)).isEqualTo("power.7");
        assertThat(new PeriodGroup(2, 3).periods()).containsExactly(2, 3, 4);
    }

    /** Ways to serve as heads and speed-up; with constant returns a chip is worth their product. */
    private static Situation serving(ResourceLimits limits, double... headsAndSpeeds) {
        List<ServingOption> servings = new ArrayList<>();
        for (int i = 0; i < headsAndSpeeds.length; i += 2) {
            servings.add(new ServingOption("s" + i / 2, "old", "chip", headsAndSpeeds[i], headsAndSpeeds[i + 1]));
        }
        servings.add(new ServingOption("other", "old", "other", 1000, 1000));
        servings.add(new ServingOption("missing", "third", "chip", 1000, 1000));
        Situation plain = jobs(4, ExclusiveJobs.ALL, Optional.empty());
        return new Situation(
                4,
                1,
                plain.stocks(),
                plain.existing(),
                plain.jobs(),
                plain.rivals(),
                servings,
                limits,
                Situations.PLAIN,
                Optional.empty());
    }

    @Test
    void withoutALimitOnHeadsTheMostWorkIsBest() {
        Situation situation = serving(ResourceLimits.NONE, 1, 10, 2, 9, 4, 4);
        assertThat(EfficientServings.best(situation, Schedule.NOTHING, "chip", 0))
                .isEqualTo(new EfficientServings.Best(18, 2, 10));
        assertThat(worthwhile(situation)).containsExactly("s1");
        // Once the third model is complete it is the best by far.
        assertThat(EfficientServings.best(situation, Schedule.NOTHING.with("third", 2), "chip", 2))
                .isEqualTo(new EfficientServings.Best(1e6, 1000, 1000));
    }

    @Test
    void withOneTheHullOfHeadsAndWorkIsWorthwhile() {
        // Heads and work 1:10, 2:12, 3:18, 4:18, 5:19: the second lies under the line from the first to the third, and
        // the fourth does no more than the third.
        assertThat(worthwhile(serving(PEOPLE, 1, 10, 2, 6, 3, 6, 4, 4.5, 5, 3.8)))
                .containsExactly("s0", "s2", "s4");
        // On the line from nothing the nearer one is not needed.
        assertThat(worthwhile(serving(PEOPLE, 1, 10, 2, 10))).containsExactly("s1");
        assertThat(worthwhile(serving(PEOPLE, 1, 10, 2, 9.99))).containsExactly("s0", "s1");
        // Of two with as many heads the better one; none without heads.
        assertThat(worthwhile(serving(PEOPLE, 1, 9, 1, 10, 0, 99))).containsExactly("s1");
        assertThat(worthwhile(serving(PEOPLE, 0, 99))).isEmpty();
        Situation mixed = serving(PEOPLE, 1, 10, 2, 6, 3, 6);
        assertThat(EfficientServings.trimmed(mixed.servings(), mixed.returns(), mixed.limits()).stream()
                        .map(ServingOption::variant))
                .containsExactly("s0", "s2", "other", "missing");
    }

    private static List<String> worthwhile(Situation situation) {
        return EfficientServings.worthwhile(situation, Schedule.NOTHING, "chip", 0).stream()
                .map(ServingOption::variant)
                .toList();
    }

    @Test
    void limitsThatAreNotThereAreInfinite() {
        assertThat(ResourceLimits.NONE.heads(0)).isInfinite();
        assertThat(ResourceLimits.NONE.power(0)).isInfinite();
        ResourceLimits all = new ResourceLimits(
                Optional.of(List.of(1.0, 2.0)), Optional.of(3.0), Optional.of(List.of(4.0, 5.0)), 10);
        assertThat(all.power(1)).isEqualTo(2);
        assertThat(all.heads(1)).isEqualTo(50);
        assertThat(all.withoutPower().powerWatts()).isEmpty();
        assertThat(all.withoutPower().budgetUsd()).contains(3.0);
        assertThat(all.withoutBudget().budgetUsd()).isEmpty();
        assertThat(all.withoutBudget().power(0)).isEqualTo(1);
    }

    @Test
    void returnsDiminishOnHeadsAndNotOnTheSpeedUp() {
        ResearchReturns returns = new ResearchReturns(0.5, 100, 0.9, 2);
        // 400 heads of a speed-up of 3 are worth 3 * 100 sqrt(4) a month, over two months.
        double equivalents = 400 * returns.equivalents(3);
        assertThat(returns.undiscounted(equivalents)).isCloseTo(2 * 3 * 200, within(1e-9));
        assertThat(returns.worth(2, equivalents)).isCloseTo(0.81 * 1200, within(1e-9));
        double step = 1e-3;
        assertThat(returns.slope(2, equivalents))
                .isCloseTo(
                        (returns.worth(2, equivalents + step) - returns.worth(2, equivalents - step)) / (2 * step),
                        within(1e-7));
        assertThat(returns.constant()).isFalse();
        ResearchReturns constant = new ResearchReturns(1, 100, 0.9, 2);
        assertThat(constant.constant()).isTrue();
        assertThat(constant.slope(1, 0)).isCloseTo(1.8, within(1e-12));
    }
}
