package muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GridTest {

    @Test
    void columnsAreAsWideAsTheirWidestCellWithNumbersSetRight() {
        Grid grid = new Grid(
                List.of("name", "value", "unit"),
                List.of(List.of("a", "1,000", "s"), List.of("longer", "2", "token/s")),
                Set.of(1));

        assertThat(grid.text()).isEqualTo("""
                        name    value  unit
                        a       1,000  s
                        longer      2  token/s
                        """);
    }

    @Test
    void aGridWithoutRowsIsItsHead() {
        assertThat(new Grid(List.of("a", "b"), List.of(), Set.of()).text()).isEqualTo("a  b\n");
    }

    @Test
    void anEmptyColumnNeedsNoWidth() {
        Grid grid = new Grid(List.of("", "b"), List.of(List.of("", "x")), Set.of());

        assertThat(grid.text().lines().map(String::strip)).containsExactly("b", "x");
    }

    @Test
    void barsInCellsDoNotEndAColumnOfMarkdown() {
        Grid grid = new Grid(List.of("a", "b"), List.of(List.of("x|y", "1")), Set.of(1));

        assertThat(grid.markdown()).isEqualTo("""
                        | a | b |
                        | --- | ---: |
                        | x\\|y | 1 |
                        """);
    }

    @Test
    void cellsWithCommasQuotesAndLineEndsAreQuotedInCsv() {
        Grid grid = new Grid(
                List.of("plain", "comma", "quote", "line"),
                List.of(List.of("a b", "1,5", "say \"x\"", "two\nlines")),
                Set.of());

        assertThat(grid.csv()).isEqualTo("plain,comma,quote,line\na b,\"1,5\",\"say \"\"x\"\"\",\"two\nlines\"\n");
    }
}
