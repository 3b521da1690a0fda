package muster.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.accuracy.measurement.MeasuredCase;
import muster.accuracy.measurement.MeasuredCases;
import muster.accuracy.measurement.MeasurementFile;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.yaml.Csv;
import muster.hardware.Chip;
import muster.model.Architecture;
import org.junit.jupiter.api.Test;

/** Which rows a step is fitted to. */
final class FittedRowsTest {
    private static final String HEAD =
            "id,chip,model,weights,stack,tensor,load,requests,prompt,output,metric,value,origin\n";

    @Test
    void throughputOfUsersIsFittedWhereNothingElseTellsOfTheRun() {
        String run = ",nvidia-h200-sxm,llama-3.1-8b,fp8,vllm,1,served,%s,1024,1024,%s,10,here\n";
        String text = HEAD
                + "a" + run.formatted(8, "tpot_ms")
                + "a-rate" + run.formatted(8, "output_tokens_per_s_per_chip")
                + "a-ttft" + run.formatted(8, "ttft_ms")
                + "b-rate" + run.formatted(16, "output_tokens_per_s_per_chip");
        Problems problems = new Problems();
        Catalog shelf = new Catalog(List.of(Architecture.KIND, Chip.KIND), List.of(BuiltIn.load()));
        FittedRows rows = FittedRows.of(MeasuredCases.of(
                        MeasurementFile.read(Csv.of("rows.csv", text, problems).orElseThrow(), problems),
                        shelf,
                        problems)
                .ready());

        assertThat(problems.none()).isTrue();
        assertThat(ids(rows.steps())).containsExactly("a", "b-rate");
        assertThat(ids(rows.rates())).containsExactly("a-rate");
    }

    private static List<String> ids(List<MeasuredCase> cases) {
        return cases.stream().map(one -> one.row().id()).toList();
    }
}
