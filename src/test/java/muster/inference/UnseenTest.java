package muster.inference;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.hardware.Chip;
import muster.inference.calibration.Calibration;
import muster.inference.calibration.Regime;
import muster.inference.calibration.Unseen;
import muster.inference.replica.ModelOnChip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bands of chips and models that the fit of the calibration did not see. */
final class UnseenTest {
    private static final int RUNS = 500;

    private static Calibration standard() {
        return ModelsOnChips.SHELF
                .get(Calibration.KIND, Calibration.STANDARD, new Problems())
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "llama-3.1-70b, nvidia-h100-sxm, ''",
        "deepseek-v3, nvidia-b200-sxm, ''",
        "llama-3.1-70b, aws-trainium2, ''",
        "llama-3.1-70b, intel-gaudi3, the fit had no chip of the family Gaudi",
        "qwen3.5-397b-a17b, nvidia-h200-sxm, ''",
        "nemotron-3-nano-30b-a3b, nvidia-h200-sxm, the fit had fewer than 10 rows of models with attention=mamba2 or feed_forward=varied",
        "kimi-linear-48b-a3b, intel-gaudi3, the fit had no chip of the family Gaudi and fewer than 10 rows of models with attention=kimi-delta"
    })
    void whatTheFitDidNotSeeIsToldByItsRows(String model, String chip, String words) {
        ModelOnChip setup = ModelsOnChips.of(model, chip, "bf16");

        assertThat(setup.unseen().any()).isEqualTo(!words.isEmpty());
        if (words.isEmpty()) {
            assertThat(setup.caution(16)).isEmpty();
        } else {
            assertThat(setup.unseen().words()).isEqualTo(words);
            assertThat(setup.caution(16).orElseThrow()).startsWith(words + ": a measured speed is");
        }
    }

    // What each adds to the variance is added; never less than what the fit saw, never less for more that is unseen.
    @Test
    void theMoreIsUnseenTheWiderTheBand() {
        Unseen family = new Unseen(Optional.of("A"), List.of());
        Unseen kind = new Unseen(Optional.empty(), List.of("attention.mixed=linear"));
        Unseen both = new Unseen(Optional.of("A"), List.of("attention.mixed=linear"));
        forAll(
                186,
                RUNS,
                draws -> {
                    Map<Regime, Double> families = new EnumMap<>(Regime.class);
                    Map<Regime, Double> kinds = new EnumMap<>(Regime.class);
                    for (Regime regime : Regime.values()) {
                        families.put(regime, draws.between(0.01, 1));
                        kinds.put(regime, draws.between(0.01, 1));
                    }
                    return List.of(families, kinds);
                },
                drawn -> {
                    Calibration calibration = standard().knowing(Map.of(), drawn.get(0), drawn.get(1), Map.of());
                    for (Regime regime : Regime.values()) {
                        double seen = calibration.residual(regime);
                        double ofFamily = calibration.residual(regime, family);
                        double ofKind = calibration.residual(regime, kind);
                        assertThat(calibration.residual(regime, Unseen.NOTHING)).isEqualTo(seen);
                        assertThat(ofFamily)
                                .isCloseTo(Math.max(seen, drawn.get(0).getOrDefault(regime, 0.0)), within(1e-12));
                        assertThat(ofKind)
                                .isCloseTo(Math.max(seen, drawn.get(1).getOrDefault(regime, 0.0)), within(1e-12));
                        assertThat(Math.pow(calibration.residual(regime, both), 2) + seen * seen)
                                .isCloseTo(ofFamily * ofFamily + ofKind * ofKind, within(1e-12));
                    }
                });
    }

    private static Chip chip(String id) {
        return ModelsOnChips.SHELF
                .get(Chip.KIND, new Text(id, Place.argument("chip")), new Problems())
                .orElseThrow();
    }

    @Test
    void aFamilyHasItsOwnSpread() {
        Chip hopper = chip("nvidia-h100-sxm");
        Chip blackwell = chip("nvidia-b200-sxm");
        Calibration all = standard().knowing(Map.of("Hopper", 1.5, "Blackwell", 0.5), Map.of(), Map.of(), Map.of());
        for (Regime regime : Regime.values()) {
            boolean ofFirstTokens = regime == Regime.PREFILL || regime == Regime.QUEUE;
            boolean solved = regime == Regime.DENSE_SOLVED || regime == Regime.EXPERTS_SOLVED;
            double seen = all.residual(regime);
            assertThat(all.around(hopper).residual(regime)).isCloseTo((ofFirstTokens ? 1 : 1.5) * seen, within(1e-12));
            assertThat(all.around(blackwell).residual(regime))
                    .isCloseTo((ofFirstTokens || solved ? 1 : 0.5) * seen, within(1e-12));
        }
    }

    @Test
    void theFitsOwnErrorOfTheUnseenIsWiderThanThatOfTheSeen() {
        Calibration calibration = standard();
        Unseen family = new Unseen(Optional.of("A"), List.of());

        assertThat(calibration.unseenFamilies()).isPresent();
        for (Regime regime : Regime.values()) {
            // First tokens that wait are not left out by family.
            assertThat(calibration.residual(regime, family) / calibration.residual(regime))
                    .isGreaterThan(regime == Regime.QUEUE ? 0.999999 : 1);
        }
        assertThat(calibration.residual(Regime.DENSE_FEW, family))
                .isGreaterThan(1.2 * calibration.residual(Regime.DENSE_FEW));
    }
}
