package muster.published;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.document.In;
import muster.document.yaml.Text;
import muster.uncertainty.Input;
import muster.unit.Quantity;

/**
 * A column of a printed table, whose cells are replayed alike.
 *
 * @param published what the table says, as {@code Table 3, tokens}
 * @param tolerance how far ours may be off in a cell, as a part of the printed value
 * @param computedBy how Muster computes a cell
 * @param verdict what we found, of every cell that says nothing else
 * @param reason why, in one line
 * @param rows the rows by name
 */
public record PublishedTable(
        Text published,
        @In("1") Input tolerance,
        FigureComputation.Estimated computedBy,
        ReplayVerdict verdict,
        String reason,
        Map<String, Row> rows) {

    /**
     * A row, with the cell of this column.
     *
     * @param printed the words that were printed
     * @param value the number that they state, in its unit
     * @param set changes to the scenario beside those of the table, as {@code training.compute=5.76e23 FLOP}
     * @param verdict what we found, where it is something else than in the other cells
     * @param reason why it is
     */
    public record Row(
            String printed,
            Quantity value,
            Optional<List<String>> set,
            Optional<ReplayVerdict> verdict,
            Optional<String> reason) {}

    /** Each cell as a figure of its own. */
    List<PrintedFigure> printed(String tableName) {
        return rows.entrySet().stream()
                .map(row -> new PrintedFigure(
                        tableName + "." + row.getKey(),
                        Optional.of(new TableCell(tableName, row.getKey(), this)),
                        figure(row.getValue())))
                .toList();
    }

    private PublishedFigure figure(Row row) {
        Text words = new Text(published.value() + ": " + row.printed(), published.place(), published.source());
        ReplayFinding finding = new ReplayFinding.Computed(
                row.value(),
                tolerance,
                computedBy.with(row.set().orElse(List.of())),
                row.verdict().orElse(verdict),
                row.reason().orElse(reason));
        return new PublishedFigure(words, finding);
    }
}
