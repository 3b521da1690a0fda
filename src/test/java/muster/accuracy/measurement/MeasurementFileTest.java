package muster.accuracy.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Problems;
import muster.document.yaml.Csv;
import org.junit.jupiter.api.Test;

/** Files of measurements, right and wrong. */
class MeasurementFileTest {
    private static final String HEAD = "id,chip,model,weights,stack,load,requests,prompt,output,metric,value\n";
    private static final String ROW = "a,nvidia-h100-sxm,llama-3.1-70b,fp8,vllm,served,8,1024,1024,tpot_ms,12.5\n";

    private static List<Measurement> read(String text, Problems problems) {
        return Csv.of("rows.csv", text, problems)
                .map(table -> MeasurementFile.read(table, problems))
                .orElse(List.of());
    }

    private static List<String> problems(String text) {
        Problems problems = new Problems();
        read(text, problems);
        return problems.sorted().stream().map(Diagnostic::toString).toList();
    }

    @Test
    void aRowIsReadWithItsPlace() {
        Problems problems = new Problems();
        Measurement row = read(HEAD + ROW, problems).get(0);
        assertThat(problems.none()).isTrue();
        assertThat(row.place()).hasToString("rows.csv:2:1");
        assertThat(row.value()).isEqualTo(12.5);
        assertThat(row.requests()).hasValue(8);
        assertThat(row.layout()).isEmpty();
    }

    @Test
    void columnsMayStandInAnyOrderAndAUsersMayBeFewer() {
        Problems problems = new Problems();
        String text = """
                value,metric,output,prompt,load,stack,weights,model,chip,id
                80,ttft_ms,1,2048,idle,vllm,fp8,llama-3.1-8b,nvidia-h100-sxm,b
                """;
        assertThat(read(text, problems)).hasSize(1);
        assertThat(problems.none()).isTrue();
    }

    @Test
    void everyProblemIsToldAtItsPlaceWithTheNearestName() {
        assertThat(problems(HEAD + ROW + """
                        b,nvidia-h100-sxm,llama-3.1-70b,fp8,vllm,sreved,8,1024,1024,tpot_ms,12.5
                        c,nvidia-h100-sxm,llama-3.1-70b,fp8,vllm,served,8,1024,1024,tpot,-3
                        a,,llama-3.1-70b,fp8,vllm,served,8,1024,1024,tpot_ms,
                        """))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("rows.csv:3:42: error [unknown-word]")
                        .endsWith("Maybe served?"))
                .anySatisfy(line -> assertThat(line).contains("rows.csv:4:").endsWith("Maybe tpot_ms?"))
                .anySatisfy(line -> assertThat(line).contains("[not-a-number] value is a number above 0, not '-3'"))
                .anySatisfy(line -> assertThat(line).contains("rows.csv:5:1: error [duplicate-id]"))
                .anySatisfy(line -> assertThat(line).contains("rows.csv:5:3: error [missing-cell] a row needs a chip"));
    }

    @Test
    void columnsAreChecked() {
        assertThat(problems(HEAD.replace("requests", "request").replace(",value", "") + ROW.replace(",12.5", "")))
                .anySatisfy(line -> assertThat(line).contains("rows.csv:1:34").endsWith("Maybe requests?"))
                .anySatisfy(line -> assertThat(line).contains("[missing-column] the column 'value' is missing"));
    }

    @Test
    void valuesOfSeveralRequestsStateThem() {
        assertThat(problems(HEAD + ROW.replace(",8,", ",,")))
                .singleElement()
                .asString()
                .contains("[missing-cell] served rows state their requests");
    }
}
