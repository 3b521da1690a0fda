package muster.inference.replica;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import muster.inference.ModelsOnChips;
import muster.inference.calibration.FactorInputs;
import muster.inference.step.Deployment;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.inference.step.TimeBreakdown;
import muster.inference.step.TimeModel;
import org.junit.jupiter.api.Test;

/** A search over steps and prompts of a stated time, so that everything else follows by hand. */
final class LayoutSearchTest {
    // 16 GB of weights on 80 GB.
    private final ModelOnChip small = ModelsOnChips.of("llama-3.1-8b", "nvidia-h100-sxm", "bf16");
    // 141 GB of weights on twice 85.9.
    private final ModelOnChip large = ModelsOnChips.of("llama-3.1-70b", "nvidia-h100-sxm", "bf16");
    private static final RequestTokens CONTEXT = new RequestTokens(4000, 100);

    /** Steps of so many seconds; prompts of so many on one chip and a quarter of it on two. */
    private record Stated(double step, double prompt) implements TimeModel {
        @Override
        public double decode(
                Deployment deployment, RequestTokens context, Speculation speculation, TimeBreakdown causes) {
            causes.clear();
            causes.fixed(step);
            return step;
        }

        @Override
        public double prefill(Deployment deployment, double promptTokens, TimeBreakdown causes) {
            return prompt * promptTokens / 4000 / deployment.tensor() / deployment.tensor();
        }
    }

    private static LayoutSearch search(ModelOnChip setup, TimeModel model, ReplicaRequest request) {
        LayoutSearch search = new LayoutSearch(model, setup, request, 0.5);
        search.run();
        return search;
    }

    private static ReplicaRequest request(
            int chips, Speculation speculation, Boolean apart, int stages, double within) {
        return new ReplicaRequest(
                CONTEXT,
                chips,
                speculation,
                Optional.ofNullable(apart),
                stages,
                within > 0 ? OptionalDouble.of(within) : OptionalDouble.empty(),
                LayoutChoice.ANY);
    }

    @Test
    void speedAndYieldFollowFromTheStep() {
        LayoutSearch search = search(small, new Stated(0.02, 1), request(2, Speculation.NONE, false, 1, 0));

        assertThat(search.found()).isNotEmpty().allSatisfy(replica -> {
            Deployment layout = replica.deployment();
            assertThat(replica.serialSpeed()).isCloseTo(50, within(1e-9));
            assertThat(replica.throughputPerChip())
                    .isCloseTo(50 * layout.batch() / layout.tensor(), withinPercentage(1e-9));
            assertThat(replica.chips()).isEqualTo(layout.tensor());
            assertThat(replica.prefillSeconds()).isEqualTo(layout.tensor() == 1 ? 1 : 0.25);
            assertThat(layout.disaggregated()).isFalse();
        });
        // Roots of two as whole sequences: 1, 1, 2, 3, 4, 6, 8, 11, 16.
        assertThat(search.found().stream()
                        .filter(replica -> replica.deployment().tensor() == 1)
                        .map(replica -> replica.deployment().batch())
                        .limit(8))
                .containsExactly(1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 11.0, 16.0);
        assertThat(search.tried()).isEqualTo(search.found().size());
        assertThat(search.fewestChips()).isEqualTo(1);
    }

    @Test
    void theLargestBatchIsTheLastThatFits() {
        LayoutSearch search = search(small, new Stated(0.02, 1), request(1, Speculation.NONE, false, 1, 0));
        double most = small.memory().largestBatch(Deployment.tensor(1, 1), 8, CONTEXT);
        double largest =
                search.found().get(search.found().size() - 1).deployment().batch();
        assertThat(largest).isLessThanOrEqualTo(most).isGreaterThan(most / 1.5);
    }

    @Test
    void draftTokensCostTheirPartOfAStepAndYieldMoreThanOne() {
        // Two draft tokens at a tenth of a step each, accepted at a half and a quarter: 1.625 tokens in 1.2 steps.
        Speculation speculation = new Speculation(2, 0.5, 0.5, 0.1);
        LayoutSearch search = search(small, new Stated(0.02, 1), request(1, speculation, false, 1, 0));
        Replica first = search.found().get(0);

        assertThat(first.serialSpeed()).isCloseTo(1.625 / 0.024, within(1e-9));
        // The same the other way round: seconds of a token.
        assertThat(search.point(first).breakdown().seconds()).isCloseTo(0.024 / 1.625, within(1e-12));
    }

    /** M/D/1: rho / (2 (1 - rho)) of the service time on top of it. */
    @Test
    void theFirstTokenWaitsInAQueueWithOneServer() {
        LayoutSearch search = search(small, new Stated(0.02, 1), request(2, Speculation.NONE, false, 2, 0));
        int full = 0;
        for (Replica replica : search.found()) {
            Deployment layout = replica.deployment();
            // 50 token/s of each sequence are half a request a second, over the stages that prefill.
            double prompt = layout.tensor() == 1 ? 1 : 0.25;
            double busy = layout.batch() * layout.stages() * 0.5 * prompt / layout.stages();
            OptionalDouble waited = search.point(replica).timeToFirstTokenSeconds();
            if (busy >= 1) {
                full++;
                assertThat(waited).isEmpty();
            } else {
                assertThat(waited.orElseThrow())
                        .isCloseTo(prompt * (1 + busy / (2 * (1 - busy))), withinPercentage(1e-9));
            }
        }
        assertThat(full).isBetween(1, search.found().size() - 1);
    }

    @Test
    void whatPrefillsElsewhereTakesItsChipsToo() {
        LayoutSearch search = search(small, new Stated(0.02, 1), request(2, Speculation.NONE, true, 1, 0));

        // Two chips prefill two prompts, which fill a chunk, in half a second: at half load a chip second each, so that
        // every request a second takes a chip more.
        assertThat(search.found()).isNotEmpty().allSatisfy(replica -> {
            PrefillReplica prefill = replica.prefill().orElseThrow();
            assertThat(prefill.deployment().tensor()).isEqualTo(2);
            assertThat(prefill.prefillSeconds()).isEqualTo(0.5);
            assertThat(prefill.chipSeconds()).isCloseTo(1, within(1e-12));
            double requests = replica.deployment().batch() * 50 / 100;
            assertThat(replica.chips()).isCloseTo(replica.deployment().tensor() + requests, within(1e-9));
            assertThat(replica.throughputPerChip()).isCloseTo(requests * 100 / replica.chips(), withinPercentage(1e-9));
            // At half load prompts wait for half of the time of those before them.
            assertThat(search.point(replica).timeToFirstTokenSeconds().orElseThrow())
                    .isCloseTo(0.75, within(1e-12));
            assertThat(replica.deployment().disaggregated()).isTrue();
        });
    }

    @Test
    void promptsArePrefilledTogetherAndInTheStagesOfTheirLayers() {
        // Prompts of 4000 tokens go two at a time into 8192; a stage of three has 11 of 32 layers.
        PrefillReplica one = PrefillReplica.best(
                        new Stated(0.02, 1), small, request(1, Speculation.NONE, true, 1, 0), 0.5)
                .orElseThrow();
        double chunk = Math.floor(FactorInputs.central(small.calibration().prefillChunk()) / 4000);
        assertThat(one.prefillSeconds()).isCloseTo(Math.max(1, chunk), within(1e-12));
        assertThat(one.paceSeconds()).isEqualTo(one.prefillSeconds());
        // Together or not, a prompt takes its second of one chip at half load.
        assertThat(one.chipSeconds()).isCloseTo(2, within(1e-12));
    }

    @Test
    void prefillIsWhereItIsAskedForOrEverywhere() {
        Stated model = new Stated(0.02, 1);
        int own =
                search(small, model, request(2, Speculation.NONE, false, 1, 0)).tried();
        int apart =
                search(small, model, request(2, Speculation.NONE, true, 1, 0)).tried();
        assertThat(search(small, model, request(2, Speculation.NONE, null, 1, 0))
                        .tried())
                .isEqualTo(own + apart);
    }

    @Test
    void aFirstTokenThatComesTooLateIsNone() {
        Stated model = new Stated(0.02, 1);
        assertThat(search(small, model, request(2, Speculation.NONE, false, 1, 1))
                        .found())
                .anyMatch(replica -> replica.deployment().tensor() == 1);
        LayoutSearch quick = search(small, model, request(2, Speculation.NONE, false, 1, 0.999));
        assertThat(quick.found())
                .isNotEmpty()
                .allMatch(replica -> replica.deployment().tensor() == 2);
        // It holds the model all the same.
        assertThat(quick.fewestChips()).isEqualTo(1);
        assertThat(search(small, model, request(2, Speculation.NONE, true, 1, 0.2))
                        .found())
                .isEmpty();
    }

    @Test
    void theFewestChipsAreThoseThatHoldTheWeights() {
        assertThat(new LayoutSearch(new Stated(1, 1), large, request(8, Speculation.NONE, null, 8, 0), 0.5).fewest())
                .isEqualTo(OptionalInt.of(search(large, new Stated(1, 1), request(8, Speculation.NONE, null, 8, 0))
                        .fewestChips()))
                .isEqualTo(OptionalInt.of(2));
        assertThat(new LayoutSearch(new Stated(1, 1), large, request(1, Speculation.NONE, null, 8, 0), 0.5).fewest())
                .isEmpty();
    }

    @Test
    void nothingBetweenWhichThereIsNoChoiceIsKept() {
        forAll(
                9,
                100,
                draws -> {
                    List<Replica> found = new ArrayList<>();
                    for (int i = draws.whole(1, 40); i > 0; i--) {
                        found.add(new Replica(
                                Deployment.tensor(1, 1),
                                Optional.empty(),
                                0,
                                draws.whole(1, 4),
                                draws.whole(1, 9),
                                draws.whole(1, 9)));
                    }
                    return found;
                },
                found -> {
                    List<Replica> kept = LayoutSearch.undominated(found);
                    for (Replica one : found) {
                        assertThat(kept)
                                .anyMatch(other -> other.serialSpeed() >= one.serialSpeed()
                                        && other.throughputPerChip() >= one.throughputPerChip());
                    }
                    for (int i = 1; i < kept.size(); i++) {
                        assertThat(kept.get(i).serialSpeed())
                                .isLessThan(kept.get(i - 1).serialSpeed());
                        assertThat(kept.get(i).throughputPerChip())
                                .isGreaterThan(kept.get(i - 1).throughputPerChip());
                    }
                });
    }

    @Test
    void onePointIsBetterWhereItIsAsGoodInBothAndBetterInOne() {
        assertThat(point(2, 2).dominatedBy(point(2, 2))).isFalse();
        assertThat(point(2, 2).dominatedBy(point(3, 2))).isTrue();
        assertThat(point(2, 2).dominatedBy(point(2, 3))).isTrue();
        assertThat(point(2, 2).dominatedBy(point(1, 3))).isFalse();
        assertThat(point(2, 2).dominatedBy(point(3, 1))).isFalse();
        // 2 * 5 * 2 of 100.
        assertThat(point(1, 2).utilization(5, 100)).isCloseTo(0.2, within(1e-15));
        Frontier frontier = new Frontier(List.of(point(3, 1), point(2, 4), point(1, 5)), 1, 3);
        assertThat(frontier.fastest()).contains(point(3, 1));
        assertThat(frontier.atLeast(2)).contains(point(2, 4));
        assertThat(frontier.atLeast(2.1)).contains(point(3, 1));
        assertThat(frontier.atLeast(3.1)).isEmpty();
    }

    private static OperatingPoint point(double speed, double yield) {
        return new OperatingPoint(
                Deployment.tensor(1, 1),
                1,
                speed,
                yield,
                Optional.empty(),
                0,
                OptionalDouble.empty(),
                new TimeBreakdown().times(1));
    }
}
