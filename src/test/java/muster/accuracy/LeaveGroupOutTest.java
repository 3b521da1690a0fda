package muster.accuracy;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.hardware.Chip;
import muster.inference.calibration.Calibration;
import muster.inference.calibration.Regime;
import muster.model.Architecture;
import org.junit.jupiter.api.Test;

/** The error of what a fit did not see, from families and kinds that were left out whole. */
final class LeaveGroupOutTest {
    private static final int RUNS = 500;
    private static final Catalog SHELF =
            new Catalog(List.of(Architecture.KIND, Chip.KIND, Calibration.KIND), List.of(BuiltIn.load()));

    private static LeaveGroupOut.Miss miss(String group, Regime regime, double distance) {
        return new LeaveGroupOut.Miss(group, regime, distance);
    }

    private static Calibration standard() {
        return SHELF.get(Calibration.KIND, Calibration.STANDARD, new Problems()).orElseThrow();
    }

    private static Chip chip(String id) {
        return SHELF.get(Chip.KIND, new Text(id, Place.argument(id)), new Problems())
                .orElseThrow();
    }

    // Three groups weigh a third each: nine tenths are reached in the third of the farthest, at 0.7 of its ten rows.
    @Test
    void everyGroupWeighsTheSame() {
        List<LeaveGroupOut.Miss> misses = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            misses.add(miss("many", Regime.DENSE_FEW, 0.1));
        }
        misses.add(miss("one", Regime.DENSE_FEW, 0.2));
        for (int i = 1; i <= 10; i++) {
            misses.add(miss("ten", Regime.DENSE_FEW, 1 + i));
        }

        assertThat(LeaveGroupOut.sigma(misses)).isCloseTo(8 / 1.6448536269514722, within(1e-9));
    }

    @Test
    void theErrorOfTheUnseenIsNeverBelowThatOfTheSeen() {
        forAll(
                185,
                RUNS,
                draws -> {
                    List<LeaveGroupOut.Miss> misses = new ArrayList<>();
                    int rows = draws.whole(1, 60);
                    for (int i = 0; i < rows; i++) {
                        misses.add(miss(
                                draws.oneOf(List.of("a", "b", "c", "d")),
                                draws.oneOf(List.of(Regime.values())),
                                draws.between(0, 2)));
                    }
                    Map<Regime, Double> seen = new EnumMap<>(Regime.class);
                    for (Regime regime : Regime.values()) {
                        seen.put(regime, draws.between(0.05, 0.6));
                    }
                    return Map.entry(misses, seen);
                },
                drawn -> {
                    Map<Regime, Double> sigmas = new LeaveGroupOut(drawn.getKey()).sigmas(drawn.getValue());
                    double most = drawn.getKey().stream()
                            .mapToDouble(LeaveGroupOut.Miss::distance)
                            .max()
                            .orElseThrow();
                    drawn.getValue()
                            .forEach((regime, seen) -> assertThat(sigmas.get(regime))
                                    .isGreaterThanOrEqualTo(seen)
                                    .isGreaterThanOrEqualTo(LeaveGroupOut.sigma(drawn.getKey()))
                                    .isLessThanOrEqualTo(Math.max(seen, most)));
                });
    }

    @Test
    void whereNothingIsLeftOutTheErrorIsThatOfWhatWasSeen() {
        Map<Regime, Double> seen = Map.of(Regime.DENSE_FEW, 0.2, Regime.PREFILL, 0.1);
        assertThat(new LeaveGroupOut(List.of()).sigmas(seen)).isEqualTo(seen);
    }

    @Test
    void aCalibrationWithoutAFamilyTakesItsChipsForThoseOfTheVendor() {
        Calibration whole = standard();
        Calibration without = whole.without("CDNA3", Set.of("NVIDIA", "Google"));
        Calibration fewer = whole.without("Hopper", Set.of("NVIDIA", "Google", "AMD"));

        assertThat(without.measured(chip("amd-mi300x"))).isFalse();
        assertThat(without.family(chip("amd-mi300x")).compute().central()).isEqualTo(1);
        assertThat(fewer.family(chip("nvidia-h100-sxm")))
                .isEqualTo(whole.vendors().get("NVIDIA"));
        assertThat(fewer.family(chip("nvidia-b200-sxm")))
                .isEqualTo(whole.families().get("Blackwell"));
    }

    // The committed fit: every family that counts as seen has rows, and every kind of model that it lists has some.
    @Test
    void theFitThatComesWithMusterHasRowsOfAllThatCountsAsSeen() {
        Calibration calibration = standard();
        Problems problems = new Problems();
        AccuracyStudy study =
                new Accuracy(SHELF_OF_ALL, Optional.empty()).study(problems).orElseThrow();
        Set<String> chips = new TreeSet<>();
        study.counted()
                .forEach(row -> calibration.familyName(chip(row.row().chip())).ifPresent(chips::add));

        assertThat(chips)
                .containsExactlyInAnyOrderElementsOf(calibration.families().keySet());
        assertThat(calibration.kinds().orElseThrow())
                .containsKeys("attention=grouped", "attention=latent", "feed_forward=experts");
        assertThat(calibration.kinds().orElseThrow().values()).allMatch(rows -> rows.central() >= 1);
    }

    private static final Catalog SHELF_OF_ALL = new Catalog(
            List.of(Architecture.KIND, Chip.KIND, Calibration.KIND, Benchmark.KIND), List.of(BuiltIn.load()));
}
