package muster.writer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import muster.text.Harmless;
import muster.view.Grid;

/** A table as lines, each column as wide as its widest cell, numbers set right. */
final class TextTable {
    private final Grid grid;
    private final List<List<String>> lines = new ArrayList<>();
    private final int[] widths;

    private TextTable(Grid grid) {
        this.grid = grid;
        lines.add(grid.head());
        lines.addAll(grid.texts());
        lines.replaceAll(row -> row.stream().map(TextTable::oneLine).toList());
        widths = new int[grid.head().size()];
        // A column without letters takes the room of one.
        Arrays.fill(widths, 1);
        for (List<String> row : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
    }

    static String of(Grid grid) {
        TextTable table = new TextTable(grid);
        int above = grid.rule().map(rule -> rule.above() + 1).orElse(0);
        return table.lines(0, above)
                + grid.rule()
                        .map(rule -> "--- %s ---\n".formatted(oneLine(rule.words())))
                        .orElse("")
                + table.lines(above, table.lines.size());
    }

    private String lines(int from, int to) {
        return lines.subList(from, to).stream().map(this::line).collect(Collectors.joining());
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            String space = " ".repeat(widths[i] - width(cell));
            line.append(i == 0 ? "" : "  ").append(grid.numbers().contains(i) ? space + cell : cell + space);
        }
        return Blocks.line(line.toString());
    }

    private static String oneLine(String cell) {
        return Harmless.line(cell);
    }

    // Letters outside the basic plane are two chars and one column.
    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
