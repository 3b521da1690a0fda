package muster.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The file of a sweep, which grows beside its name and takes it when it is whole. What an interrupted sweep left is gone on
 * with if it was the same sweep, which its first line tells.
 */
final class SweepFile {
    private final Path path;
    private final Path growing;
    private final String key;

    SweepFile(Path path, String key) {
        this.path = path;
        this.growing = path.resolveSibling("." + path.getFileName() + ".part");
        this.key = "# " + key;
    }

    /** The lines that are there already: whole ones, without the first. */
    List<String> begun() throws IOException {
        if (Files.exists(growing)) {
            String text = Files.readString(growing);
            List<String> lines =
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
            if (!lines.isEmpty() && lines.get(0).equals(key)) {
                return lines.subList(1, lines.size());
            }
        }
        return List.of();
    }

    /** Where lines are added after those that are there. */
    BufferedWriter writer(List<String> lines) throws IOException {
        List<String> all = new ArrayList<>(List.of(key));
        all.addAll(lines);
        Files.write(growing, all);
        return Files.newBufferedWriter(growing, StandardOpenOption.APPEND);
    }

    /** Gives the whole file its name. */
    void finish() throws IOException {
        List<String> lines = Files.readAllLines(growing);
        Files.write(growing, lines.subList(1, lines.size()));
        Files.move(growing, path, StandardCopyOption.REPLACE_EXISTING);
    }
}
