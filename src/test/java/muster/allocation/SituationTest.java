package muster.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.allocation.problem.ChipStock;
import muster.allocation.problem.ServingOption;
import muster.allocation.problem.Situation;
import muster.allocation.problem.TrainingJob;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scenario.ScenarioCatalog;
import muster.scenario.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a section says in numbers, and what it may not say. 20,000 H100 at 989.4 TFLOP/s over twelve months of 30 days. */
final class SituationTest {
    private static final Catalog SHELF = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), new Problems());
    private static final double DAY = 86_400;
    private static final double TINY = 1e-6; // percent

    private static Optional<AllocationPlan> plan(Problems problems, String... settings) {
        List<String> all = new ArrayList<>(List.of("allocation.serve.formats=[bf16]"));
        all.addAll(List.of(settings));
        return Scenarios.plan(SHELF, new Text("one-kind-of-chip", Place.argument("one-kind-of-chip")), all, problems)
                .flatMap(plan -> plan.allocation());
    }

    private static AllocationPlan plan(String... settings) {
        Problems problems = new Problems();
        return plan(problems, settings)
                .orElseThrow(() -> new AssertionError(problems.sorted().toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "allocation.horizon=365 day | not-whole | the horizon 365 day is 12.17 periods of 30 day; it must be a whole number of them",
                "allocation.horizon=10 day | not-whole | the horizon 10 day is 0.3333 periods of 30 day",
                "allocation.period=3 min | out-of-range | the horizon 360 day is 172,800 periods of 3 min, and a plan has at most 10000",
                "fleet=!replace {capacity: 1e21 FLOP/s, precision: bf16} | fleet-without-chips | a plan is made of chips, and the fleet is only a rate",
                "fleet=!replace {chips: {huawei-ascend-910b: 100}}; allocation.budget=1e9 USD | unknown-of-chip | the rent of huawei-ascend-910b is not known",
                "allocation.train=!delete | missing-key | there is no model to serve",
                "allocation.existing={llama-3.1-8b: 1e24 FLOP}; allocation.published=[llama-3.1-8b] | two-models | llama-3.1-8b is there twice",
                "allocation.published=[llama-3.1-8b, llama-3.1-8b] | two-models | llama-3.1-8b is there twice",
                "allocation.published=[gpt-4] | unknown-id | ",
                "allocation.train.points=10001 | out-of-range | a grid has at most 10000 points, not 10001",
                "allocation.train.points=2 | bad-range | a grid goes up from its first point to its last",
                "allocation.train.to=1e27 FLOP | bad-range | a grid goes up from its first point to its last",
                "allocation.train.to=1e25 FLOP | bad-range | a grid goes up from its first point to its last",
                "allocation.train.to=1e25 FLOP; allocation.train.points=2 | bad-range | a grid goes up from its first point to its last",
                "allocation.train.to=1.2309719040000002e26 FLOP; allocation.train.points=9 | bad-range | 9 points from ",
                "allocation.train.shape=mixtral-8x7b | no-shape | mixtral-8x7b is no dense model with grouped heads",
                "allocation.train.from=100 FLOP; allocation.train.to=100 FLOP | out-of-range | the law makes a model of ",
                "allocation.serve.engine=vlm | unknown-id | no engine 'vlm' was measured",
                "allocation.growth=2 | growth-date | growth goes into the chips that are newest on sale",
                "allocation.deliveries={out: {chip: nvidia-h100-sxm, count: -20001, at: 60 day}} | negative-chips | 1 more nvidia-h100-sxm would leave than there are",
            })
    void whatCannotBePlannedIsRefused(String settings, String code, String message) {
        Problems problems = new Problems();
        assertThat(plan(problems, settings.split("; ", -1))).isEmpty();
        assertThat(problems.sorted()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.message()).startsWith(message == null ? "" : message);
        });
    }

    @Test
    void whatMayJustBePlannedIsPlanned() {
        // As many leave as there are.
        assertThat(plan("allocation.deliveries={out: {chip: nvidia-h100-sxm, count: -20000, at: 60 day}}")
                        .central("nvidia-h100-sxm"))
                .startsWith(20_000.0, 20_000.0, 0.0, 0.0);
        assertThat(plan("allocation.horizon=30 day").situation().periods()).isEqualTo(1);
    }

    @Test
    void chipsComeAndGoWhereTheirPeriodBegins() {
        AllocationPlan plan = plan(
                "allocation.deliveries={more: {chip: nvidia-h20, count: 500, at: 60 day}, late: {chip: nvidia-h20, count: 7, at: 61 day}}");
        assertThat(plan.central("nvidia-h20")).startsWith(0.0, 0.0, 500.0, 507.0, 507.0);
        assertThat(plan.central("nvidia-h100-sxm")).containsOnly(20_000.0);
    }

    @Test
    void aFleetThatGrowsAsItIsGrowsByTheYear() {
        List<Double> counts =
                plan("allocation.growth=3", "allocation.growth_in=as-it-is").central("nvidia-h100-sxm");
        for (int period = 0; period < 12; period++) {
            assertThat(counts.get(period)).isCloseTo(20_000 * Math.pow(3, period * 30 / 365.0), withinPercentage(TINY));
        }
    }

    @Test
    void theSituationIsTheSectionInNumbers() {
        Situation situation = plan("allocation.power=15 MW", "allocation.budget=1e8 USD", "allocation.discount=19%")
                .situation();
        assertThat(situation.periodSeconds()).isEqualTo(30 * DAY);
        ChipStock stock = situation.stocks().get(0);
        assertThat(stock.peakFlopPerSecond()).isCloseTo(989.4e12, withinPercentage(0.01));
        // With host, network and cooling, and at what an hour of rent costs.
        assertThat(stock.powerWatts()).isBetween(700.0, 3000.0);
        assertThat(stock.costUsdPerSecond() * 3600).isBetween(0.5, 10.0);
        assertThat(situation.limits().power(11)).isCloseTo(15e6, withinPercentage(TINY));
        assertThat(situation.limits().budgetUsd()).contains(1e8);
        assertThat(situation.limits().supervisors()).isEmpty();
        assertThat(situation.limits().heads(0)).isInfinite();
        // 81% a year is 0.81^(30/365) a period.
        assertThat(situation.returns().discount()).isCloseTo(Math.pow(0.81, 30 / 365.0), withinPercentage(TINY));
        assertThat(situation.returns().exponent()).isEqualTo(1);
        assertThat(situation.returns().reference()).isEqualTo(1);
        assertThat(situation.returns().months()).isEqualTo(1);
        assertThat(situation.requirement()).isEmpty();
        assertThat(situation.existing()).isEmpty();
        TrainingJob job = situation.jobs().get(0);
        assertThat(job.workFlop()).isCloseTo(1.230971904e26, withinPercentage(TINY));
        assertThat(job.mostFlopPerSecond()).isInfinite();
        assertThat(job.rate("nvidia-h100-sxm")).isCloseTo(0.4 * 989.4e12, withinPercentage(0.01));
        // Without limits nothing is known of power or rent, since nothing asks for it.
        ChipStock free = plan().situation().stocks().get(0);
        assertThat(free.powerWatts()).isZero();
        assertThat(free.costUsdPerSecond()).isZero();
    }

    @Test
    void returnsAreOfTheSectionOrOfTheWorkforce() {
        String workforce = "workforce.diminishing_returns={exponent: 0.6, reference: 50}";
        Situation ours = plan("allocation.diminishing=0.8", workforce).situation();
        assertThat(ours.returns().exponent()).isEqualTo(0.8);
        assertThat(ours.returns().reference()).isEqualTo(1);
        Situation theirs = plan(workforce).situation();
        assertThat(theirs.returns().exponent()).isEqualTo(0.6);
        assertThat(theirs.returns().reference()).isEqualTo(50);
        Situation half = plan("allocation.period=15 day").situation();
        assertThat(half.returns().months()).isEqualTo(0.5);
        assertThat(half.periods()).isEqualTo(24);
    }

    @Test
    void supervisorsCapHeads() {
        Situation situation =
                plan("workforce.supervision={supervisors: 30, directs: 7}").situation();
        assertThat(situation.limits().heads(3)).isCloseTo(210, withinPercentage(TINY));
    }

    @Test
    void aRunTakesItsShortestTimeHoweverManyChipsThereAre() {
        TrainingJob job =
                plan("allocation.train.shortest=45 day").situation().jobs().get(0);
        assertThat(job.mostFlopPerSecond()).isCloseTo(1.230971904e26 / (45 * DAY), withinPercentage(TINY));
    }

    @Test
    void studentsComeAfterTheirTeachers() {
        Situation situation = plan("allocation.train.students={small: {parameters: 10%, work: 0.2, quality: 50%}}")
                .situation();
        assertThat(situation.jobs()).hasSize(2);
        TrainingJob teacher = situation.jobs().get(0);
        TrainingJob student = situation.jobs().get(1);
        assertThat(student.after()).containsExactly(teacher.id());
        assertThat(student.workFlop()).isCloseTo(0.2 * teacher.workFlop(), withinPercentage(TINY));
        // Of teachers so many are trained, of students all.
        assertThat(situation.rivals().jobs()).containsExactly(teacher.id());
        assertThat(situation.rivals().most()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1.2e26, 180 day, 6, true", "1.2e26, 179 day, 5, true", "1.3e26, 900 day, 12, false"})
    void aCapabilityIsRequiredOfTheModelsThatHaveIt(String flop, String by, int periods, boolean any) {
        AllocationPlan plan = plan("allocation.capability={at_least: %s FLOP, by: %s}".formatted(flop, by));
        Situation situation = plan.situation();
        assertThat(situation.requirement().orElseThrow().by()).isEqualTo(periods);
        assertThat(situation.requirement().orElseThrow().models()).hasSize(any ? 1 : 0);
        assertThat(situation.requirement().orElseThrow().words())
                .isEqualTo("a model of %s FLOP by %s".formatted(flop, by));
        // Lesser models do no research that counts.
        assertThat(situation.servings().isEmpty()).isEqualTo(!any);
        assertThat(plan.unrequired().orElseThrow().situation().requirement()).isEmpty();
        assertThat(plan.unrequired().orElseThrow().situation().servings()).isNotEmpty();
    }

    @Test
    void whatNothingRequiresIsNotUnrequired() {
        assertThat(plan().unrequired()).isEmpty();
        assertThat(plan().growth()).isEmpty();
        assertThat(plan("allocation.growth=3", "allocation.growth_in=as-it-is")
                        .growth()
                        .orElseThrow())
                .isEqualTo("3 times a year by rate, in the kinds of chips that it has, of which none leaves");
        // Eleven periods in which the one model can be complete, and never.
        assertThat(plan().schedules()).isEqualTo(12);
        Problems problems = new Problems();
        plan().checkSearchable(problems);
        assertThat(problems.none()).isTrue();
        plan("allocation.train.points=5", "allocation.train.to=1e27 FLOP", "allocation.train.at_most=5")
                .checkSearchable(problems);
        assertThat(problems.sorted())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("too-many-schedules"));
    }

    @Test
    void publishedModelsAreThereFromTheStartWithTheirTraining() {
        Situation situation = plan(
                        "allocation.published=[llama-3.1-8b]", "allocation.existing={llama-3.1-70b: 1e24 FLOP}")
                .situation();
        assertThat(situation.existing()).containsExactly("llama-3.1-8b", "llama-3.1-70b");
        assertThat(situation.servings().stream().map(ServingOption::model)).contains("llama-3.1-8b", "llama-3.1-70b");
    }
}
