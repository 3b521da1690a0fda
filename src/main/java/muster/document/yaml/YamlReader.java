package muster.document.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads strict YAML 1.2: mappings, lists and scalars, with places. Duplicate keys, anchors, aliases, merge keys and tags
 * other than {@code !delete} and {@code !replace} are problems. After a syntax error the line is left out and reading goes
 * on, so that one report holds all problems.
 */
public final class YamlReader {
    /** The largest text that is read, in characters; the largest file of figures that people write is a tenth of it. */
    public static final int LARGEST = 4_000_000;

    // Enough to list what is wrong in a file, few enough to end soon on something that is no YAML.
    private static final int MOST_SYNTAX_ERRORS = 10;

    private final String file;
    private final List<String> lines;
    private final Problems problems;
    private final Set<Integer> brackets = new HashSet<>();

    private YamlReader(String file, String text, Problems problems) {
        this.file = file;
        this.lines = new ArrayList<>(text.lines().toList());
        this.problems = problems;
    }

    /**
     * The documents of a text. Those that are empty are left out.
     *
     * @param file the name for places
     * @param text the YAML text
     * @param problems where problems go
     */
    public static List<Document> read(String file, String text, Problems problems) {
        if (text.length() > LARGEST) {
            problems.error(
                    "too-large",
                    new Place(file, 1, 1),
                    String.format(Locale.ROOT, "%,d characters; at most %,d are read", text.length(), LARGEST));
            return List.of();
        }
        return new YamlReader(file, text, problems).documents();
    }

    private List<Document> documents() {
        for (int errors = leaveOutUnprintable(); errors <= MOST_SYNTAX_ERRORS; errors++) {
            Problems found = new Problems();
            Composer composer = new Composer(file, events(), found);
            try {
                List<Document> documents = composer.documents(errors > 0);
                found.sorted().forEach(problem -> problems.error(problem.code(), problem.place(), problem.message()));
                return documents;
            } catch (MarkedYamlEngineException e) {
                if (!leaveOut(e)) {
                    return List.of();
                }
            } catch (TooDeep e) {
                problems.error("too-deep", e.place, "nested more than %s deep".formatted(Composer.DEEPEST));
                return List.of();
            } catch (RuntimeException e) {
                // The engine lets other exceptions through on odd input, as NumberFormatException on "\UFFFFFFFF".
                problems.error(
                        "syntax",
                        composer.reached(),
                        "not YAML: what follows cannot be read (%s)".formatted(e.getMessage()));
                return List.of();
            }
        }
        return List.of();
    }

    private Iterator<Event> events() {
        String text = String.join("\n", lines) + "\n";
        // One buffer for all: with a smaller one the engine copies what is left of a long text again and again.
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(LARGEST + 1)
                .setBufferSize(text.length() + 1)
                .build();
        return new Parse(settings).parseString(text).iterator();
    }

    // Leaves out the line of a syntax error; false if there is none left.
    private boolean leaveOut(MarkedYamlEngineException e) {
        Optional<Mark> mark = SyntaxAdvice.origin(e);
        int stopped = mark.map(Mark::getLine).orElse(0);
        if (SyntaxAdvice.inBrackets(e) && !brackets.add(SyntaxAdvice.opened(e))) {
            // The same bracket again: it is the one to leave out.
            stopped = SyntaxAdvice.opened(e);
        } else {
            int line = written(stopped);
            String text = line < 0 ? "" : lines.get(line);
            int column = line == stopped ? mark.map(Mark::getColumn).orElse(0) : text.codePointCount(0, text.length());
            problems.error(
                    "syntax",
                    new Place(file, Math.max(line, 0) + 1, column + 1),
                    "not YAML: " + SyntaxAdvice.of(e, text));
        }
        int line = written(stopped);
        if (line >= 0) {
            lines.set(line, "");
        }
        return line >= 0;
    }

    // The line itself, or the last one before it that is not blank.
    private int written(int line) {
        int written = Math.min(line, lines.size() - 1);
        while (written >= 0 && lines.get(written).isBlank()) {
            written--;
        }
        return written;
    }

    // Control characters and halves of pairs, which the engine reports without a place.
    private int leaveOutUnprintable() {
        int errors = 0;
        for (int i = 0; i < lines.size() && errors <= MOST_SYNTAX_ERRORS; i++) {
            String line = lines.get(i);
            int column = 0;
            for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at)), column++) {
                if (!StreamReader.isPrintable(line.codePointAt(at))) {
                    problems.error(
                            "syntax",
                            new Place(file, i + 1, column + 1),
                            "not YAML: the character U+%04X cannot stand in a text".formatted(line.codePointAt(at)));
                    lines.set(i, "");
                    errors++;
                    break;
                }
            }
        }
        return errors;
    }

    /** Nesting beyond what any file of ours needs; a limit of its own because recursion would overflow the stack. */
    static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Place place;

        TooDeep(Place place) {
            super("too deep");
            this.place = place;
        }
    }
}
