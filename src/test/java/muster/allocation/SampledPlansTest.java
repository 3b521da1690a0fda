package muster.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import muster.allocation.search.AllocationSolution;
import muster.allocation.search.OptimalPlan;
import muster.catalog.Catalog;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scenario.ScenarioCatalog;
import muster.scenario.ScenarioPlan;
import muster.scenario.Scenarios;
import muster.uncertainty.sampling.SampleSummary;
import muster.uncertainty.sampling.Sampling;
import org.junit.jupiter.api.Test;

/** Plans of what is uncertain, of fleets of the past, and of runs on several kinds of chips. */
final class SampledPlansTest {
    private static final Catalog SHELF = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), new Problems());

    private static Optional<ScenarioPlan> scenario(Problems problems, String id, String... settings) {
        return Scenarios.plan(SHELF, new Text(id, Place.argument(id)), List.of(settings), problems);
    }

    private static ScenarioPlan scenario(String id, String... settings) {
        Problems problems = new Problems();
        return scenario(problems, id, settings)
                .orElseThrow(() -> new AssertionError(problems.sorted().toString()));
    }

    private static double quantile(Map<String, SampleSummary> spread, String figure, double probability) {
        return Objects.requireNonNull(spread.get("allocation." + figure)).quantile(probability);
    }

    private static Map<String, SampleSummary> spread(String... settings) {
        ScenarioPlan scenario = scenario("one-kind-of-chip", settings);
        AllocationPlan plan = scenario.allocation().orElseThrow();
        OptimalPlan best = AllocationSolution.best(plan.situation()).orElseThrow();
        return Robustness.of(plan, best, new Sampling(1, 16, 1), scenario.correlations(), done -> {});
    }

    /** A run of six of twelve months at 40%, in samples of 35% to 45%: the same work in more or less of the compute of the year. */
    @Test
    void aSampleTrainsTheSameInAnotherPartOfTheCompute() {
        Map<String, SampleSummary> spread = spread(
                "allocation.serve.formats=[bf16]", "allocation.train.utilization={dist: uniform, low: 35%, high: 45%}");

        // A quantile is exact to 2^-9.
        assertThat(quantile(spread, "trained_flop", 0.05)).isCloseTo(1.230971904e26, withinPercentage(0.2));
        assertThat(quantile(spread, "trained_flop", 0.95)).isCloseTo(1.230971904e26, withinPercentage(0.2));
        assertThat(quantile(spread, "trained_part", 0.5)).isCloseTo(0.5, within(0.03));
        assertThat(quantile(spread, "trained_part", 0.1)).isBetween(0.5 * 40 / 45 - 0.001, 0.47);
        assertThat(quantile(spread, "trained_part", 0.9)).isBetween(0.53, 0.5 * 40 / 35 + 0.002);
        // There is one model to train, whatever is drawn.
        assertThat(quantile(spread, "regret", 0.05)).isZero();
        assertThat(quantile(spread, "regret", 0.95)).isZero();
        assertThat(quantile(spread, "worth", 0.05)).isPositive().isLessThan(quantile(spread, "worth", 0.95));
    }

    /** Where more training may be worth much or nothing, a plan for the mean trains what is at times the wrong model. */
    @Test
    void aPlanForTheMeanIsAtTimesTheWrongOne() {
        Map<String, SampleSummary> spread = spread(
                "allocation.serve.formats=[bf16]",
                "allocation.train.from=6e25 FLOP",
                "allocation.train.points=2",
                "workforce.elasticity={dist: uniform, low: -0.9, high: 2}");

        assertThat(quantile(spread, "regret", 0.02)).isZero();
        assertThat(quantile(spread, "regret", 0.98)).isBetween(0.01, 1.0);
        // The two points of the grid.
        assertThat(quantile(spread, "trained_flop", 0.02)).isCloseTo(6e25, withinPercentage(0.2));
        assertThat(quantile(spread, "trained_flop", 0.98)).isCloseTo(1.230971904e26, withinPercentage(0.2));
    }

    /** As many TPU v5e as Epoch AI counts of Google's at the end of 2023 and of March 2024. */
    @Test
    void aFleetOfTheCatalogIsAsItWasWhenAPeriodBegins() {
        AllocationPlan plan = scenario(
                        "google-2024-2025",
                        "allocation.published=[llama-3.1-70b]",
                        "allocation.serve.formats=[bf16]",
                        "allocation.start=2023-12-31",
                        "allocation.period=91 day",
                        "allocation.horizon=182 day",
                        "allocation.train=!delete")
                .allocation()
                .orElseThrow();

        assertThat(plan.central("google-tpu-v5e").get(0)).isCloseTo(813_057, within(1.0));
        assertThat(plan.central("google-tpu-v5e").get(1)).isCloseTo(1_234_572, within(1.0));
    }

    @Test
    void aFleetOfAScenarioHasNoPast() {
        Problems problems = new Problems();
        assertThat(scenario(
                                problems,
                                "one-kind-of-chip",
                                "allocation.serve.formats=[bf16]",
                                "allocation.start=2024-01-01")
                        .flatMap(ScenarioPlan::allocation))
                .isEmpty();
        assertThat(problems.sorted())
                .anySatisfy(problem -> assertThat(problem.code()).isEqualTo("no-dates"));
    }

    private static List<String> mixed(String fleet, String by) {
        AllocationPlan plan = scenario(
                        "one-kind-of-chip",
                        "fleet=!replace {chips: " + fleet + "}",
                        "allocation.serve.formats=[bf16]",
                        "allocation.capability={at_least: 1.2e26 FLOP, by: " + by + "}")
                .allocation()
                .orElseThrow();
        OptimalPlan best = AllocationSolution.best(plan.situation()).orElseThrow();
        return plan.warnings(best).stream()
                .filter(warning -> warning.code().equals("mixed-run"))
                .map(Diagnostic::message)
                .toList();
    }

    /**
     * 1.23e26 FLOP at 40% in four months are 2.97e19 FLOP/s of dense peak, and 3.96e19 in three: hardly less than H100 at
     * 989.4e12 and A100 at 312e12 have together, so that all train. The kind that does most of it stands first.
     */
    @Test
    void aRunOnChipsOfSeveralGenerationsIsWarnedOf() {
        assertThat(mixed("{nvidia-h100-sxm: 20000, nvidia-a100-sxm-80: 32000}", "120 day"))
                .singleElement()
                .asString()
                .startsWith(
                        "the training of trained-1.23e26 is one synchronous run over 2 generations of chips of NVIDIA (nvidia-h100-sxm, nvidia-a100-sxm-80)");
        assertThat(mixed("{nvidia-h100-sxm: 15000, nvidia-a100-sxm-80: 79500}", "90 day"))
                .singleElement()
                .asString()
                .contains("(nvidia-a100-sxm-80, nvidia-h100-sxm)");
        assertThat(mixed("{nvidia-h100-sxm: 20000, nvidia-h200-sxm: 20000}", "90 day"))
                .isEmpty();
    }
}
