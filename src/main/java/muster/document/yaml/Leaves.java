package muster.document.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The texts of a tree by their paths, as {@code peak.bf16}; the items of a list are counted from 1. */
public final class Leaves {
    private Leaves() {}

    /** Every text below a node, in the order of the file, by its path from there; the text itself has the empty path. */
    public static Map<String, Text> of(Node node) {
        Map<String, Text> leaves = new LinkedHashMap<>();
        collect(node, "", leaves);
        return Collections.unmodifiableMap(leaves);
    }

    private static void collect(Node node, String path, Map<String, Text> leaves) {
        if (node instanceof Text text) {
            leaves.put(path, text);
        } else if (node instanceof Mapping mapping) {
            mapping.members().forEach((key, member) -> collect(member.value(), join(path, key), leaves));
        } else if (node instanceof Items items) {
            for (int i = 0; i < items.nodes().size(); i++) {
                collect(items.nodes().get(i), join(path, Integer.toString(i + 1)), leaves);
            }
        }
    }

    /** The node at a path, where there is one; the empty path is the node itself. A mark {@code !delete} on the way is found. */
    public static Optional<Node> at(Node node, String path) {
        if (path.isEmpty() || node instanceof Deleted) {
            return Optional.of(node);
        }
        if (node instanceof Items items) {
            String[] parts = path.split("\\.", 2);
            return parts[0].matches("[1-9]\\d{0,5}")
                            && Integer.parseInt(parts[0]) <= items.nodes().size()
                    ? at(items.nodes().get(Integer.parseInt(parts[0]) - 1), parts.length > 1 ? parts[1] : "")
                    : Optional.empty();
        }
        // A key may hold a dot, as the id of a model.
        return node instanceof Mapping mapping
                ? mapping.members().keySet().stream()
                        .filter(key -> path.equals(key) || path.startsWith(key + "."))
                        .flatMap(key -> mapping
                                .get(key)
                                .flatMap(member ->
                                        at(member, path.substring(Math.min(path.length(), key.length() + 1))))
                                .stream())
                        .findFirst()
                : Optional.empty();
    }

    /** A path and a key below it. */
    public static String join(String path, String key) {
        return path.isEmpty() ? key : key.isEmpty() ? path : path + "." + key;
    }
}
