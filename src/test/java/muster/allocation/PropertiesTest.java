package muster.allocation;

import static muster.testing.Seeded.forAll;
import static muster.testing.Seeded.least;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import muster.allocation.problem.Assignment;
import muster.allocation.problem.CapabilityRequirement;
import muster.allocation.problem.ChipStock;
import muster.allocation.problem.EfficientServings;
import muster.allocation.problem.ExclusiveJobs;
import muster.allocation.problem.ResourceLimits;
import muster.allocation.problem.Schedule;
import muster.allocation.problem.Schedules;
import muster.allocation.problem.ServingOption;
import muster.allocation.problem.Situation;
import muster.allocation.problem.Situations;
import muster.allocation.problem.TrainingJob;
import muster.allocation.search.AllocationSolution;
import muster.allocation.search.DualBound;
import muster.allocation.search.DualValues;
import muster.allocation.search.OptimalPlan;
import muster.allocation.search.PlanEvaluation;
import muster.allocation.search.ScheduleBound;
import muster.allocation.search.ScheduleSearch;
import muster.allocation.search.TriedSchedule;
import org.junit.jupiter.api.Test;

/** What holds for the best plan of any situation. */
class PropertiesTest {

    @Test
    void workedOutWithoutASolverThePlanIsSoundAndWorthWhatTheProgramSays() {
        forAll(21, 150, Situations::random, situation -> {
            OptimalPlan plan = AllocationSolution.best(situation).orElseThrow();
            assertThat(plan.evaluation().breaches()).isEmpty();
            assertThat(plan.evaluation().completion())
                    .allSatisfy((job, complete) -> assertThat(complete)
                            .isLessThanOrEqualTo(plan.schedule().completion().get(job)))
                    .hasSameSizeAs(plan.schedule().completion());
            assertThat(plan.worth()).isCloseTo(plan.bound(), within(1e-7 * plan.bound() + 1e-9));
            assertThat(plan.certificate().holds()).isTrue();
        });
    }

    /** Every schedule solved one by one has none that is better, and none that is better than its bound. */
    @Test
    void whatIsCutOffWasNotBetter() {
        int[] cut = {0};
        forAll(22, 90, Situations::random, situation -> {
            ScheduleSearch search = new ScheduleSearch(situation, tried -> {});
            List<Schedule> all = Schedules.of(situation).values().stream()
                    .flatMap(List::stream)
                    .toList();
            OptimalPlan plan = search.best(all).orElseThrow();
            double best = plan.worth();
            double greatest = 0;
            for (Schedule schedule : all) {
                Optional<OptimalPlan> alone = new ScheduleSearch(situation, tried -> {}).best(List.of(schedule));
                double worth = alone.map(OptimalPlan::worth).orElse(0.0);
                greatest = Math.max(greatest, worth);
                assertThat(worth).isLessThanOrEqualTo(Math.max(0, ScheduleBound.of(situation, schedule)) * (1 + 1e-9));
                assertThat(worth).isLessThanOrEqualTo(DualBound.of(situation, schedule, plan) + 1e-9 * plan.worth());
            }
            assertThat(best).isCloseTo(greatest, within(1e-7 * greatest));
            cut[0] += (int) search.tried().stream()
                    .filter(tried -> tried.fate() == TriedSchedule.Fate.CUT_OFF)
                    .count();
        });
        assertThat(cut[0]).isGreaterThan(least(100));
    }

    /** A last digit in the counts of chips makes every period another; the plan is worth the same. */
    @Test
    void periodsThatAreAlikeAreOneStepAndNothingIsLost() {
        int[] fewer = {0};
        forAll(30, 100, Situations::random, situation -> {
            Situation apart = Situations.chips(situation, stock -> {
                List<Double> counts = new ArrayList<>();
                for (int period = 0; period < situation.periods(); period++) {
                    counts.add(stock.count(period) * (1 + 1e-10 * period));
                }
                return new ChipStock(
                        stock.chip(), counts, stock.peakFlopPerSecond(), stock.powerWatts(), stock.costUsdPerSecond());
            });
            OptimalPlan plan = AllocationSolution.best(situation).orElseThrow();
            OptimalPlan other = AllocationSolution.best(apart).orElseThrow();
            assertThat(plan.worth()).isCloseTo(other.worth(), within(3e-8 * other.worth()));
            boolean steps = plan.program().variables().size()
                    < other.program().variables().size();
            fewer[0] += steps && plan.schedule().equals(other.schedule()) ? 1 : 0;
        });
        assertThat(fewer[0]).isGreaterThan(least(10));
    }

    /** What is left over has no price: of chips, MW, supervisors and dollars, as the plan uses them. */
    @Test
    void whatIsNotUsedUpHasNoPrice() {
        forAll(32, 150, Situations::random, situation -> {
            OptimalPlan plan = AllocationSolution.best(situation).orElseThrow();
            DualValues prices = plan.duals();
            ResourceLimits limits = situation.limits();
            double digits = 2e-7 * plan.worth() + 1e-9;
            for (int now = 0; now < situation.periods(); now++) {
                for (ChipStock stock : situation.stocks()) {
                    double left = stock.count(now) - used(plan, stock.chip(), now);
                    double price = prices.chips().get(stock.chip()).get(now);
                    assertThat(price * left).isBetween(-digits, digits);
                }
                PlanEvaluation.Period period = plan.evaluation().periods().get(now);
                if (!prices.megawatts().isEmpty()) {
                    double left = (limits.power(now) - period.powerWatts()) / 1e6;
                    assertThat(prices.megawatts().get(now) * left).isBetween(-digits, digits);
                }
                if (!prices.supervisors().isEmpty()) {
                    double left = (limits.heads(now) - period.researchers()) / limits.directs();
                    assertThat(prices.supervisors().get(now) * left).isBetween(-digits, digits);
                }
            }
            prices.dollar()
                    .ifPresent(dollar -> assertThat(dollar
                                    * (limits.budgetUsd().orElseThrow()
                                            - plan.evaluation().costUsd()))
                            .isBetween(-digits, digits));
        });
    }

    private static double used(OptimalPlan plan, String chip, int period) {
        return plan.assignments().stream()
                .filter(each -> each.period() == period && each.chip().equals(chip))
                .mapToDouble(Assignment::chips)
                .sum();
    }

    /** Duality: with constant returns, and runs as short as one likes, what is scarce at its price is worth the plan. */
    @Test
    void scarceThingsAtTheirPricesAreWorthThePlan() {
        forAll(33, 150, Situations::random, drawn -> {
            Situation situation = unhurried(constant(drawn));
            OptimalPlan plan = AllocationSolution.best(situation).orElseThrow();
            DualValues prices = plan.duals();
            ResourceLimits limits = situation.limits();
            double worth = 0;
            for (int now = 0; now < situation.periods(); now++) {
                for (ChipStock stock : situation.stocks()) {
                    worth += prices.chips().get(stock.chip()).get(now) * stock.count(now);
                }
                worth += prices.megawatts().isEmpty() ? 0 : prices.megawatts().get(now) * limits.power(now) / 1e6;
                worth += prices.supervisors().isEmpty()
                        ? 0
                        : prices.supervisors().get(now)
                                * limits.supervisors().orElseThrow().get(now);
            }
            worth += prices.dollar().orElse(0.0) * limits.budgetUsd().orElse(0.0);
            for (Map.Entry<String, Double> work : prices.work().entrySet()) {
                worth -= work.getValue() * situation.job(work.getKey()).workFlop();
            }
            assertThat(worth).isCloseTo(plan.worth(), within(1e-8 * plan.worth() + 1e-9));
        });
    }

    private static Situation unhurried(Situation situation) {
        return Situations.jobs(
                situation,
                job -> new TrainingJob(job.id(), job.workFlop(), Double.POSITIVE_INFINITY, job.after(), job.rates()));
    }

    @Test
    void oneMoreThatMayBeDoneIsNeverLessAndAllOfThemAreLookedAt() {
        forAll(34, 60, Situations::random, situation -> {
            List<String> rivals = situation.rivals().jobs();
            Situation both = Situations.rivals(situation, new ExclusiveJobs(2, rivals));
            assertThat(Situations.worth(both)).isGreaterThanOrEqualTo(Situations.worth(situation) * (1 - 1e-7));
            boolean several = situation.jobs().stream()
                            .filter(job -> rivals.contains(job.id()))
                            .count()
                    > 1;
            assertThat(Schedules.of(situation).keySet()).noneMatch(done -> done.containsAll(rivals));
            assertThat(Schedules.of(both).keySet().stream().anyMatch(done -> done.containsAll(rivals)))
                    .isEqualTo(several);
        });
    }

    @Test
    void aRequirementAndANewKindOfChipMoveTheWorthTheWayTheyShould() {
        forAll(35, 60, Situations::random, situation -> {
            double worth = Situations.worth(situation);
            TrainingJob job = situation.jobs().get(0);
            Situation required = Situations.required(
                    situation, new CapabilityRequirement(List.of(job.id()), situation.periods(), job.id()));
            assertThat(AllocationSolution.best(required).map(OptimalPlan::worth).orElse(0.0))
                    .isLessThanOrEqualTo(worth * (1 + 1e-7));
            List<ChipStock> more = new ArrayList<>(situation.stocks());
            more.add(Situations.stock("new", 100, situation.periods()));
            Situation richer = Situations.jobs(situation.with(more), each -> {
                Map<String, Double> rates = new LinkedHashMap<>(each.rates());
                rates.put("new", 2e14);
                return new TrainingJob(each.id(), each.workFlop(), each.mostFlopPerSecond(), each.after(), rates);
            });
            assertThat(Situations.worth(richer)).isGreaterThanOrEqualTo(worth * (1 - 1e-7));
        });
    }

    @Test
    void twiceOfEverythingIsTwiceTheResearch() {
        forAll(23, 60, Situations::random, drawn -> {
            Situation situation = constant(drawn);
            List<TrainingJob> jobs = situation.jobs().stream()
                    .map(job -> new TrainingJob(
                            job.id(), 2 * job.workFlop(), 2 * job.mostFlopPerSecond(), job.after(), job.rates()))
                    .toList();
            ResourceLimits limits = limits(situation, 2, 2, 2);
            Situation twice = new Situation(
                    situation.periods(),
                    situation.periodSeconds(),
                    situation.stocks().stream()
                            .map(stock -> Situations.times(stock, 2))
                            .toList(),
                    situation.existing(),
                    jobs,
                    situation.rivals(),
                    situation.servings(),
                    limits,
                    situation.returns(),
                    Optional.empty());
            double worth = Situations.worth(situation);
            assertThat(Situations.worth(twice)).isCloseTo(2 * worth, within(1e-7 * worth));
        });
    }

    private static Situation constant(Situation drawn) {
        return new Situation(
                drawn.periods(),
                drawn.periodSeconds(),
                drawn.stocks(),
                drawn.existing(),
                drawn.jobs(),
                drawn.rivals(),
                drawn.servings(),
                drawn.limits(),
                Situations.PLAIN,
                Optional.empty());
    }

    private static ResourceLimits limits(Situation situation, double power, double budget, double supervisors) {
        ResourceLimits limits = situation.limits();
        return new ResourceLimits(
                limits.powerWatts()
                        .map(watts -> watts.stream().map(each -> each * power).toList()),
                limits.budgetUsd().map(usd -> usd * budget),
                limits.supervisors()
                        .map(count ->
                                count.stream().map(each -> each * supervisors).toList()),
                limits.directs());
    }

    @Test
    void moreOfAnythingIsNeverLess() {
        forAll(24, 60, Situations::random, situation -> {
            double worth = Situations.worth(situation) * (1 - 1e-7);
            String chip = situation.stocks().get(0).chip();
            List<Situation> richer = List.of(
                    Situations.chips(situation, stock -> Situations.more(stock, chip, 1, 50)),
                    situation.with(limits(situation, 1.3, 1, 1)),
                    situation.with(limits(situation, 1, 1.3, 1)),
                    situation.with(limits(situation, 1, 1, 1.3)),
                    situation.with(ResourceLimits.NONE));
            richer.forEach(more -> assertThat(Situations.worth(more)).isGreaterThanOrEqualTo(worth));
        });
    }

    @Test
    void twoTypesThatAreAlikeAreOne() {
        forAll(25, 40, Situations::random, situation -> {
            String chip = situation.stocks().get(0).chip();
            List<ChipStock> stocks = new ArrayList<>();
            List<ServingOption> servings = new ArrayList<>(situation.servings());
            for (ChipStock stock : situation.stocks()) {
                stocks.add(stock.chip().equals(chip) ? Situations.times(stock, 0.25) : stock);
                if (stock.chip().equals(chip)) {
                    ChipStock rest = Situations.times(stock, 0.75);
                    stocks.add(new ChipStock(
                            "twin",
                            rest.counts(),
                            rest.peakFlopPerSecond(),
                            rest.powerWatts(),
                            rest.costUsdPerSecond()));
                }
            }
            situation.servings().stream()
                    .filter(serving -> serving.chip().equals(chip))
                    .map(serving -> new ServingOption(
                            serving.variant(),
                            serving.model(),
                            "twin",
                            serving.researchersPerChip(),
                            serving.speedup()))
                    .forEach(servings::add);
            List<TrainingJob> jobs = situation.jobs().stream()
                    .map(job -> {
                        Map<String, Double> rates = new LinkedHashMap<>(job.rates());
                        rates.put("twin", job.rate(chip));
                        return new TrainingJob(job.id(), job.workFlop(), job.mostFlopPerSecond(), job.after(), rates);
                    })
                    .toList();
            Situation split = new Situation(
                    situation.periods(),
                    situation.periodSeconds(),
                    stocks,
                    situation.existing(),
                    jobs,
                    situation.rivals(),
                    servings,
                    situation.limits(),
                    situation.returns(),
                    Optional.empty());
            double worth = Situations.worth(situation);
            assertThat(Situations.worth(split)).isCloseTo(worth, within(1e-7 * worth));
        });
    }

    @Test
    void noSimpleRuleIsBetterThanThePlanAndNoneIsBetterThanTheBestBlindSplit() {
        forAll(26, 60, Situations::random, situation -> {
            AllocationSolution allocation = AllocationSolution.of(situation, tried -> {});
            double blind = allocation.rules().get(3).worth().orElseThrow();
            double best = allocation.best().orElseThrow().worth();
            assertThat(blind).isLessThanOrEqualTo(best * (1 + 1e-7));
            allocation
                    .rules()
                    .forEach(rule -> rule.worth()
                            .ifPresent(worth ->
                                    assertThat(worth).as(rule.name()).isLessThanOrEqualTo(blind * (1 + 1e-7))));
        });
    }

    @Test
    void forOneTypeOfChipTheBlindSplitIsTheBest() {
        forAll(27, 40, Situations::random, drawn -> {
            Situation situation = drawn.with(List.of(drawn.stocks().get(0)));
            AllocationSolution allocation = AllocationSolution.of(situation, tried -> {});
            boolean mixes = situation.limits().supervisors().isPresent();
            double best = allocation.best().orElseThrow().worth();
            double blind = allocation.rules().get(3).worth().orElseThrow();
            // With heads limited, one type may still be served at two points, which the blind do not see.
            assertThat(blind).isBetween(mixes ? 0 : best * (1 - 1e-7), best * (1 + 1e-7));
        });
    }

    /** The price of every chip, MW, supervisor, dollar and FLOP of 200 random fleets, with the schedule fixed. */
    @Test
    void pricesAreFiniteDifferences() {
        int[] seen = {0, 0};
        forAll(28, 200, Situations::random, situation -> {
            OptimalPlan plan = AllocationSolution.best(situation).orElseThrow();
            DualValues prices = plan.duals();
            // One period of each, a different one from fleet to fleet.
            int now = seen[1]++ % situation.periods();
            for (ChipStock stock : situation.stocks()) {
                slope(
                        plan,
                        step -> Situations.chips(situation, each -> Situations.more(each, stock.chip(), now, step)),
                        1e-4 * stock.count(now),
                        prices.chips().get(stock.chip()).get(now));
            }
            if (!prices.megawatts().isEmpty()) {
                double watts = situation.limits().power(now);
                slope(
                        plan,
                        step -> with(situation, now, step, 0, 0),
                        1e-4 * watts,
                        prices.megawatts().get(now) / 1e6);
            }
            if (!prices.supervisors().isEmpty()) {
                double people = situation.limits().supervisors().orElseThrow().get(now);
                slope(
                        plan,
                        step -> with(situation, now, 0, step, 0),
                        1e-4 * people,
                        prices.supervisors().get(now));
            }
            prices.dollar()
                    .ifPresent(dollar -> slope(
                            plan,
                            step -> with(situation, 0, 0, 0, step),
                            1e-4 * situation.limits().budgetUsd().orElseThrow(),
                            dollar));
            prices.work()
                    .forEach((id, price) -> slope(
                            plan,
                            step -> lighter(situation, id, step),
                            1e-4 * situation.job(id).workFlop(),
                            price));
            seen[0] += prices.chips().values().stream()
                    .mapToInt(each ->
                            (int) each.stream().filter(price -> price > 0).count())
                    .sum();
        });
        assertThat(seen[0]).as("prices of chips that are not zero").isGreaterThan(least(400));
    }

    // Between the slopes of more and of less, as for every concave maximum; the tolerance is the gap over the step.
    private static void slope(OptimalPlan plan, DoubleFunction<Situation> change, double step, double price) {
        double here = at(plan, change.apply(0));
        double up = (at(plan, change.apply(step)) - here) / step;
        double down = (here - at(plan, change.apply(-step))) / step;
        double digits = 3e-8 * here / step + 1e-4 * price;
        assertThat(price).isBetween(up - digits, down + digits);
    }

    private static double at(OptimalPlan plan, Situation changed) {
        return new ScheduleSearch(changed, tried -> {})
                .best(List.of(plan.schedule()))
                .map(OptimalPlan::bound)
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private static Situation with(Situation situation, int period, double watts, double people, double usd) {
        ResourceLimits limits = situation.limits();
        return situation.with(new ResourceLimits(
                limits.powerWatts().map(each -> plus(each, period, watts)),
                limits.budgetUsd().map(each -> each + usd),
                limits.supervisors().map(each -> plus(each, period, people)),
                limits.directs()));
    }

    private static List<Double> plus(List<Double> values, int index, double step) {
        List<Double> changed = new ArrayList<>(values);
        changed.set(index, changed.get(index) + step);
        return changed;
    }

    private static Situation lighter(Situation situation, String id, double flop) {
        return Situations.jobs(
                situation,
                job -> job.id().equals(id)
                        ? new TrainingJob(id, job.workFlop() - flop, job.mostFlopPerSecond(), job.after(), job.rates())
                        : job);
    }

    /** Only points on the hull are looked at; a random mix of all points is never better. */
    @Test
    void noMixOfAllWaysToServeBeatsThoseThatAreLookedAt() {
        forAll(
                29,
                300,
                draws -> {
                    List<ServingOption> servings = new ArrayList<>();
                    for (int i = draws.whole(1, 6); i > 0; i--) {
                        servings.add(new ServingOption(
                                "v" + i, "old", "chip", draws.magnitude(0.1, 10), draws.magnitude(1, 50)));
                    }
                    return servings;
                },
                servings -> {
                    Situation situation = new Situation(
                            1,
                            Situations.MONTH,
                            List.of(Situations.stock("chip", 1, 1)),
                            List.of("old"),
                            List.of(),
                            ExclusiveJobs.ALL,
                            servings,
                            new ResourceLimits(Optional.empty(), Optional.empty(), Optional.of(List.of(1.0)), 1),
                            Situations.PLAIN,
                            Optional.empty());
                    List<ServingOption> kept = EfficientServings.worthwhile(situation, Schedule.NOTHING, "chip", 0);
                    assertThat(mix(kept)).isCloseTo(mix(servings), within(1e-9));
                    assertThat(kept).isSortedAccordingTo(Comparator.comparingDouble(ServingOption::researchersPerChip));
                });
    }

    // The best of one chip with one head: one way alone or a mix of two.
    private static double mix(List<ServingOption> servings) {
        double best = 0;
        for (ServingOption a : servings) {
            double alone = Math.min(1, 1 / a.researchersPerChip());
            best = Math.max(best, alone * a.researchersPerChip() * a.speedup());
            for (ServingOption b : servings) {
                if (a.researchersPerChip() < 1 && b.researchersPerChip() > 1) {
                    double part = (1 - a.researchersPerChip()) / (b.researchersPerChip() - a.researchersPerChip());
                    best = Math.max(
                            best,
                            (1 - part) * a.researchersPerChip() * a.speedup()
                                    + part * b.researchersPerChip() * b.speedup());
                }
            }
        }
        return best;
    }
}
