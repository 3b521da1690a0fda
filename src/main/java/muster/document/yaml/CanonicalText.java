package muster.document.yaml;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a tree says and nothing of how it is written: two files have the same canonical text where they differ in line ends,
 * comments, quotes, flow or block style, and the order of keys.
 */
public final class CanonicalText {
    private CanonicalText() {}

    /** The text of a tree: keys in order, and every text after its length, so that no two trees share one. */
    public static String of(Node node) {
        if (node instanceof Mapping mapping) {
            return (mapping.replaces() ? "!replace{" : "{") + members(mapping.members()) + "}";
        }
        if (node instanceof Items items) {
            return items.nodes().stream().map(CanonicalText::of).collect(Collectors.joining("", "[", "]"));
        }
        return node instanceof Text text ? measured(text.value()) : "!delete";
    }

    private static String members(Map<String, Mapping.Member> members) {
        return new TreeMap<>(members)
                .entrySet().stream()
                        .map(member ->
                                measured(member.getKey()) + of(member.getValue().value()))
                        .collect(Collectors.joining());
    }

    private static String measured(String text) {
        return text.length() + ":" + text;
    }
}
