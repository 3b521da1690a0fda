package muster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.cli.Main;

/**
 * Runs what a page shows. The files that the page gives lie in a folder, and the folder's name is left out of what is
 * printed, so that it reads as if that folder were the one that the reader is in.
 */
final class Console {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private final Path folder;
    private int status;

    Console(Path folder) {
        this.folder = folder;
    }

    void write(String file, List<String> lines) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a block, commands and outputs, as they should be. */
    List<String> replay(List<String> block, String place) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < block.size(); ) {
            String command = block.get(i);
            assertThat(command)
                    .as("%s: a console block begins with a command", place)
                    .startsWith("$ ");
            int end = i + 1;
            while (end < block.size() && !block.get(end).startsWith("$ ")) {
                end++;
            }
            lines.add(command);
            lines.addAll(output(command.substring(2), block.subList(i + 1, end), place));
            i = end;
        }
        return lines;
    }

    private List<String> output(String command, List<String> shown, String place) {
        if (command.startsWith("./muster")) {
            String line = command.substring("./muster".length()).replaceFirst("\\s# .*", "");
            List<String> lines = Elision.refresh(shown, muster(words(line)));
            // What a command says of its failure comes last.
            assertThat(status == 0
                            || (!shown.isEmpty() && !shown.get(shown.size() - 1).equals(Elision.ANY)))
                    .as("%s: %s fails, and what it says is left out", place, command)
                    .isTrue();
            return lines;
        }
        if (command.equals("echo $?")) {
            return List.of(Integer.toString(status));
        }
        assertThat(command).as("%s: a command that no test can run", place).startsWith("mvn ");
        return shown;
    }

    private List<String> muster(List<String> words) {
        StringWriter text = new StringWriter();
        PrintWriter printed = new PrintWriter(text);
        // The folder that init makes stands at once behind it.
        int init = words.indexOf("init");
        String made = init >= 0 && init + 1 < words.size() ? words.get(init + 1) : "";
        String[] arguments = words.stream()
                .map(word -> (!made.isEmpty() && word.equals(made)) || given(word)
                        ? folder.resolve(word).toString()
                        : word)
                .toArray(String[]::new);
        status = Main.run(arguments, printed, printed);
        printed.flush();
        return CatalogHash.masked(text.toString().replace(folder + "/", ""))
                .lines()
                .toList();
    }

    private boolean given(String word) {
        return !word.isEmpty() && Files.exists(folder.resolve(word));
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words;
    }
}
