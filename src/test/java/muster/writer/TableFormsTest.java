package muster.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import muster.view.Data;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Section;
import muster.view.View;
import org.junit.jupiter.api.Test;

final class TableFormsTest {

    private record OneGrid(Grid rows) implements View {
        @Override
        public String title() {
            return "a table";
        }

        @Override
        public List<Section> sections(Medium medium) {
            return List.of(rows);
        }

        @Override
        public Data data() {
            return Data.NOTHING;
        }
    }

    @Test
    void columnsAreAsWideAsTheirWidestCellWithNumbersSetRight() {
        Grid grid = Grid.of(
                List.of("name", "value", "unit"),
                List.of(List.of("a", "1,000", "s"), List.of("longer", "2", "token/s")),
                Set.of(1));

        assertThat(TextTable.of(grid)).isEqualTo("""
                        name    value  unit
                        a       1,000  s
                        longer      2  token/s
                        """);
    }

    @Test
    void aGridWithoutRowsIsItsHead() {
        assertThat(TextTable.of(Grid.of(List.of("a", "b"), List.of(), Set.of()))).isEqualTo("a  b\n");
    }

    @Test
    void anEmptyColumnTakesTheRoomOfALetter() {
        Grid grid = Grid.of(List.of("", "b"), List.of(List.of("", "x")), Set.of());

        assertThat(TextTable.of(grid)).isEqualTo("   b\n   x\n");
    }

    @Test
    void barsInCellsDoNotEndAColumnOfMarkdown() {
        Grid grid = Grid.of(List.of("a", "b"), List.of(List.of("x|y", "1")), Set.of(1));

        assertThat(new MarkdownWriter().write(new OneGrid(grid))).isEqualTo("""
                        | a | b |
                        | --- | ---: |
                        | x\\|y | 1 |
                        """);
    }

    @Test
    void cellsWithCommasQuotesAndLineEndsAreQuotedInCsv() {
        Grid grid = Grid.of(
                List.of("plain", "comma", "quote", "line"),
                List.of(List.of("a b", "1,5", "say \"x\"", "two\nlines")),
                Set.of());

        assertThat(CsvWriter.of(grid)).isEqualTo("plain,comma,quote,line\na b,\"1,5\",\"say \"\"x\"\"\",\"two\nlines\"\n");
    }
}
