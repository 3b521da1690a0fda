package muster.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every command that the documentation shows, and compares what it prints.
 *
 * <p>A {@code yaml} block whose first line is {@code # file: NAME} is a file that the commands below it can use. In a
 * {@code console} block a line that begins with {@code $ ./muster} is run, and a line {@code ...} of its output stands
 * for any lines. Between the marks {@code program CLASS} and {@code printed CLASS} stand a program and its output.
 */
class DocsTest {
    private static final String FILE = "# file: ";

    static List<Named<Page>> pages() {
        // -Ddocs.page=scale runs the pages of that name alone.
        return Page.all().stream()
                .filter(page -> page.name().contains(System.getProperty("docs.page", "")))
                .map(page -> Named.of(page.name(), page))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commandsPrintWhatThePageShows(Page page, @TempDir Path folder) {
        Console console = new Console(folder);
        List<String> made = new ArrayList<>();
        List<String> block = new ArrayList<>();
        String language = "";
        for (String line : page.lines()) {
            if (!line.startsWith("```")) {
                (language.isEmpty() ? made : block).add(line);
            } else if (language.isEmpty()) {
                made.add(line);
                language = line.equals("```") ? "text" : line.substring("```".length());
            } else {
                made.addAll(block(language, block, console, page.name() + ":" + made.size()));
                made.add(line);
                block.clear();
                language = "";
            }
        }
        page.shouldBe(new Page(page.name(), made));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void programsAndWhatTheyPrintAreThoseOfTheirSource(Page page) {
        Page made = page;
        for (String mark : page.marks()) {
            if (mark.startsWith(Program.SOURCE)) {
                made = made.with(made.marked(mark), Program.named(mark).source());
            } else if (mark.startsWith(Program.PRINTED)) {
                made = made.with(made.marked(mark), Program.named(mark).printed());
            }
        }
        page.shouldBe(made);
    }

    private static List<String> block(String language, List<String> lines, Console console, String place) {
        if (language.equals("console")) {
            return console.replay(lines, place);
        }
        if (language.equals("yaml") && !lines.isEmpty() && lines.get(0).startsWith(FILE)) {
            console.write(lines.get(0).substring(FILE.length()), lines);
        }
        return List.copyOf(lines);
    }
}
