package muster.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of laws from the literature and from implementations that are not ours, each within the tolerance of its row. */
final class GoldenTest {
    private static final Map<String, Function<GoldenRow, double[]>> OURS = ours();

    private static Map<String, Function<GoldenRow, double[]>> ours() {
        Map<String, Function<GoldenRow, double[]>> ours = new LinkedHashMap<>();
        ours.put("chinchilla.G", GoldenChinchilla::balance);
        ours.put("chinchilla.opt", GoldenChinchilla::optimum);
        ours.put("chinchilla.loss", GoldenChinchilla::loss);
        ours.put("devries.overhead_pct", GoldenChinchilla::overhead);
        ours.put("devries.table", GoldenChinchilla::smaller);
        ours.put("sardana.compute_optimal", GoldenSardana::byFlop);
        ours.put("sardana.cost_optimal", GoldenSardana::byDollars);
        ours.put("sardana.model", GoldenSardana::model);
        ours.put("sardana.paper", GoldenSardana::paper);
        ours.put("muennighoff.huber_sum", GoldenRuns::repeatedObjective);
        ours.put("muennighoff.loss", GoldenRuns::repeatedLoss);
        ours.put("gadre.constants", GoldenRuns::overTraining);
        ours.put("gadre.rel_err", GoldenRuns::predicted);
        ours.put("gadre.err", GoldenRuns::downstream);
        ours.put("busbridge.supervised", GoldenQuality::supervised);
        ours.put("busbridge.student", GoldenQuality::student);
        ours.put("kumar.f", GoldenQuality::kept);
        ours.put("kumar.f_w", GoldenQuality::keptByWeights);
        ours.put("kumar.Pstar", GoldenQuality::bestBits);
        ours.put("shape.params", GoldenQuality::shape);
        return ours;
    }

    static List<Named<GoldenRow>> rows() {
        return Literature.rows("golden.csv").stream()
                .map(GoldenRow::of)
                .map(row -> Named.of("%s %s %s".formatted(row.law(), row.inputs(), row.output()), row))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void oursIsWithinTheToleranceOfTheRow(GoldenRow row) {
        double[] values = row.values();
        double[] ours = OURS.get(row.law()).apply(row);

        assertThat(ours).as(row.source()).hasSameSizeAs(values);
        for (int i = 0; i < values.length; i++) {
            assertThat(Math.abs(ours[i] - values[i]))
                    .as("%s: %s, ours %s; %s", row.output(), values[i], ours[i], row.source())
                    .isLessThanOrEqualTo(row.allowed(values[i]));
        }
    }

    @Test
    void everyRowIsThereAndNamesItsSource() {
        List<GoldenRow> rows =
                Literature.rows("golden.csv").stream().map(GoldenRow::of).toList();

        assertThat(rows).hasSize(212).allSatisfy(row -> assertThat(row.source()).isNotBlank());
        assertThat(rows.stream().map(GoldenRow::law).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(OURS.keySet());
    }
}
