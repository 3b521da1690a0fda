package muster.document.yaml;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import muster.diagnostic.Nearest;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * One value, or mapping between brackets, of a YAML text in the place of another, or with a key that was not there: every other byte, comments too, stays as it
 * is.
 *
 * @param text the text afterwards
 * @param place where the value stands
 * @param before the value that stood there; nothing where the key is new
 */
public record Edit(String text, Place place, Optional<String> before) {

    /**
     * The text with another value at a path, or nothing with a problem reported.
     *
     * @param file the name for places
     * @param text the YAML text, which can be read
     * @param path the path of a value, as {@code peak.bf16}; before it the id of its entry where the text holds several
     * @param value the value, as a file would write it
     */
    public static Optional<Edit> set(String file, String text, String path, String value, Problems problems) {
        int before = problems.reports();
        List<Document> documents = YamlReader.read(file, text, problems);
        if (problems.reports() > before) {
            return Optional.empty();
        }
        Optional<Text> there = find(documents, path);
        if (there.isEmpty()) {
            Optional<Edit> edit = mapping(documents, path)
                    .map(whole -> FlowMapping.replaced(text, whole, value))
                    .orElseGet(() -> added(file, documents, text, path, value));
            if (edit.isEmpty()) {
                problems.error(
                        "unknown-path",
                        Place.argument(path),
                        "%s has no value %s to change, and no place for one.%s"
                                .formatted(file, path, Nearest.maybe(path, paths(documents))));
            }
            return edit;
        }
        Text found = there.get();
        ScalarEvent scalar = scalar(text, found.place());
        int from = offset(text, scalar.getStartMark().orElseThrow());
        int to = offset(text, scalar.getEndMark().orElseThrow());
        if (text.substring(from, to).contains("\n")) {
            problems.error(
                    "unknown-path",
                    Place.argument(path),
                    "%s stands on several lines: change it by hand".formatted(path));
            return Optional.empty();
        }
        String edited = text.substring(0, from) + YamlScalar.of(value) + text.substring(to);
        return Optional.of(new Edit(edited, found.place(), Optional.of(found.value())));
    }

    private static Optional<Edit> added(String file, List<Document> documents, String text, String path, String value) {
        return Insertion.of(documents, text, path, value)
                .flatMap(edited -> find(YamlReader.read(file, edited, new Problems()), path)
                        .filter(found -> found.value().equals(value))
                        .map(found -> new Edit(edited, found.place(), Optional.empty())));
    }

    private static Optional<Text> find(List<Document> documents, String path) {
        return nodes(documents, path).flatMap(node -> value(node).stream()).findFirst();
    }

    private static Optional<Mapping> mapping(List<Document> documents, String path) {
        return nodes(documents, path)
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .findFirst();
    }

    private static Stream<Node> nodes(List<Document> documents, String path) {
        return documents.stream().flatMap(document -> within(document, path, documents.size() > 1).stream());
    }

    private static Optional<Node> within(Document document, String path, boolean several) {
        return below(document, path, several).flatMap(rest -> Leaves.at(document.root(), rest.replace("\"", "")));
    }

    /** The part of a path that is within a document: without the id of its entry; nothing where it is in another. */
    static Optional<String> below(Document document, String path, boolean several) {
        String id = document.root().text("id").map(Text::value).orElse("");
        return path.startsWith(id + ".")
                ? Optional.of(path.substring(id.length() + 1))
                : several ? Optional.empty() : Optional.of(path);
    }

    // The value itself, or that of the long form.
    private static Optional<Text> value(Node node) {
        return node instanceof Text text
                ? Optional.of(text)
                : node instanceof Mapping mapping ? mapping.text("value") : Optional.empty();
    }

    private static TreeSet<String> paths(List<Document> documents) {
        return documents.stream()
                .flatMap(document -> Leaves.of(document.root()).keySet().stream()
                        .map(path -> path.replaceAll("\\.value$", ""))
                        .map(path -> documents.size() > 1
                                ? document.root().text("id").map(Text::value).orElse("") + "." + path
                                : path))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ScalarEvent scalar(String text, Place place) {
        return events(text).stream()
                .filter(ScalarEvent.class::isInstance)
                .map(ScalarEvent.class::cast)
                .filter(event -> at(event, place))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no value at " + place));
    }

    static List<Event> events(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(YamlReader.LARGEST + 1)
                .setBufferSize(text.length() + 1)
                .build();
        return StreamSupport.stream(new Parse(settings).parseString(text).spliterator(), false)
                .toList();
    }

    static boolean at(Event event, Place place) {
        return event.getStartMark()
                .filter(mark -> mark.getLine() + 1 == place.line() && mark.getColumn() + 1 == place.column())
                .isPresent();
    }

    // Marks count code points within their line.
    static int offset(String text, Mark mark) {
        int line = 0;
        int start = 0;
        while (line < mark.getLine()) {
            start = text.indexOf('\n', start) + 1;
            line++;
        }
        return text.offsetByCodePoints(start, mark.getColumn());
    }
}
