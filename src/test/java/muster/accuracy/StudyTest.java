package muster.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import muster.accuracy.measurement.Exclusion;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.hardware.Chip;
import muster.inference.calibration.Calibration;
import muster.model.Architecture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measurements that come with Muster beside the model. */
class StudyTest {
    private static final Path FILE = Path.of("hardware-catalog/measurements/inferencex.csv");
    private static final Catalog SHELF = new Catalog(
            List.of(Architecture.KIND, Chip.KIND, Calibration.KIND, Benchmark.KIND), List.of(BuiltIn.load()));
    private static final AccuracyStudy STUDY = study(Optional.empty());

    private static AccuracyStudy study(Optional<Path> file) {
        Problems problems = new Problems();
        Optional<AccuracyStudy> study = new Accuracy(SHELF, file).study(problems);
        problems.orThrow();
        return study.orElseThrow();
    }

    @Test
    void everyBarIsKeptAndEveryTargetHasOne() {
        assertThat(STUDY.verdicts()).hasSize(AccuracyTarget.values().length).allMatch(TargetVerdict::met);
    }

    @Test
    void rowsThatTheFitUsedAreLeftOutOnce() {
        assertThat(STUDY.counted())
                .allMatch(row ->
                        row.withoutChip().isPresent() && row.withoutModel().isPresent());
        assertThat(STUDY.rows().stream().filter(row -> row.excluded().isPresent()))
                .allMatch(row -> row.withoutChip().isEmpty());
    }

    @Test
    void everyExclusionCoversRowsAndNoneCoversAnInferenceXRowOnOneServerOfKnownLayout() {
        Set<String> used =
                STUDY.rows().stream().flatMap(row -> row.excluded().stream()).collect(Collectors.toSet());
        Set<String> listed = STUDY.benchmark().exclusions().values().stream()
                .map(Exclusion::reason)
                .collect(Collectors.toSet());
        assertThat(used)
                .containsAll(listed.stream()
                        .filter(reason -> !reason.startsWith("the batch is known only"))
                        .toList());
        assertThat(STUDY.rows().stream()
                        .filter(row -> row.excluded().isPresent() && row.tokenTime())
                        .filter(row -> row.row().origin().equals("InferenceX"))
                        .filter(row -> !row.row().chip().equals("nvidia-gb200")))
                .allMatch(row -> row.row().requests().orElse(0) == 512);
    }

    @Test
    void theModelHasLearntNothingFromValuesOfTheRowItself() {
        // The same row with another measured value has the same forecast.
        ScoredMeasurement row = STUDY.counted().get(0);
        assertThat(row.model()).isNotEqualTo(row.row().value());
        assertThat(row.withoutChip().orElseThrow()).isNotEqualTo(row.model());
    }

    @Test
    void aRowThatIsWrongByThreeIsAnOutlier(@TempDir Path folder) throws Exception {
        List<String> lines = Files.readAllLines(FILE);
        String good = lines.stream()
                .filter(line -> line.startsWith("dsr1_h200_sglang_fp8_agg_1024x1024_c4_cfg81"))
                .findFirst()
                .orElseThrow();
        int at = List.of(lines.get(0).split(",")).indexOf("value");
        String[] cells = good.split(",", -1);
        cells[at] = String.valueOf(3 * Double.parseDouble(cells[at]));
        lines.set(lines.indexOf(good), String.join(",", cells));
        Path spoiled = folder.resolve("rows.csv");
        Files.write(spoiled, lines, StandardCharsets.UTF_8);
        Set<String> before = ids(study(Optional.of(FILE)));
        assertThat(ids(study(Optional.of(spoiled))))
                .containsAll(before)
                .hasSize(before.size() + 1)
                .contains(cells[0]);
    }

    private static Set<String> ids(AccuracyStudy study) {
        return study.outliers().stream().map(row -> row.row().id()).collect(Collectors.toSet());
    }
}
