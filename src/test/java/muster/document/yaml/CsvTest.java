package muster.document.yaml;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.diagnostic.Problems;
import muster.testing.Reported;
import muster.testing.Seeded.Draws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comma-separated values, read and written. */
final class CsvTest {
    private static final List<String> PIECES = List.of(
            "a", "7", " ", "\t", "\"", "\"\"", ",", "\n", "\r", "\r\n", "#", "\ufeff", "=", "'", ";", "\u00e9",
            "\u2028");

    private static List<List<Text>> cells(String text) {
        Problems problems = new Problems();
        Csv csv = Csv.of("f.csv", text, problems).orElseThrow();
        return Stream.concat(Stream.of(csv.head()), csv.rows().stream()).toList();
    }

    private static List<List<String>> values(String text) {
        return cells(text).stream()
                .map(row -> row.stream().map(Text::value).toList())
                .toList();
    }

    @Test
    void aCellKnowsItsPlace() {
        List<List<Text>> cells = cells("# a comment\na, b\n\n\"x\ny\",\"p \"\"q\"\"\"\n1,2\n");

        assertThat(cells.stream()
                        .flatMap(List::stream)
                        .map(cell -> "%s:%s %s"
                                .formatted(cell.place().line(), cell.place().column(), cell.value()))
                        .toList())
                .containsExactly("2:1 a", "2:3 b", "4:1 x\ny", "5:4 p \"q\"", "6:1 1", "6:3 2");
    }

    // With the ends of lines of Unix, of Windows and of a Macintosh of old, and with a mark of the order of bytes.
    @ParameterizedTest
    @CsvSource({"LF,''", "CRLF,''", "CR,''", "LF,BOM", "CRLF,BOM", "CR,BOM"})
    void anyEndOfLineIsRead(String end, String mark) {
        String line = end.replace("CR", "\r").replace("LF", "\n");
        String text = (mark.isEmpty() ? "" : "\ufeff") + "a,b" + line + "1,\"2,3\"" + line;

        assertThat(values(text)).containsExactly(List.of("a", "b"), List.of("1", "2,3"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            delimiter = ';',
            value = {
                "a,b@1,\"open,2@; 2:3 open-quote; -",
                "a,b@\"x\"y,1@2,3@; 2:4 after-quote; 2:1 wrong-width",
                "a,b@1@2,3,4@; 2:1 wrong-width; 3:1 wrong-width",
                "#@; 1:1 empty; -",
            })
    void everyProblemIsToldWhereItIs(String text, String one, String other) {
        Problems problems = new Problems();

        assertThat(Csv.of("f.csv", text.replace('@', '\n'), problems)).isEmpty();
        assertThat(Reported.in(problems)).contains("f.csv:" + one);
        assertThat(other.equals("-") || Reported.in(problems).contains("f.csv:" + other))
                .as(other)
                .isTrue();
    }

    private static List<List<String>> table(Draws draws) {
        int width = draws.whole(2, 4);
        List<List<String>> table = new ArrayList<>();
        for (int row = draws.whole(1, 4); row > 0; row--) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < width; column++) {
                StringBuilder cell = new StringBuilder();
                for (int i = draws.whole(0, 4); i > 0; i--) {
                    cell.append(draws.oneOf(PIECES));
                }
                cells.add(cell.toString());
            }
            table.add(cells);
        }
        return table;
    }

    @Test
    void tablesReadBackAsTheyWere() {
        forAll(
                21,
                2_000,
                CsvTest::table,
                table -> assertThat(values(table.stream().map(Csv::line).collect(Collectors.joining())))
                        .isEqualTo(table));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            delimiter = ';',
            value = {
                "a; a",
                "3.5 TB/s; 3.5 TB/s",
                "a,b; \"a,b\"",
                "a\"b; \"a\"\"b\"",
                "#1; \"#1\"",
                "a#1; a#1",
                "| a|; \" a\"",
                "|a |; \"a \"",
                "||; ||",
            })
    void onlyWhatNeedsQuotesHasThem(String cell, String written) {
        assertThat(Csv.line(List.of(cell, "x"))).isEqualTo(written + ",x\n");
    }
}
