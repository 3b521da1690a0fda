package muster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of a page.
 *
 * @param head the names of the columns
 * @param rows the cells
 */
record PageTable(List<String> head, List<List<String>> rows) {

    PageTable {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The lines of the table in Markdown. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line(head));
        lines.add(line(Collections.nCopies(head.size(), "---")));
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private static String line(List<String> cells) {
        return "| "
                + String.join(
                        " | ",
                        cells.stream().map(cell -> cell.replace("|", "\\|")).toList()) + " |";
    }

    /** This table with the last columns, which are written by hand, as they stand in a page beside the same first cell. */
    PageTable keeping(Page page, String mark) {
        Map<String, List<String>> written = new LinkedHashMap<>();
        page.table(mark).forEach(row -> written.put(row.get(0), row));
        List<List<String>> kept = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>(row);
            List<String> before = written.getOrDefault(row.get(0), List.of());
            while (cells.size() < head.size()) {
                cells.add(before.size() == head.size() ? before.get(cells.size()) : "");
            }
            kept.add(cells);
        }
        return new PageTable(head, kept);
    }

    void shouldBeFilled(Page page) {
        rows.forEach(row -> assertThat(row)
                .as("%s: the row of %s: cells that are written by hand", page.name(), row.get(0))
                .doesNotContain(""));
    }
}
