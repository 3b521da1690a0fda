package muster.scaling.fit;

import java.io.File;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.catalog.EntryKind;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Csv;
import muster.document.yaml.Text;
import muster.document.yaml.TextFile;

/**
 * Training runs of a publication, to fit a law to.
 *
 * @param table the runs as a table of comma-separated values with a head, as {@code muster scale fit} reads it from a file
 */
public record PublishedRuns(Text table) {

    /** Training runs in the catalog. */
    public static final EntryKind<PublishedRuns> KIND =
            new EntryKind<>("training-runs/v1", "training-runs", PublishedRuns.class);

    /**
     * The table of a file or of an entry of the catalog: an entry, unless there is only a file of that name, or none of either and
     * the name looks like one. What cannot be read is reported.
     */
    public static Optional<Csv> find(Text name, Catalog catalog, Problems problems) {
        String source = name.value();
        boolean file = !catalog.ids(KIND).contains(source)
                && (source.contains(".") || source.contains("/") || new File(source).exists());
        return file
                ? TextFile.path(source, new Place(source, 1, 1), problems).flatMap(path -> Csv.read(path, problems))
                : catalog.get(KIND, name, problems).flatMap(runs -> runs.csv(problems));
    }

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
