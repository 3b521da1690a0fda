package muster.inference.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import muster.inference.ModelsOnChips;
import muster.inference.calibration.MeasuredRows;
import muster.inference.step.Deployment;
import muster.inference.step.LayoutKind;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layouts of kinds that measured rows ran, with counts of our own. */
final class BenchmarkedLayoutsTest {
    private static final ModelOnChip SETUP =
            counted(Map.of("data=8,expert=8", 9, "data=4,expert=4", 3, "stages=2", 40));

    private static ModelOnChip counted(Map<String, Integer> rows) {
        Map<LayoutKind, Integer> kinds = rows.entrySet().stream()
                .collect(Collectors.toMap(entry -> LayoutKind.parse(entry.getKey()), Map.Entry::getValue));
        ModelOnChip was = ModelsOnChips.of("gpt-oss-120b", "nvidia-h100-sxm", "bf16");
        return new ModelOnChip(
                was.shape(),
                was.encodings(),
                was.formats(),
                was.machine(),
                was.constants(),
                was.memory(),
                was.calibration().counting(MeasuredRows.of(kinds, Map.of(), 0.05)),
                was.engine(),
                was.unseen(),
                was.dividesWhole());
    }

    private static List<Replica> found(ModelOnChip setup, LayoutChoice layouts) {
        LayoutSearch search = new LayoutSearch(
                TimeModelChoice.CALIBRATED.of(setup),
                setup,
                new ReplicaRequest(new RequestTokens(1024, 1024), 32, Speculation.NONE).among(layouts),
                0.7);
        search.run();
        return search.found();
    }

    @ParameterizedTest
    @CsvSource({
        // tensor, data, expert, stages, apart, rows, benchmarked
        "8, 1, 1, 1, false, 52, true",
        "1, 4, 4, 1, false, 12, true",
        "1, 8, 8, 1, false, 9, false",
        "2, 4, 8, 1, false, 9, false",
        "1, 1, 1, 2, false, 40, true",
        "1, 4, 4, 2, false, 0, false",
        "1, 1, 1, 1, true, 0, false",
        "16, 1, 1, 1, false, 0, false",
    })
    void tenRowsThatRanAsMuchOfEverythingAreEnough(
            int tensor, int data, int expert, int stages, boolean apart, int rows, boolean enough) {
        Deployment layout = new Deployment(tensor, false, data, expert, stages, 1, apart);

        assertThat(SETUP.rows(layout, Optional.empty())).isEqualTo(rows);
        assertThat(SETUP.unmeasured(layout, Optional.empty()).isEmpty()).isEqualTo(enough);
    }

    @Test
    void theSearchKeepsToThemAndLeavesNoneOut() {
        Set<Replica> any = new HashSet<>(found(SETUP, LayoutChoice.ANY));
        List<Replica> benchmarked = found(SETUP, LayoutChoice.AS_BENCHMARKED);

        assertThat(benchmarked)
                .isNotEmpty()
                .allMatch(replica -> SETUP.unmeasured(replica.deployment(), replica.prefill())
                        .isEmpty());
        assertThat(any.stream()
                        .filter(replica -> SETUP.unmeasured(replica.deployment(), replica.prefill())
                                .isEmpty())
                        .collect(Collectors.toSet()))
                .isEqualTo(new HashSet<>(benchmarked));
        assertThat(any)
                .anyMatch(replica -> SETUP.unmeasured(replica.deployment(), replica.prefill())
                        .isPresent());
    }

    @Test
    void prefillOfItsOwnIsTriedWhereRowsRanIt() {
        ModelOnChip apart = counted(Map.of("apart", 10));

        assertThat(found(apart, LayoutChoice.AS_BENCHMARKED))
                .anyMatch(replica -> replica.prefill().isPresent())
                .allMatch(replica -> apart.unmeasured(replica.deployment(), replica.prefill())
                        .isEmpty());
        assertThat(found(SETUP, LayoutChoice.AS_BENCHMARKED))
                .allMatch(replica -> replica.prefill().isEmpty());
    }

    // Prompts go through a layout of their own, which rows must have run too.
    @Test
    void whatPrefillsIsLookedAtAsWell() {
        ModelOnChip apart = counted(Map.of("apart", 10, "stages=2", 40));
        Deployment one = new Deployment(1, false, 1, 1, 1, 1, true);
        Deployment staged = new Deployment(1, false, 1, 1, 2, 1, true);

        assertThat(apart.unmeasured(one, Optional.of(new PrefillReplica(one, 1, 1, 1))))
                .isEmpty();
        assertThat(apart.rows(one, Optional.of(new PrefillReplica(one, 1, 1, 1))))
                .isEqualTo(10);
        assertThat(apart.unmeasured(one, Optional.of(new PrefillReplica(staged, 1, 1, 1))))
                .contains("no measured row ran 2 pipeline stages, prefill on chips of its own");
        assertThat(apart.rows(one, Optional.of(new PrefillReplica(staged, 1, 1, 1))))
                .isZero();
    }

    // Nothing is known of layouts: tensor parallelism inside a domain is what every engine runs.
    @Test
    void withoutRowsTensorParallelismAloneIsLeft() {
        assertThat(found(counted(Map.of()), LayoutChoice.AS_BENCHMARKED))
                .isNotEmpty()
                .allMatch(replica -> replica.deployment().data() == 1
                        && replica.deployment().expert() == 1
                        && replica.deployment().chips() <= 8);
    }

    @Test
    void wordsSayHowManyRowsThereAre() {
        assertThat(SETUP.unmeasured(new Deployment(1, false, 8, 8, 1, 1, false), Optional.empty()))
                .contains("9 measured rows ran data-parallel attention of 8 groups, experts over 8 chips");
        assertThat(counted(Map.of("apart", 1)).unmeasured(new Deployment(1, false, 1, 1, 1, 1, true), Optional.empty()))
                .contains("1 measured row ran prefill on chips of its own");
        assertThat(SETUP.unmeasured(new Deployment(16, false, 1, 1, 1, 1, false), Optional.empty()))
                .contains("no measured row ran 2 scale-up domains");
    }
}
