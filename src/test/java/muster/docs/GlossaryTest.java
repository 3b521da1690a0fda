package muster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the field: each stands once in the glossary, with its source, and what it replaced stands nowhere. */
class GlossaryTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir", "."));
    private static final Path GLOSSARY = ROOT.resolve("docs/glossary.md");
    private static final int MOST_LINES = 200;

    /**
     * A word that is used no longer.
     *
     * @param old what to find
     * @param instead the word that took its place
     * @param except what may stand nevertheless: a longer word that holds it, or a figure whose name is stable
     */
    private record Retired(Pattern old, String instead, Pattern except) {}

    private static final List<Retired> WORDS = words();

    @Test
    void everyTermStandsOnceInOrderWithASource() throws IOException {
        List<String[]> rows = rows();
        List<String> terms = rows.stream().map(row -> row[0]).toList();
        assertThat(terms).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER).doesNotHaveDuplicates();
        for (String[] row : rows) {
            assertThat(row).as(row[0]).hasSize(5).allMatch(cell -> !cell.isBlank());
            assertThat(row[4])
                    .as("source of %s", row[0])
                    .matches("(?s).*(\\d{4}|documentation|guide|Own term|data sheet).*");
        }
        assertThat(Files.readAllLines(GLOSSARY)).hasSizeLessThanOrEqualTo(MOST_LINES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"README.md", "CONTRIBUTING.md", "docs", "hardware-catalog", "schema", "src/test/resources/golden"
            })
    void noFileUsesARetiredWord(String folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            for (Path file : files.filter(GlossaryTest::isShown).sorted().toList()) {
                found.addAll(retired(ROOT.relativize(file).toString(), Files.readString(file)));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noHelpUsesARetiredWord() {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, String> help : helps().entrySet()) {
            found.addAll(retired("muster " + help.getKey(), help.getValue()));
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "estimate essay-2023-measured --explain",
                "estimate world-2025-serve --format json",
                "throughput --model llama-3.1-70b --chip nvidia-h100-sxm --formats fp8 --explain",
                "throughput --model llama-3.1-70b --chip nvidia-h100-sxm --formats fp8 --format json",
                "allocate mixed-fleet --explain",
                "allocate mixed-fleet-hurried --format json",
                "compare small-model --techniques fp8,disaggregated-prefill,speculate,fp4-after-training",
                "accuracy gains"
            })
    void noOutputUsesARetiredWord(String command) {
        assertThat(retired("muster " + command, output(command.split(" ")))).isEmpty();
    }

    // The history and the glossary name old words on purpose; measurements keep the words of their sources.
    private static boolean isShown(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && (name.endsWith(".md") || name.endsWith(".yaml") || name.endsWith(".json") || name.endsWith(".txt"))
                && !name.equals("CHANGELOG.md")
                && !file.equals(GLOSSARY);
    }

    private static List<String> retired(String where, String text) {
        List<String> found = new ArrayList<>();
        int number = 0;
        List<Retired> words =
                WORDS.stream().filter(word -> word.old().matcher(text).find()).toList();
        for (String line : text.split("\n", -1)) {
            number++;
            for (Retired word : words) {
                if (!word.old().matcher(line).find()) {
                    continue;
                }
                Matcher match = word.old().matcher(word.except().matcher(line).replaceAll(""));
                if (match.find()) {
                    found.add("%s:%d: '%s', now '%s'".formatted(where, number, match.group(), word.instead()));
                }
            }
        }
        return found;
    }

    private static List<Retired> words() {
        return lines("src/test/resources/muster/docs/retired-words.tsv").stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(cells -> new Retired(
                        Pattern.compile(letterFirst(cells[0]), Pattern.MULTILINE),
                        cells[1],
                        Pattern.compile(cells.length > 2 ? cells[2] : "(?!)")))
                .toList();
    }

    // Megabytes are looked through for each word: a letter is cheaper to see than the boundary before it.
    private static String letterFirst(String word) {
        return word.replaceFirst("^\\\\b(\\w|\\[\\w+])", "(?=$1)$0");
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(GLOSSARY).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| term ") && !line.startsWith("| ---"))
                .map(line -> line.substring(2, line.length() - 2).split(" \\| "))
                .toList();
    }

    /** What every command says of itself, found by following the commands that each lists. */
    private static Map<String, String> helps() {
        Map<String, String> helps = new LinkedHashMap<>();
        List<String> open = new ArrayList<>(List.of(""));
        while (!open.isEmpty()) {
            String command = open.remove(0);
            String help = output((command + " --help").strip().split(" "));
            helps.put(command, help);
            int from = help.indexOf("Commands:\n");
            if (from >= 0) {
                help.substring(from)
                        .lines()
                        .skip(1)
                        .takeWhile(line -> line.startsWith("  "))
                        .filter(line -> line.matches("  \\S.*"))
                        .forEach(line -> open.add((command + " " + line.strip().replaceFirst(" .*", "")).strip()));
            }
        }
        return helps;
    }

    private static String output(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Main.run(arguments, new PrintWriter(out), new PrintWriter(err));
        return out.toString() + err;
    }
}
