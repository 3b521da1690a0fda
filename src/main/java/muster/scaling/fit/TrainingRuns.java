package muster.scaling.fit;

import java.util.Optional;
import muster.catalog.Kind;
import muster.diagnostic.Problems;
import muster.document.Csv;
import muster.document.Text;

/**
 * Training runs of a publication, to fit a law to.
 *
 * @param table the runs as a table of comma-separated values with a head, as {@code muster scale fit} reads it from a file
 */
public record TrainingRuns(Text table) {

    /** Training runs in the catalog. */
    public static final Kind<TrainingRuns> KIND = new Kind<>("training-runs/v1", "training-runs", TrainingRuns.class);

    /**
     * The table, with the places of the file that it stands in.
     *
     * @param problems where problems of its form go
     */
    public Optional<Csv> csv(Problems problems) {
        // A block of text begins on the line after its key.
        String placed = "\n".repeat(table.place().line()) + table.value();
        return Csv.of(table.place().file(), placed, problems);
    }
}
