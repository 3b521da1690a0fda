package muster.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.accuracy.measurement.Measurement;
import muster.accuracy.measurement.MeasurementFile;
import muster.diagnostic.Problems;
import muster.document.yaml.Csv;
import muster.inference.calibration.Regime;
import org.junit.jupiter.api.Test;

/** How much wider errors of a family are, by hand. */
final class ErrorBandsTest {
    private static final String HEAD =
            "id,chip,model,weights,stack,tensor,load,requests,prompt,output,metric,value,origin\n";

    private static List<ScoredMeasurement> rows(String chip, String metric, int count, double factor) {
        Problems problems = new Problems();
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < count; i++) {
            text.append(
                    "%s-%s-%d,%s,m,fp8,vllm,1,served,4,1024,1024,%s,1,here\n".formatted(chip, metric, i, chip, metric));
        }
        List<ScoredMeasurement> rows = new ArrayList<>();
        for (Measurement row : MeasurementFile.read(
                Csv.of("rows.csv", text.toString(), problems).orElseThrow(), problems)) {
            OptionalDouble same = OptionalDouble.of(factor);
            rows.add(new ScoredMeasurement(
                    row, Regime.DENSE_FEW, false, "v", "tp 1", factor, same, same, same, Optional.empty()));
        }
        assertThat(problems.none()).isTrue();
        return rows;
    }

    @Test
    void aFamilyIsAsWideAsItsRowsAreFarAndAFewRowsAreAsTheWidest() {
        List<ScoredMeasurement> rows = new ArrayList<>();
        // With a deviation of 0.1 the band ends at e^0.16449: rows at e^0.2 and at 1/e^0.1 are at 1.2159 and 0.6080 of
        // it.
        rows.addAll(rows("a", "tpot_ms", 20, Math.exp(0.2)));
        rows.addAll(rows("b", "tpot_ms", 20, Math.exp(-0.1)));
        rows.addAll(rows("c", "tpot_ms", 3, 1));
        // First tokens have a regime of their own and say nothing of steps.
        rows.addAll(rows("b", "ttft_ms", 20, Math.exp(3)));
        Map<String, Double> spreads =
                ErrorBands.spreads(rows, Map.of(Regime.DENSE_FEW, 0.1), Map.of("a", "A", "b", "B", "c", "C"));

        assertThat(spreads).containsOnlyKeys("A", "B", "C");
        assertThat(spreads.get("A")).isCloseTo(1.2159, within(1e-4));
        assertThat(spreads.get("B")).isCloseTo(0.6080, within(1e-4));
        assertThat(spreads.get("C")).isEqualTo(spreads.get("A"));
    }
}
