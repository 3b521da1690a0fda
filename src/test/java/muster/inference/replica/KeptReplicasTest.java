package muster.inference.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import muster.inference.ModelsOnChips;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import org.junit.jupiter.api.Test;

/** What was searched before is what a search finds anew, and nothing that differs is taken for it. */
final class KeptReplicasTest {
    private static final ReplicaRequest REQUEST = new ReplicaRequest(new RequestTokens(1111, 333), 8, Speculation.NONE);

    private record Case(TimeModelChoice method, ModelOnChip setup, ReplicaRequest request, double load) {
        Replicas kept() {
            return KeptReplicas.of(method, setup, request, load);
        }

        Replicas anew() {
            LayoutSearch search = new LayoutSearch(method.of(setup), setup, request, load);
            search.run();
            return Replicas.of(search);
        }
    }

    // Each differs from the first in one thing that a search sees.
    private static List<Case> cases() {
        TimeModelChoice usual = TimeModelChoice.CALIBRATED;
        ModelOnChip setup = ModelsOnChips.of("llama-3.1-8b", "nvidia-h100-sxm", "fp8");
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(usual, setup, REQUEST, 0.7));
        cases.add(new Case(usual, setup, REQUEST, 0.6));
        cases.add(new Case(usual, setup, REQUEST.upTo(4), 0.7));
        cases.add(new Case(usual, setup, REQUEST.timeToFirstTokenWithin(OptionalDouble.of(0.02)), 0.7));
        cases.add(new Case(usual, ModelsOnChips.of("llama-3.1-8b", "nvidia-h200-sxm", "fp8"), REQUEST, 0.7));
        cases.add(new Case(usual, ModelsOnChips.of("llama-3.1-8b", "nvidia-h100-sxm", "bf16"), REQUEST, 0.7));
        cases.add(new Case(usual, ModelsOnChips.of("llama-3.1-70b", "nvidia-h100-sxm", "fp8"), REQUEST, 0.7));
        for (TimeModelChoice other : TimeModelChoice.values()) {
            cases.add(new Case(other, setup, REQUEST, 0.7));
        }
        return cases;
    }

    @Test
    void whatIsKeptIsWhatASearchFinds() {
        for (int round = 0; round < 2; round++) {
            for (Case one : cases()) {
                assertThat(one.kept()).isEqualTo(one.anew());
            }
        }
    }

    @Test
    void aSearchThatSeesTheSameIsNotMadeAgain() {
        Case one = cases().get(0);
        Replicas first = one.kept();

        // The same chip looked up anew.
        assertThat(cases().get(0).kept()).isSameAs(first);
        assertThat(cases().get(1).kept()).isNotSameAs(first);
    }
}
