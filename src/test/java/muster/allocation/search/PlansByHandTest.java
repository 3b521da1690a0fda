package muster.allocation.search;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import muster.allocation.problem.Activity;
import muster.allocation.problem.Assignment;
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

/** Plans that are worked out by hand: what they are worth, what they break, and what bounds them. */
final class PlansByHandTest {
    private static final double MONTH = Situations.MONTH;
    private static final ServingOption OLD_ON_A = new ServingOption("old fp8", "old", "a", 2, 10);
    private static final ServingOption OLD_ON_B = new ServingOption("old fp8", "old", "b", 4, 10);
    private static final ServingOption NEW_ON_A = new ServingOption("new fp8", "new", "a", 1, 40);

    /** 100 chips a and 50 chips b over three months; a month of all a is the work of the new model. */
    private static Situation two(ResourceLimits limits, double most, List<String> after) {
        return new Situation(
                3,
                MONTH,
                List.of(
                        new ChipStock("a", Collections.nCopies(3, 100.0), 1e15, 1000, 1e-3),
                        new ChipStock("b", Collections.nCopies(3, 50.0), 2e15, 500, 2e-3)),
                List.of("old"),
                List.of(
                        new TrainingJob("new", 100 * 4e14 * MONTH, most, after, Map.of("a", 4e14)),
                        Situations.job("teacher", 1e30, Map.of("a", 4e14))),
                ExclusiveJobs.ALL,
                List.of(OLD_ON_A, OLD_ON_B, NEW_ON_A),
                limits,
                new ResearchReturns(0.5, 100, 0.9, 1),
                Optional.empty());
    }

    private static Assignment train(int period, double chips) {
        return new Assignment(period, "a", new Activity.Train("new"), chips);
    }

    private static Assignment serve(int period, ServingOption serving, double chips) {
        return new Assignment(period, serving.chip(), new Activity.Serve(serving), chips);
    }

    private static final List<Assignment> PLAN = List.of(
            train(0, 60),
            serve(0, OLD_ON_A, 40),
            serve(0, OLD_ON_B, 50),
            train(1, 40),
            serve(1, OLD_ON_A, 60),
            serve(1, OLD_ON_B, 50),
            serve(2, NEW_ON_A, 100));

    private static final ResourceLimits TIGHT = new ResourceLimits(
            Optional.of(List.of(125_000.0, 125_000.0, 100_000.0)),
            Optional.of(0.5 * MONTH),
            Optional.of(List.of(28.0, 32.0, 10.0)),
            10);

    @Test
    void aPlanIsWorkedOutPeriodByPeriod() {
        PlanEvaluation plan = PlanEvaluation.of(two(TIGHT, 60 * 4e14, List.of("old")), PLAN);

        // 40 * 2 + 50 * 4 heads, each of them worth the square of ten heads of speed-up 1: 100 sqrt(28,000 / 100).
        PlanEvaluation.Period first = plan.periods().get(0);
        assertThat(first.researchers()).isCloseTo(280, within(1e-9));
        assertThat(first.researcherMonths()).isCloseTo(2800, within(1e-9));
        assertThat(first.effective()).isCloseTo(100 * Math.sqrt(280), within(1e-9));
        // 60 of 100 a and 50 b of twice the rate train 60 of 200.
        assertThat(first.trainedPart()).isCloseTo(0.3, within(1e-12));
        assertThat(first.servedPart()).isCloseTo(0.7, within(1e-12));
        assertThat(first.powerWatts()).isCloseTo(125_000, within(1e-6));
        assertThat(plan.completion()).containsExactly(Map.entry("new", 2));
        // Two months of 0.2 USD/s and one of 0.1.
        assertThat(plan.costUsd()).isCloseTo(0.5 * MONTH, within(1e-6));
        assertThat(plan.researcherMonths()).isCloseTo(2800 + 3200 + 4000, within(1e-9));
        assertThat(plan.worth()).isCloseTo(100 * (Math.sqrt(280) + 0.9 * Math.sqrt(320) + 0.81 * 40), within(1e-9));
        assertThat(plan.breaches()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // what there is of power, dollars, supervisors, of the rate of a job; what the plan then breaks
        "0.999, 1, 1, 1, power.1 power.2 power.3",
        "1, 0.999, 1, 1, budget",
        "1, 1, 0.999, 1, supervision.1 supervision.2 supervision.3",
        "1, 1, 1, 0.999, rate.new.1",
        "1, 1, 1, 0.6, rate.new.1 rate.new.2",
    })
    void whatBreaksALimitIsSaid(double power, double dollars, double people, double rate, String breaches) {
        ResourceLimits limits = new ResourceLimits(
                TIGHT.powerWatts()
                        .map(all -> all.stream().map(watts -> watts * power).toList()),
                TIGHT.budgetUsd().map(usd -> usd * dollars),
                TIGHT.supervisors()
                        .map(all -> all.stream().map(each -> each * people).toList()),
                10);
        assertThat(broken(two(limits, rate * 60 * 4e14, List.of()), PLAN)).isEqualTo(breaches);
    }

    @Test
    void whatComesBeforeItsTimeIsSaid() {
        Situation situation = two(ResourceLimits.NONE, Double.POSITIVE_INFINITY, List.of("teacher"));
        assertThat(broken(situation, List.of(train(0, 100), serve(0, OLD_ON_B, 51))))
                .isEqualTo("chips.b.1 new before teacher");
        assertThat(broken(situation, List.of(serve(2, NEW_ON_A, 1)))).isEqualTo("new fp8 before it is complete");
        Situation free = two(ResourceLimits.NONE, Double.POSITIVE_INFINITY, List.of());
        assertThat(broken(free, List.of(train(0, 100), serve(1, NEW_ON_A, 1)))).isEmpty();
        assertThat(broken(free, List.of(train(0, 99), serve(1, NEW_ON_A, 1))))
                .isEqualTo("new fp8 before it is complete");
        assertThat(broken(free, List.of(train(0, 60), train(0, 60)))).isEqualTo("chips.a.1");
    }

    private static String broken(Situation situation, List<Assignment> plan) {
        return String.join(
                " ",
                PlanEvaluation.of(situation, plan).breaches().stream()
                        .map(breach -> breach.replaceAll(":.*", ""))
                        .toList());
    }

    @Test
    void noChipsDoNoPartOfAnything() {
        Situation none = Situations.homogeneous(1, 1).with(List.of(Situations.stock("chip", 0, 1)));
        PlanEvaluation.Period period =
                PlanEvaluation.of(none, List.of()).periods().get(0);
        assertThat(period).isEqualTo(new PlanEvaluation.Period(0, 0, 0, 0, 0, 0, Optional.empty()));
    }

    /** By strong duality the bound at a plan's own dual values is the plan, where no rate of a job binds. */
    @Test
    void atItsOwnDualValuesAPlanIsItsBound() {
        forAll(51, 100, Situations::random, drawn -> {
            Situation situation = Situations.jobs(
                    drawn,
                    job -> new TrainingJob(
                            job.id(), job.workFlop(), Double.POSITIVE_INFINITY, job.after(), job.rates()));
            OptimalPlan plan = AllocationSolution.best(situation).orElseThrow();
            // Of a worth that diminishes the plan lies between two of its tangents.
            double digits = situation.returns().constant() ? 1e-6 : 1e-3;
            assertThat(DualBound.of(situation, plan.schedule(), plan))
                    .isCloseTo(plan.worth(), within(digits * plan.worth() + 1e-9));
        });
    }

    /** 60 chips train three times as fast as they serve, 40 serve three times as fast as they train. */
    private static Situation specialised(ResourceLimits limits, double exponent) {
        int horizon = 10;
        return new Situation(
                horizon,
                MONTH,
                List.of(Situations.stock("arithmetic", 60, horizon), Situations.stock("bandwidth", 40, horizon)),
                List.of("old"),
                List.of(Situations.job("new", 5 * 60 * 3e14 * MONTH, Map.of("arithmetic", 3e14, "bandwidth", 1e14))),
                ExclusiveJobs.ALL,
                List.of(
                        new ServingOption("old", "old", "arithmetic", 1, 10),
                        new ServingOption("old", "old", "bandwidth", 3, 10),
                        new ServingOption("new", "new", "arithmetic", 1, 100),
                        new ServingOption("new", "new", "bandwidth", 3, 100)),
                limits,
                new ResearchReturns(exponent, 1, 1, 1),
                Optional.empty());
    }

    @Test
    void theBoundOfAScheduleTakesTheChipsThatGiveUpLeast() {
        Situation situation = specialised(ResourceLimits.NONE, 1);
        // 180 heads at 10 for the months before and at 100 after; the work costs five months of 60 heads at 10.
        assertThat(bound(situation, 5)).isCloseTo(5 * 1800 - 5 * 600 + 5 * 18_000, within(1e-6));
        // In eight months the same chips have the same work to do.
        assertThat(bound(situation, 8)).isCloseTo(8 * 1800 - 5 * 600 + 2 * 18_000, within(1e-6));
        // In four months both kinds together do four times 3 * 60 + 40 of the 900 units of the work.
        assertThat(bound(situation, 4)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(ScheduleBound.of(situation, Schedule.NOTHING)).isCloseTo(10 * 1800, within(1e-6));
        // 220 units of 900 a month: four months and a bit are too little, and five are enough with 1 / 110 to spare.
        assertThat(bound(Situations.jobs(situation, job -> work(job, 880 / 900.0)), 4))
                .isCloseTo(6 * 18_000, within(1e-6));
        assertThat(bound(Situations.jobs(situation, job -> work(job, 880.01 / 900)), 4))
                .isEqualTo(Double.NEGATIVE_INFINITY);
    }

    private static double bound(Situation situation, int complete) {
        return ScheduleBound.of(situation, Schedule.NOTHING.with("new", complete));
    }

    private static TrainingJob work(TrainingJob job, double part) {
        return Situations.job(job.id(), part * job.workFlop(), job.rates());
    }

    @Test
    void whereHeadsAreScarceTheBoundIsOfTheBestHeadsAndTrainingIsFree() {
        ResourceLimits people =
                new ResourceLimits(Optional.empty(), Optional.empty(), Optional.of(Collections.nCopies(10, 5.0)), 10);
        assertThat(bound(specialised(people, 1), 5)).isCloseTo(5 * 50 * 10 + 5 * 50 * 100, within(1e-6));
        ResourceLimits enough =
                new ResourceLimits(Optional.empty(), Optional.empty(), Optional.of(Collections.nCopies(10, 18.0)), 10);
        assertThat(bound(specialised(enough, 1), 5))
                .isCloseTo(bound(specialised(ResourceLimits.NONE, 1), 5), within(1e-6));
    }

    @Test
    void aDiminishingWorthIsHeldUnderItsTangent() {
        // 180 heads that count for 100 of speed-up 1 each: the root of 18,000 a month, with a slope of half of it each.
        double before = Math.sqrt(18_000);
        double given = 5 * 60 * 100 * 0.5 / Math.sqrt(18_000);
        double after = Math.sqrt(180 * 10_000);
        assertThat(bound(specialised(ResourceLimits.NONE, 0.5), 5))
                .isCloseTo(5 * before - given + 5 * after, withinPercentage(1e-9));
    }

    private static Situation rules(ResourceLimits limits, double most, Optional<CapabilityRequirement> required) {
        Situation easy = Situations.homogeneous(12, 3.4);
        TrainingJob job = easy.jobs().get(0);
        return new Situation(
                12,
                MONTH,
                easy.stocks(),
                List.of("old"),
                List.of(
                        new TrainingJob("model", job.workFlop(), most * 100 * 4e14, List.of(), job.rates()),
                        new TrainingJob(
                                "student", job.workFlop(), Double.POSITIVE_INFINITY, List.of("model"), job.rates())),
                ExclusiveJobs.ALL,
                List.of(
                        new ServingOption("old", "old", "chip", 2, 5),
                        new ServingOption("model", "model", "chip", 2, 15)),
                limits,
                Situations.PLAIN,
                required);
    }

    private static List<Optional<Double>> worths(Situation situation) {
        return BaselineRules.of(situation).stream().map(BaselineRule::worth).toList();
    }

    private static Optional<List<Double>> always(double value) {
        return Optional.of(Collections.nCopies(12, value));
    }

    @Test
    void simpleRulesByHand() {
        List<BaselineRule> rules = BaselineRules.of(rules(ResourceLimits.NONE, 1e9, Optional.empty()));
        assertThat(rules.stream().map(BaselineRule::name))
                .containsExactly("serve-only", "train-then-serve", "constant-split", "homogenised-fleet");
        // A month of all chips is worth 1000 with the old model and 3000 with the new.
        assertThat(rules.get(0).worth().orElseThrow()).isCloseTo(12 * 1000, within(1e-6));
        // Three months and 0.4 of the next train; the rest of it serves the old.
        assertThat(rules.get(1).worth().orElseThrow()).isCloseTo(0.6 * 1000 + 8 * 3000, within(1e-6));
        // Of all parts 68% is best, five months of it being the work: 0.32 (5 * 1000 + 7 * 3000), unless all train.
        double split = IntStream.rangeClosed(1, 99)
                .mapToDouble(percent -> {
                    double months = Math.ceil(3.4 / (percent / 100.0) - 1e-9);
                    return months > 12
                            ? 12 * 1000 * (1 - percent / 100.0)
                            : (1 - percent / 100.0) * (months * 1000 + (12 - months) * 3000);
                })
                .max()
                .orElseThrow();
        assertThat(rules.get(2).worth().orElseThrow()).isCloseTo(Math.max(split, 24_600), within(1e-6));
        // One kind of chip: the best plan, which spreads 3.4 months of training over four and serves the rest.
        assertThat(rules.get(3).worth().orElseThrow()).isCloseTo(24_600, within(1e-3));
    }

    @Test
    void aConstantPartGoesOnTraining() {
        // A model that is not worth its training: the smallest part is best, which never completes it.
        Situation situation = rules(ResourceLimits.NONE, 1e9, Optional.empty());
        Situation hard = Situations.jobs(situation, job -> Situations.job(job.id(), 1e40, job.rates()));
        List<Optional<Double>> worths = worths(hard);
        assertThat(worths.get(1).orElseThrow()).isZero();
        assertThat(worths.get(2).orElseThrow()).isCloseTo(0.99 * 12_000, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        // half of the chips by power or by dollars: 6.8 months of half of them, then five of half the worth
        "0.5, 1, 1, 6000, 7600",
        "1, 0.5, 1, 6000, 7600",
        // what is more than all take is no more
        "2, 2, 2, 12000, 24600",
        // 100 heads of 200: all train as before; 0.6 of the month serves 100 of 120 heads, then half of all
        "1, 1, 0.5, 6000, 12500",
    })
    void rulesKeepToPowerDollarsAndPeople(double power, double dollars, double people, double serve, double train) {
        ResourceLimits limits = new ResourceLimits(
                always(power * 100_000), Optional.of(dollars * 0.1 * MONTH * 12), always(people * 20), 10);
        List<Optional<Double>> worths = worths(rules(limits, 1e9, Optional.empty()));
        assertThat(worths.get(0).orElseThrow()).isCloseTo(serve, within(1e-6));
        assertThat(worths.get(1).orElseThrow()).isCloseTo(train, within(1e-6));
    }

    @Test
    void aJobThatTakesHalfOfTheChipsTakesTwiceAsLong() {
        // Six months and 0.8 of the next are all that can be trained; then 0.2 of it and five months serve.
        assertThat(worths(rules(ResourceLimits.NONE, 0.5, Optional.empty()))
                        .get(1)
                        .orElseThrow())
                .isCloseTo(0.2 * 1000 + 5 * 3000, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"model, 3, false, false", "model, 4, false, true", "old, 1, true, true"})
    void rulesThatMissARequirementAreWorthNothing(String model, int by, boolean serving, boolean training) {
        List<Optional<Double>> worths = worths(rules(
                ResourceLimits.NONE, 1e9, Optional.of(new CapabilityRequirement(List.of("other", model), by, "it"))));
        assertThat(worths.get(0).isPresent()).isEqualTo(serving);
        assertThat(worths.get(1).isPresent()).isEqualTo(training);
    }

    private static double replayed(Situation planned, Situation real) {
        OptimalPlan plan = AllocationSolution.best(planned).orElseThrow();
        return PlanReplay.worth(planned, plan, real);
    }

    @Test
    void chipsWhoseModelIsCompleteServeTheBestThatIsReady() {
        // Twice the rate: of four planned months the last two serve already.
        Situation planned = Situations.homogeneous(8, 4);
        Situation quick = Situations.jobs(planned, job -> Situations.job(job.id(), job.workFlop() / 2, job.rates()));
        assertThat(replayed(planned, quick)).isCloseTo(6 * 3000, within(1e-3));
    }

    @Test
    void inAnotherSituationPowerAndPeopleIdleThePartThatIsTooMuch() {
        Situation planned = Situations.homogeneous(8, 4);
        // Half of the power: four months' work takes eight, and nothing is served.
        assertThat(replayed(
                        planned,
                        planned.with(new ResourceLimits(
                                Optional.of(Collections.nCopies(8, 50_000.0)), Optional.empty(), Optional.empty(), 0))))
                .isCloseTo(0, within(1e-6));
        Situation served = Situations.jobs(planned, job -> Situations.job(job.id(), job.workFlop(), job.rates()));
        // 60% of the power: 6.67 months of training, then one of 60%.
        assertThat(replayed(
                        planned,
                        served.with(new ResourceLimits(
                                Optional.of(Collections.nCopies(8, 60_000.0)), Optional.empty(), Optional.empty(), 0))))
                .isCloseTo(0.6 * 3000, within(1e-3));
        // 50 of 200 heads are directed.
        assertThat(replayed(
                        planned,
                        planned.with(new ResourceLimits(
                                Optional.empty(), Optional.empty(), Optional.of(Collections.nCopies(8, 5.0)), 10))))
                .isCloseTo(4 * 50 * 15, within(1e-3));
    }

    @Test
    void aWayToServeThatIsNotThereIsTheBestOfItsModel() {
        Situation planned = Situations.homogeneous(8, 4);
        Situation real = new Situation(
                8,
                MONTH,
                planned.stocks(),
                List.of("great"),
                planned.jobs(),
                planned.rivals(),
                List.of(
                        new ServingOption("model int8", "model", "chip", 3, 4),
                        new ServingOption("model int4", "model", "chip", 2, 7),
                        new ServingOption("great", "great", "chip", 9, 9)),
                ResourceLimits.NONE,
                Situations.PLAIN,
                Optional.empty());
        assertThat(replayed(planned, real)).isCloseTo(4 * 100 * 14, within(1e-3));
    }

    @Test
    void whatNeedsAnotherIsNotTrainedBeforeIt() {
        double month = 100 * 4e14 * MONTH;
        List<TrainingJob> jobs = List.of(
                Situations.job("teacher", 2 * month, Map.of("chip", 4e14)),
                new TrainingJob("student", month, Double.POSITIVE_INFINITY, List.of("teacher"), Map.of("chip", 4e14)));
        Situation planned = new Situation(
                8,
                MONTH,
                List.of(Situations.stock("chip", 100, 8)),
                List.of(),
                jobs,
                ExclusiveJobs.ALL,
                List.of(
                        new ServingOption("teacher", "teacher", "chip", 1, 1),
                        new ServingOption("student", "student", "chip", 3, 1)),
                ResourceLimits.NONE,
                Situations.PLAIN,
                Optional.empty());
        assertThat(replayed(planned, planned)).isCloseTo(5 * 300, within(1e-3));
        // A teacher of three months is in training when the student should begin: the chips that should train the
        // student idle, and nobody turns to the teacher again.
        List<TrainingJob> late = new ArrayList<>(jobs);
        late.set(0, Situations.job("teacher", 3 * month, Map.of("chip", 4e14)));
        Situation real = new Situation(
                8,
                MONTH,
                planned.stocks(),
                List.of(),
                late,
                ExclusiveJobs.ALL,
                planned.servings(),
                ResourceLimits.NONE,
                Situations.PLAIN,
                Optional.empty());
        assertThat(replayed(planned, real)).isZero();
    }
}
