package muster.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import muster.accuracy.measurement.Measurement;
import muster.accuracy.measurement.MeasurementFile;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.yaml.Csv;
import muster.hardware.Chip;
import muster.inference.calibration.Calibration;
import muster.inference.calibration.MeasuredRows;
import muster.model.Architecture;
import org.junit.jupiter.api.Test;

/** Rows of one configuration at several versions and months of an engine. */
final class EngineDriftTest {
    private static final Catalog SHELF = new Catalog(
            List.of(Architecture.KIND, Chip.KIND, Calibration.KIND, Benchmark.KIND), List.of(BuiltIn.load()));

    private static List<Measurement> rows(String... lines) {
        Problems problems = new Problems();
        String text = "id,chip,model,weights,stack,load,requests,prompt,output,metric,version,date,value\n"
                + String.join("\n", lines) + "\n";
        List<Measurement> rows = Csv.of("rows.csv", text, problems)
                .map(table -> MeasurementFile.read(table, problems))
                .orElseThrow();
        assertThat(problems.sorted()).isEmpty();
        return rows;
    }

    private static String row(String id, String requests, String version, String date, double value) {
        return "%s,c,m,fp8,vllm,served,%s,1024,1024,tpot_ms,%s,%s,%s".formatted(id, requests, version, date, value);
    }

    @Test
    void rowsOfOneConfigurationArePairedWhereVersionsOrMonthsDiffer() {
        EngineDrift drift = EngineDrift.of(rows(
                row("a", "4", "0.1", "2026-01-05", 10),
                row("b", "4", "0.2", "2026-05", 20),
                // the same version in the same month as a, and in another than b
                row("c", "4", "0.1", "2026-01-30", 40),
                // without a date: by the version alone
                row("d", "4", "0.3", "", 10),
                // of another load
                row("e", "8", "0.9", "2026-05", 1000)));

        assertThat(drift.pairs())
                .containsExactlyInAnyOrder(
                        new EngineDrift.Pair("vllm", Math.log(2), OptionalInt.of(4)),
                        new EngineDrift.Pair("vllm", Math.log(2), OptionalInt.of(4)),
                        new EngineDrift.Pair("vllm", 0, OptionalInt.empty()),
                        new EngineDrift.Pair("vllm", Math.log(2), OptionalInt.empty()),
                        new EngineDrift.Pair("vllm", Math.log(4), OptionalInt.empty()));
        // Both that have months: ln 2 over the root of four months, over the 95th percentile of a normal distribution.
        assertThat(drift.perMonth()).isCloseTo(Math.log(2) / 2 / 1.6448536269514722, within(1e-12));
        assertThat(drift.apart(0.5)).isCloseTo(1, within(1e-12));
        assertThat(drift.byEngine()).containsOnlyKeys("vllm");
    }

    @Test
    void firstTokensAreNotLookedAt() {
        EngineDrift drift = EngineDrift.of(rows(
                row("a", "4", "0.1", "2026-01", 10).replace("tpot", "ttft"),
                row("b", "4", "0.2", "2026-05", 20).replace("tpot", "ttft")));

        assertThat(drift.pairs()).isEmpty();
    }

    @Test
    void oneRowDriftsNowhere() {
        EngineDrift drift = EngineDrift.of(rows(row("a", "4", "0.1", "2026-01-05", 10)));

        assertThat(drift.pairs()).isEmpty();
        assertThat(drift.perMonth()).isZero();
    }

    // What a fit would write: `muster accuracy fit --out hardware-catalog` makes it anew.
    @Test
    void whatTheRowsOfTheFitAreOfIsCommitted() {
        MeasuredRows counted =
                new Accuracy(SHELF, Optional.empty()).coverage(new Problems()).orElseThrow();
        MeasuredRows committed = SHELF.get(Calibration.KIND, Calibration.STANDARD, new Problems())
                .flatMap(Calibration::rows)
                .orElseThrow();

        assertThat(committed.layouts().keySet()).isEqualTo(counted.layouts().keySet());
        counted.layouts()
                .forEach((kind, rows) -> assertThat(committed.layouts())
                        .hasEntrySatisfying(
                                kind, known -> assertThat(known.central()).isEqualTo(rows.central())));
        assertThat(committed.dates().keySet()).isEqualTo(counted.dates().keySet());
        counted.dates()
                .forEach((month, rows) -> assertThat(committed.dates())
                        .hasEntrySatisfying(
                                month, known -> assertThat(known.central()).isEqualTo(rows.central())));
        assertThat(committed.monthlyDrift()).isCloseTo(counted.monthlyDrift(), within(1e-4));
    }
}
