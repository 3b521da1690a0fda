package muster.cli;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import muster.diagnostic.Problems;
import muster.document.yaml.Csv;
import muster.document.yaml.Text;
import muster.file.OutputFile;
import muster.file.Temporary;
import muster.writer.CsvWriter;

/**
 * The file of a sweep, which grows beside its name and takes it when it is whole. What an interrupted sweep left is gone on
 * with if it was the same sweep, which its first line tells.
 */
final class SweepFile implements Closeable {
    private final OutputFile file;
    private final Path growing;
    private final String key;

    /**
     * A file, which no other sweep writes until this is closed.
     *
     * @param path where it is to be
     * @param key what the sweep is made of, in one line
     */
    SweepFile(Path path, String key) throws IOException {
        this.file = OutputFile.open(path);
        this.growing = file.path().resolveSibling("." + file.path().getFileName() + ".part");
        this.key = "# " + key.replaceAll("\\R", " ");
    }

    // The rows that are there already, with the head; none where there is nothing of this sweep, as behind a link.
    private List<List<String>> begun() throws IOException {
        if (!Files.isRegularFile(growing, LinkOption.NOFOLLOW_LINKS) || !isOurs()) {
            return List.of();
        }
        String text = Files.readString(growing);
        // A row that was being written is written again.
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        return Csv.of(growing.toString(), whole, new Problems()).stream()
                .flatMap(csv -> Stream.concat(Stream.of(csv.head()), csv.rows().stream()))
                .map(row -> row.stream().map(Text::value).toList())
                .toList();
    }

    private boolean isOurs() throws IOException {
        byte[] first = (key + "\n").getBytes(StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(growing)) {
            return Arrays.equals(in.readNBytes(first.length), first);
        }
    }

    /** Writes the head and the rows that are not there yet, each as soon as it is computed; tells how many there are. */
    void fill(SweepComputation sweep, LongConsumer done) throws IOException {
        List<List<String>> rows = new ArrayList<>(begun());
        if (rows.isEmpty()) {
            rows.add(sweep.report().head());
        }
        rows.stream().skip(1).forEach(sweep.report()::count);
        // A new file takes the name, so that nothing is written to what stood there.
        try (Temporary fresh = Temporary.beside(growing);
                Writer out = new OutputStreamWriter(fresh.stream(), StandardCharsets.UTF_8)) {
            out.write(key + "\n");
            for (List<String> row : rows) {
                out.write(CsvWriter.line(row));
            }
            out.flush();
            fresh.become();
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

    /** Gives the whole file its name. */
    void finish() throws IOException {
        file.replace(this::rows);
        Files.delete(growing);
    }

    /** Gives the whole file its form and its name. Where that fails, the rows stay for another try. */
    void finish(Form form) throws IOException {
        try (Temporary csv = Temporary.beside(growing);
                Temporary whole = Temporary.beside(file.path())) {
            rows(csv.stream());
            form.write(csv.path(), whole.path());
            whole.become();
        }
        Files.delete(growing);
    }

    // The table without its first line.
    private void rows(OutputStream out) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(growing)) {
            lines.readLine();
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            lines.transferTo(writer);
            writer.flush();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
