package muster.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import muster.document.Csv;

/**
 * Rows of cells under a head, ready to be written in any format.
 *
 * @param head the names of the columns
 * @param rows the cells
 * @param numbers the columns that hold numbers and are set right
 */
public record Grid(List<String> head, List<List<String>> rows, Set<Integer> numbers) {

    public Grid {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        numbers = Set.copyOf(numbers);
    }

    /** Columns apart by two spaces. */
    public String text() {
        return text(rows.size(), "");
    }

    /**
     * The same with a line between rows.
     *
     * @param above how many rows stand above the line
     * @param words what the line says; nothing is written where it says nothing
     */
    String text(int above, String words) {
        List<List<String>> all = new ArrayList<>(rows);
        all.add(0, head);
        int[] widths = new int[head.size()];
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        String ruled = words.isEmpty() ? "" : "--- " + words + " ---\n";
        return all.stream().limit(above + 1L).map(row -> line(row, widths)).collect(Collectors.joining())
                + ruled
                + all.stream().skip(above + 1L).map(row -> line(row, widths)).collect(Collectors.joining());
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            String format = (numbers.contains(i) ? "%" : "%-") + Math.max(1, widths[i]) + "s";
            line.append(i == 0 ? "" : "  ").append(String.format(Locale.ROOT, format, cell));
        }
        return line.toString().stripTrailing() + "\n";
    }

    /** A table in Markdown. */
    public String markdown() {
        StringBuilder text = new StringBuilder("| " + String.join(" | ", head) + " |\n|");
        for (int i = 0; i < head.size(); i++) {
            text.append(numbers.contains(i) ? " ---: |" : " --- |");
        }
        text.append('\n');
        rows.forEach(row -> text.append("| ")
                .append(row.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ")))
                .append(" |\n"));
        return text.toString();
    }

    /** Comma-separated values by RFC 4180. */
    public String csv() {
        return Csv.line(head) + rows.stream().map(Csv::line).collect(Collectors.joining());
    }
}
