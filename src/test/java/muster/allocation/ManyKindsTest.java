package muster.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.allocation.problem.ServingOption;
import muster.allocation.problem.Situation;
import muster.catalog.Catalog;
import muster.diagnostic.BadInput;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scenario.ScenarioCatalog;
import muster.scenario.Scenarios;
import muster.uncertainty.sampling.SampleBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fleets of many kinds of chips take no more work than what differs between them. */
final class ManyKindsTest {
    private static final int KINDS = 12;

    @TempDir
    private Path layer;

    // Two models in two formats; every so many kinds have a bandwidth of their own.
    private AllocationPlan plan(int different) throws IOException {
        Files.writeString(
                layer.resolve("chips.yaml"),
                IntStream.range(0, KINDS)
                        .mapToObj(kind -> """
                                schema: chip/v1
                                id: our-%d
                                extends: nvidia-h100-sxm
                                default_source: ours
                                sources: {ours: {title: made for this, tier: assumption}}
                                memory: {hbm: {bandwidth: %s TB/s}}
                                """.formatted(kind, 3 + kind % different))
                        .collect(Collectors.joining("---\n")));
        Problems problems = new Problems();
        Catalog catalog = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(layer), problems);
        String fleet = IntStream.range(0, KINDS)
                .mapToObj(kind -> "our-%d: 1000".formatted(kind))
                .collect(Collectors.joining(", "));
        return Scenarios.plan(
                        catalog,
                        new Text("mixed-fleet", Place.argument("mixed-fleet")),
                        List.of("fleet=!replace {chips: {%s}}".formatted(fleet), "allocation.train=!delete"),
                        problems)
                .orElseThrow(() -> new BadInput(problems.sorted()))
                .allocation()
                .orElseThrow();
    }

    @Test
    void chipsThatAreAlikeAreSearchedOnce() throws IOException {
        AllocationPlan plan = plan(1);

        List<ServingOption> servings = plan.situation().servings();

        assertThat(plan.offers().searches()).isEqualTo(2 * 2);
        List<ServingOption> first =
                servings.stream().filter(one -> one.chip().equals("our-0")).toList();
        assertThat(first).isNotEmpty();
        assertThat(servings).hasSize(KINDS * first.size());
        for (ServingOption one : first) {
            assertThat(servings)
                    .contains(new ServingOption(
                            one.variant(), one.model(), "our-11", one.researchersPerChip(), one.speedup()));
        }
    }

    @Test
    void chipsThatDifferAreSearchedEach() throws IOException {
        AllocationPlan plan = plan(3);

        plan.situation();

        assertThat(plan.offers().searches()).isEqualTo(3 * 2 * 2);
    }

    @Test
    void aSituationIsMadeOnce() throws IOException {
        AllocationPlan plan = plan(1);

        Situation situation = plan.situation();

        assertThat(plan.situation()).isSameAs(situation);
    }

    @Test
    void offersOfOneChainComeToWhatEachComesToAlone() throws IOException {
        AllocationPlan plan = plan(3);
        List<ServingOffer> offers = plan.offers().found();

        List<ResearchRates> together = ResearchRates.of(offers, plan.workforce(), SampleBatch.central());

        assertThat(offers).hasSizeGreaterThan(100);
        for (int i = 0; i < offers.size(); i += 17) {
            ResearchRates alone = ResearchRates.of(List.of(offers.get(i)), plan.workforce(), SampleBatch.central())
                    .get(0);
            assertThat(together.get(i).offer()).isSameAs(offers.get(i));
            assertThat(together.get(i).heads(0)).isEqualTo(alone.heads(0));
            assertThat(together.get(i).speedup(0)).isEqualTo(alone.speedup(0));
            assertThat(together.get(i).serialSpeed(0)).isEqualTo(alone.serialSpeed(0));
        }
    }
}
