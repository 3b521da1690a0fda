package muster.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.cli.Main;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of a case.
 *
 * @param fuzzed the case
 * @param status the exit status
 * @param seconds how long it took
 * @param crash what only a fault of the program says, empty where there is none
 * @param nonsense what no result may hold, empty where there is none
 */
record FuzzRun(FuzzCase fuzzed, int status, double seconds, String crash, String nonsense) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<Integer> STATUSES = Set.of(0, 1, 2, 3);
    private static final Pattern FAULT = Pattern.compile("\\w+(Exception|Error)\\b.*|\\n\\tat .*|a fault of its own.*");
    // But for a word of the file, which messages quote.
    private static final Pattern NO_NUMBER = Pattern.compile("(?<!')(\\bNaN\\b|\\bInfinity\\b|\u221e)(?!')");
    // Of these there is never less than none.
    private static final Set<String> COUNTED = Set.of(
            "FLOP", "FLOP/s", "token", "token/s", "byte", "byte/s", "W", "USD", "researcher", "chip", "parameter", "s");

    /** Runs a case in a folder of its own, which holds nothing afterwards. */
    static FuzzRun of(FuzzCase fuzzed, Path folder) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try {
            Path file = Files.writeString(
                    folder.resolve(FuzzCase.NAME), fuzzed.file().isEmpty() ? "# none\n" : fuzzed.file());
            String[] arguments = fuzzed.arguments().stream()
                    .map(word -> word.replace(FuzzCase.FOLDER, folder.toString()))
                    .toArray(String[]::new);
            long start = System.nanoTime();
            String thrown = "";
            int status = -1;
            try {
                status = Main.run(arguments, new PrintWriter(out), new PrintWriter(err));
            } catch (RuntimeException | Error e) {
                thrown = e.toString();
            }
            double seconds = (System.nanoTime() - start) * 1e-9;
            Files.delete(file);
            String crash = thrown.isEmpty() ? crash(status, out.toString(), err.toString(), folder) : thrown;
            return new FuzzRun(fuzzed, status, seconds, crash, nonsense(fuzzed.arguments(), status, out.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String crash(int status, String out, String err, Path folder) throws IOException {
        String fault = FAULT.matcher(err)
                .results()
                .map(found -> found.group())
                .findFirst()
                .orElse("");
        if (!fault.isEmpty() || !STATUSES.contains(status)) {
            return "exit %d: %s".formatted(status, fault);
        }
        if (status >= 2 && !out.isEmpty()) {
            return "exit %d with a result on standard output".formatted(status);
        }
        if (status >= 1 && err.isBlank() && out.isBlank()) {
            return "exit %d without a word".formatted(status);
        }
        try (Stream<Path> left = Files.list(folder)) {
            return left.findAny()
                    .map(path -> "leaves the file " + path.getFileName())
                    .orElse("");
        }
    }

    /** What no result may hold: no number, JSON that is none, less than nothing of what is counted; empty where all is well. */
    static String nonsense(List<String> arguments, int status, String out) {
        if (status > 1) {
            return "";
        }
        // These print what the file says.
        boolean own = arguments.stream().anyMatch(Set.of("show", "explain", "diff", "list")::contains);
        // And changes of the command line are shown beside what came of them.
        String computed = arguments.stream().reduce(out, (text, argument) -> text.replace(argument, ""));
        if (!own && NO_NUMBER.matcher(computed).find()) {
            return "a result that is no number";
        }
        if (!arguments.contains("json") || out.isEmpty()) {
            return "";
        }
        try {
            return negative(JSON.readTree(out));
        } catch (JacksonException e) {
            return "JSON that cannot be read: " + e.getOriginalMessage();
        }
    }

    // A number beside the unit of what is counted, below zero.
    private static String negative(JsonNode node) {
        JsonNode value = node.path("value");
        if (value.isNumber()
                && value.asDouble() < 0
                && COUNTED.contains(node.path("unit").asString(""))) {
            return "%s %s".formatted(value, node.path("unit").asString(""));
        }
        return node.values().stream()
                .map(FuzzRun::negative)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The fault in one line with what makes it again, empty where all is well. */
    String fault() {
        return crash.isEmpty() && nonsense.isEmpty()
                ? ""
                : "case %d: %s%s%n  muster %s%n%s"
                        .formatted(
                                fuzzed.number(),
                                crash,
                                nonsense,
                                String.join(" ", fuzzed.arguments()),
                                fuzzed.file().indent(4));
    }

    /** What a fault says without its numbers, by which faults of one kind are known. */
    String kind() {
        return (crash + nonsense).replaceAll("[0-9]+", "0");
    }
}
