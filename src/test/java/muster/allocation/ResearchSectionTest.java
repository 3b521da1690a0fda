package muster.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Optional;
import muster.allocation.problem.ResearchTerms;
import muster.allocation.problem.Situation;
import muster.allocation.search.AllocationSolution;
import muster.allocation.search.OptimalPlan;
import muster.catalog.Catalog;
import muster.diagnostic.BadInput;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scenario.ScenarioCatalog;
import muster.scenario.Scenarios;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.SampleBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scenario says of research where it is allocated, in numbers, and what it may not say. */
final class ResearchSectionTest {
    private static final Catalog SHELF = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), new Problems());
    private static final double TINY = 1e-6; // percent

    private static Optional<AllocationPlan> plan(Problems problems, String... settings) {
        return Scenarios.plan(
                        SHELF,
                        new Text("mixed-fleet-research", Place.argument("mixed-fleet-research")),
                        List.of(settings),
                        problems)
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
                "allocation.diminishing=0.8 | counted-twice | allocation.diminishing and research.law both count less for each head that is added",
                "workforce.diminishing_returns={exponent: 0.8} | counted-twice | workforce.diminishing_returns and research.law both",
                "research.law={id: economy, substitution: 1.5} | not-concave | a plan is proven best under a law that is concave in experiments and heads together, and in research.law rho is 1.5, above 1",
                "research.law={id: economy, compute_exponent: 1.2} | not-concave | a plan is proven best under a law that is concave in experiments and heads together, and in research.law zeta is 1.2, above 1",
                "research.law={id: labour, heads_exponent: 2} | not-concave | a plan is proven best under a law that is concave in experiments and heads together, and in research.law lambda is 2, above 1",
                "research.law={id: davidson-2023, outer_exponent: 1.1} | not-concave | a plan is proven best under a law that is concave in experiments and heads together, and in research.law the outer exponent is 1.1",
                "research.law.tenth_of_compute=50 | not-concave | a plan is proven best under a law that is concave in experiments and heads together, and in research.law zeta is ",
                "research.law.unlimited_labour=0.9 | research-anchor | research.law.unlimited_labour is a rate over another and must be above 1",
                "research.baseline.experiments=0 H100e | out-of-range | ",
                "research.baseline.people=0 | out-of-range | ",
                "research.experiments=5000 H100e | dead-key | research.experiments is read by nothing in this scenario",
                "research.over=730 day | dead-key | research.over is read by nothing in this scenario",
                "research.law=cobb | unknown-id | ",
            })
    void whatCannotBePlannedUnderALawIsRefused(String settings, String code, String message) {
        Problems problems = new Problems();
        assertThat(plan(problems, settings.split("; ", -1))).isEmpty();
        assertThat(problems.sorted()).allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.message()).startsWith(message == null ? "" : message);
            assertThat(problem.place().file()).startsWith("--set");
        });
    }

    @Test
    void theTermsAreTheSectionInNumbers() {
        Situation situation = plan().situation();
        ResearchTerms terms = situation.research().orElseThrow();
        assertThat(terms.laboratoryH100e()).isEqualTo(30_200);
        assertThat(terms.laboratoryEquivalents()).isCloseTo(827, withinPercentage(TINY));
        assertThat(terms.people()).isEqualTo(1);
        assertThat(terms.h100e("nvidia-h100-sxm")).isEqualTo(1);
        // 148 TFLOP/s of an H20 and 197 of a TPU v5e in bf16, of 989.4.
        assertThat(terms.h100e("nvidia-h20")).isCloseTo(148 / 989.4, withinPercentage(0.1));
        assertThat(terms.h100e("google-tpu-v5e")).isCloseTo(197 / 989.4, withinPercentage(0.1));
        assertThat(terms.law().substitution()).isCloseTo(-0.154995, withinPercentage(1e-3));
        assertThat(situation.returns().exponent()).isEqualTo(0.5);
        assertThat(situation.returns().reference()).isEqualTo(1);
        // The laboratory itself with its people alone.
        assertThat(terms.rate(30_200, 0)).isCloseTo(1, withinPercentage(TINY));
    }

    @Test
    void whoIsTwiceAsFastAtTheLaboratoryIsMoreHeads() {
        ResearchTerms terms = plan("research.baseline.speed=2 researcher-month/researcher/month")
                .situation()
                .research()
                .orElseThrow();
        assertThat(terms.laboratoryEquivalents()).isCloseTo(827 * 4, withinPercentage(TINY));
    }

    @Test
    void theLawIsThatOfTheSample() {
        AllocationPlan plan =
                plan("research.law=aifutures-2025-sampled", "research.people={dist: uniform, low: 100, high: 900}");
        assertThat(plan.drawn().stream().map(input -> input.name()))
                .contains("research.law.heads_exponent", "research.people", "research.baseline.people");
        assertThat(plan.situations(SampleBatch.central()))
                .singleElement()
                .satisfies(situation -> assertThat(
                                situation.research().orElseThrow().law().headsExponent())
                        .isEqualTo(situation.returns().exponent()));
    }

    @Test
    void aDrawInWhichTheLawIsNotConcaveIsRefused() {
        AllocationPlan plan = plan("research.law.tenth_of_compute={dist: uniform, low: 2, high: 3}");
        Input slower = plan.drawn().stream()
                .filter(input -> input.name().equals("research.law.tenth_of_compute"))
                .findFirst()
                .orElseThrow();
        ResearchSection law = plan.law().orElseThrow();
        assertThatThrownBy(() ->
                        law.terms(input -> input.name().equals(slower.name()) ? 50 : input.central(), h100e -> 1))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("error [not-concave]")
                .hasMessageContaining("in research.law zeta is ")
                .hasMessageContaining("in a draw");
    }

    @Test
    void theChipsPriceIsTheSlopeOfTheScenario() {
        double price = best("60000").duals().chips().get("nvidia-h20").stream()
                .mapToDouble(each -> each)
                .sum();
        // A tenth of a per cent more and less of the H20s; each worth is known to a millionth.
        double slope = (best("60060").worth() - best("59940").worth()) / 120;
        assertThat(price).isCloseTo(slope, withinPercentage(1));
    }

    private static OptimalPlan best(String chips) {
        Situation situation = plan("allocation.train=!delete", "fleet.chips.nvidia-h20=" + chips)
                .situation();
        return AllocationSolution.best(situation).orElseThrow();
    }

    @Test
    void elasticityOfTheWorkforceStays() {
        Situation better = plan("workforce.elasticity=1").situation();
        Situation worse = plan("workforce.elasticity=0.5").situation();
        assertThat(speed(better)).isGreaterThan(speed(worse));
    }

    private static double speed(Situation situation) {
        return situation.servings().stream()
                .filter(serving -> serving.model().equals("trained-1.00e27"))
                .mapToDouble(serving -> serving.speedup())
                .max()
                .orElseThrow();
    }
}
