package muster.document.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muster.diagnostic.Nearest;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;

/** Lays one mapping over another, key by key. */
public final class Layers {
    // A block that names another alternative does not inherit the first one's keys.
    private static final List<String> NAMES_AN_ALTERNATIVE = List.of("method", "id");

    private Layers() {}

    /**
     * The base with the overlay's keys: mappings merge, texts and lists replace, {@code !delete} takes a key away,
     * {@code !replace} and another {@code method} or {@code id} replace a mapping whole.
     */
    public static Mapping merge(Mapping base, Mapping overlay, Problems problems) {
        if (overlay.replaces() || namesAnother(base, overlay)) {
            return overlay;
        }
        Map<String, Mapping.Member> merged = new LinkedHashMap<>(base.members());
        overlay.members().forEach((key, member) -> lay(merged, key, member, problems));
        return new Mapping(merged, overlay.place(), false);
    }

    /**
     * The mapping with one key changed by an assignment such as {@code training.duration=90 day}; the value is a text, or a
     * YAML mapping or list in brackets, or {@code !delete}.
     */
    public static Mapping set(Mapping root, String assignment, Problems problems) {
        return assigned(assignment, 0, problems)
                .map(over -> merge(root, over, problems))
                .orElse(root);
    }

    /**
     * What an assignment writes, to be laid over a mapping; nothing with a problem reported where it is none.
     *
     * @param assignment as {@link #set} takes it
     * @param outside how many of its first keys name what it is laid over, and not a key of that
     */
    public static Optional<Mapping> assigned(String assignment, int outside, Problems problems) {
        Place place = Place.argument("--set " + assignment);
        Optional<PathValue> parts = PathValue.of(assignment);
        List<String> keys = parts.map(PathValue::keys).orElse(List.of());
        if (keys.size() <= outside) {
            problems.error("set", place, "an assignment is path=value, as training.duration=90 day");
            return Optional.empty();
        }
        Optional<Node> written = value(place, parts.orElseThrow().value(), problems);
        for (int i = keys.size() - 1; i >= outside; i--) {
            String key = keys.get(i);
            written = written.map(value -> Mapping.empty(place).with(key, place, value));
        }
        return written.map(Mapping.class::cast);
    }

    // The value, or nothing with problems reported.
    private static Optional<Node> value(Place place, String text, Problems problems) {
        if (!text.startsWith("{") && !text.startsWith("[") && !text.startsWith("!")) {
            return Optional.of(new Text(text, place));
        }
        Problems found = new Problems();
        List<Document> documents = YamlReader.read(place.file(), "value: " + text, found);
        found.sorted().forEach(problem -> problems.error(problem.code(), place, problem.message()));
        return documents.isEmpty() || !found.none()
                ? Optional.empty()
                : documents.get(0).root().get("value").map(value -> at(place, value, true));
    }

    // What is set is set whole; lines and columns mean nothing on a command line.
    private static Node at(Place place, Node node, boolean replaces) {
        if (node instanceof Text text) {
            return new Text(text.value(), place);
        }
        if (node instanceof Items items) {
            return new Items(
                    items.nodes().stream().map(item -> at(place, item, false)).toList(), place);
        }
        if (node instanceof Mapping mapping) {
            Map<String, Mapping.Member> members = new LinkedHashMap<>();
            mapping.members()
                    .forEach((key, member) ->
                            members.put(key, new Mapping.Member(place, at(place, member.value(), false))));
            return new Mapping(members, place, replaces);
        }
        return new Deleted(place);
    }

    private static boolean namesAnother(Mapping base, Mapping overlay) {
        return NAMES_AN_ALTERNATIVE.stream()
                .anyMatch(key -> overlay.text(key).isPresent()
                        && base.text(key).isPresent()
                        && !overlay.text(key)
                                .get()
                                .value()
                                .equals(base.text(key).get().value()));
    }

    private static void lay(Map<String, Mapping.Member> merged, String key, Mapping.Member over, Problems problems) {
        Mapping.Member under = merged.get(key);
        if (over.value() instanceof Deleted deleted) {
            if (under == null) {
                problems.error(
                        "delete-nothing",
                        deleted.place(),
                        "there is no '%s' here to delete.%s"
                                .formatted(key, Nearest.maybe(key, Set.copyOf(merged.keySet()))));
            }
            merged.remove(key);
        } else if (over.value() instanceof Mapping mapping) {
            Mapping base = under == null ? Mapping.empty(mapping.place()) : asMapping(under.value());
            merged.put(key, new Mapping.Member(over.place(), merge(base, mapping, problems)));
        } else {
            merged.put(key, over);
        }
    }

    // A text where a mapping may stand is its id.
    private static Mapping asMapping(Node node) {
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        Mapping empty = Mapping.empty(node.place());
        return node instanceof Text text ? empty.with("id", text.place(), text) : empty;
    }
}
