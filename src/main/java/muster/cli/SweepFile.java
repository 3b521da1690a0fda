package muster.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import muster.diagnostic.Problems;
import muster.document.yaml.Csv;
import muster.document.yaml.Text;
import muster.writer.CsvWriter;

/**
 * The file of a sweep, which grows beside its name and takes it when it is whole. What an interrupted sweep left is gone on
 * with if it was the same sweep, which its first line tells.
 */
final class SweepFile {
    private final Path path;
    private final Path growing;
    private final String key;

    /**
     * A file.
     *
     * @param path where it is to be
     * @param key what the sweep is made of, in one line
     */
    SweepFile(Path path, String key) {
        this.path = path;
        this.growing = path.resolveSibling("." + path.getFileName() + ".part");
        this.key = "# " + key;
    }

    // The rows that are there already, with the head; none where there is nothing of this sweep.
    private List<List<String>> begun() throws IOException {
        if (!Files.exists(growing)) {
            return List.of();
        }
        String text = Files.readString(growing);
        // A row that was being written is written again.
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        if (!whole.startsWith(key + "\n")) {
            return List.of();
        }
        return Csv.of(growing.toString(), whole, new Problems()).stream()
                .flatMap(csv -> Stream.concat(Stream.of(csv.head()), csv.rows().stream()))
                .map(row -> row.stream().map(Text::value).toList())
                .toList();
    }

    // Where rows are added after those that are there.
    private BufferedWriter writer(List<List<String>> rows) throws IOException {
        StringBuilder text = new StringBuilder(key).append('\n');
        rows.forEach(row -> text.append(CsvWriter.line(row)));
        Files.writeString(growing, text);
        return Files.newBufferedWriter(growing, StandardOpenOption.APPEND);
    }

    /** Writes the head and the rows that are not there yet, each as soon as it is computed; tells how many there are. */
    void fill(SweepComputation sweep, LongConsumer done) throws IOException {
        List<List<String>> rows = new ArrayList<>(begun());
        if (rows.isEmpty()) {
            rows.add(sweep.report().head());
        }
        rows.stream().skip(1).forEach(sweep.report()::count);
        try (BufferedWriter out = writer(rows)) {
            for (int i = rows.size() - 1; i < sweep.points().size(); i++) {
                out.write(CsvWriter.line(sweep.row(sweep.points().get(i))));
                out.flush();
                done.accept(i + 1L);
            }
        }
    }

    /** Makes the file that a user wants of a table in CSV. */
    @FunctionalInterface
    interface Form {
        void write(Path csv, Path to) throws IOException;
    }

    /** Gives the whole file its form and its name. Where that fails, the rows stay for another try. */
    void finish(Form form) throws IOException {
        Path csv = path.resolveSibling("." + path.getFileName() + ".csv");
        Path whole = path.resolveSibling("." + path.getFileName() + ".whole");
        try {
            Files.writeString(csv, Files.readString(growing).substring(key.length() + 1));
            form.write(csv, whole);
            Files.move(whole, path, StandardCopyOption.REPLACE_EXISTING);
            Files.delete(growing);
        } finally {
            Files.deleteIfExists(csv);
            Files.deleteIfExists(whole);
        }
    }
}
