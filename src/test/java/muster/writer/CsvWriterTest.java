package muster.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import muster.view.Grid;
import muster.view.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvWriterTest {

    @Test
    void cellsWithCommasQuotesAndLineEndsAreQuoted() {
        assertThat(csv(Grid.of(
                        List.of("plain", "comma", "quote", "line", "return"),
                        List.of(List.of("a b", "1,5", "say \"x\"", "two\nlines", "a\rb")),
                        Set.of())))
                .isEqualTo("plain,comma,quote,line,return\na b,\"1,5\",\"say \"\"x\"\"\",\"two\nlines\",a\\u000db\n");
    }

    // Which a spreadsheet would compute, and which may fetch or start things.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1+1",
                "-1+1",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "-a",
                "+a(1)",
                "-1 SUM(A1)"
            })
    void aFormulaIsText(String cell) {
        String written = CsvWriter.line(List.of(cell, "x"));

        assertThat(written).containsPattern("^\"?'").doesNotContain("\r").contains(cell.strip());
        // What is read back and written again is the same.
        assertThat(CsvWriter.line(List.of("'" + cell, "x"))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1.5",
                "-",
                "+2",
                "-1e-9",
                "-.5",
                "-3%",
                "-2 token/s",
                "+1.5 MW",
                "-4 USD/GPU/h",
                "1=1",
                "a",
                "",
                "'=1"
            })
    void aNumberStaysOne(String cell) {
        assertThat(CsvWriter.line(List.of(cell, "x"))).isEqualTo(cell + ",x\n");
    }

    @Test
    void aTableWithoutRowsIsItsHead() {
        assertThat(csv(Grid.of(List.of("a,b", "é€"), List.of(), Set.of()))).isEqualTo("\"a,b\",é€\n");
    }

    @Test
    void stylesAndLinesBetweenRowsAreLeftOut() {
        Words cell = Words.NONE.strong("x").small("y").link("anchor", "z");

        assertThat(csv(Grid.ofWords(List.of("a"), List.of(List.of(cell)), Set.of())
                        .ruled(0, "beyond")))
                .isEqualTo("a\nxyz\n");
    }

    private static String csv(Grid rows) {
        return OutputFormat.CSV.write(MadeUp.ofRows(rows));
    }
}
