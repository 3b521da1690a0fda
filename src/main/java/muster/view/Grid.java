package muster.view;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table: rows of cells under a head.
 *
 * @param head the names of the columns
 * @param rows the cells, as many in each row as there are columns
 * @param numbers the columns that hold numbers and are set right, counted from 0
 * @param rule a line between rows
 * @param prose whether cells hold sentences, so that the table fills a page and falls apart into lines on a narrow one
 */
public record Grid(List<String> head, List<List<Words>> rows, Set<Integer> numbers, Optional<Rule> rule, boolean prose)
        implements Section {

    /**
     * A line between rows that says something.
     *
     * @param above how many rows stand above it
     * @param words what it says
     */
    public record Rule(int above, String words) {}

    /** @throws IllegalArgumentException for a row of more or fewer cells than columns */
    public Grid {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        numbers = Set.copyOf(numbers);
        for (List<Words> row : rows) {
            if (row.size() != head.size()) {
                throw new IllegalArgumentException("%s cells under %s".formatted(row.size(), head));
            }
        }
    }

    /** A table of plain cells. */
    public static Grid of(List<String> head, List<List<String>> rows, Set<Integer> numbers) {
        return ofWords(
                head,
                rows.stream().map(row -> row.stream().map(Words::of).toList()).toList(),
                numbers);
    }

    /** A table of cells that lead elsewhere or are of several styles. */
    public static Grid ofWords(List<String> head, List<List<Words>> rows, Set<Integer> numbers) {
        return new Grid(head, rows, numbers, Optional.empty(), false);
    }

    /** The same with a line between rows that says something. */
    public Grid ruled(int above, String words) {
        return new Grid(head, rows, numbers, Optional.of(new Rule(above, words)), prose);
    }

    /** The same as a table of sentences. */
    public Grid ofProse() {
        return new Grid(head, rows, numbers, rule, true);
    }

    /** The cells as letters alone. */
    public List<List<String>> texts() {
        return rows.stream().map(row -> row.stream().map(Words::text).toList()).toList();
    }

    @Override
    public <T> T accept(SectionVisitor<T> visitor) {
        return visitor.grid(this);
    }
}
