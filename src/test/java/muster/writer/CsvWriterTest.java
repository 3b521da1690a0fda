package muster.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import muster.view.Grid;
import muster.view.Words;
import org.junit.jupiter.api.Test;

final class CsvWriterTest {

    @Test
    void cellsWithCommasQuotesAndLineEndsAreQuoted() {
        assertThat(csv(Grid.of(
                        List.of("plain", "comma", "quote", "line", "return"),
                        List.of(List.of("a b", "1,5", "say \"x\"", "two\nlines", "a\rb")),
                        Set.of())))
                .isEqualTo("plain,comma,quote,line,return\na b,\"1,5\",\"say \"\"x\"\"\",\"two\nlines\",\"a\rb\"\n");
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
