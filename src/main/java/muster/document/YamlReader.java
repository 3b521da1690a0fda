package muster.document;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.Mark;

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

    private YamlReader() {}

    /**
     * The documents of a text. Those that are empty are left out.
     *
     * @param file the name for places
     * @param text the YAML text
     * @param problems where problems go
     */
    public static List<Document> read(String file, String text, Problems problems) {
        if (text.length() > LARGEST) {
            problems.error("too-large", new Place(file, 1, 1), "%,d characters; at most %,d are read".formatted(text.length(), LARGEST));
            return List.of();
        }
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int errors = 0; ; errors++) {
            boolean mended = errors > 0;
            Problems found = new Problems();
            try {
                List<Document> documents = compose(file, String.join("\n", lines), mended, found);
                found.sorted().forEach(problem -> problems.error(problem.code(), problem.place(), problem.message()));
                return documents;
            } catch (MarkedYamlEngineException e) {
                Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
                int line = mark.map(Mark::getLine).orElse(0);
                Place place = new Place(file, line + 1, mark.map(Mark::getColumn).orElse(0) + 1);
                problems.error("syntax", place, "not YAML: " + SyntaxAdvice.of(e, line < lines.size() ? lines.get(line) : ""));
                if (errors == MOST_SYNTAX_ERRORS || line >= lines.size() || lines.get(line).isBlank()) {
                    return List.of();
                }
                lines.set(line, "");
            } catch (TooDeep e) {
                problems.error("too-deep", e.place, "nested more than %d deep".formatted(Composer.DEEPEST));
                return List.of();
            } catch (RuntimeException e) {
                // The engine lets other exceptions through on odd input, as IllegalArgumentException on the tag "!%20".
                problems.error("syntax", new Place(file, 1, 1), "not YAML: " + e.getMessage());
                return List.of();
            }
        }
    }

    private static List<Document> compose(String file, String text, boolean mended, Problems problems) {
        LoadSettings settings = LoadSettings.builder().setLabel(file).setCodePointLimit(LARGEST).build();
        Iterator<Event> events = new Parse(settings).parseString(text).iterator();
        return new Composer(file, events, problems).documents(mended);
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
