package muster.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Documents that a strict schema must not take: one with a name that it does not have, and one with nothing in the place of a value,
 * for every object of a document and every name in it. Objects that differ only in an index or in the name of a figure count as one.
 */
final class SpoiledDocuments {
    private final JsonNode document;
    private final Function<JsonNode, List<?>> errors;
    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
    private final List<String> taken = new ArrayList<>();

    private SpoiledDocuments(JsonNode document, Function<JsonNode, List<?>> errors) {
        this.document = document;
        this.errors = errors;
    }

    /** What a schema takes that it should not, in words; nothing where it is strict. */
    static List<String> taken(JsonNode document, Function<JsonNode, List<?>> errors) {
        SpoiledDocuments spoiled = new SpoiledDocuments(document.deepCopy(), errors);
        spoiled.shorten(spoiled.document);
        spoiled.find("", spoiled.document);
        spoiled.objects.forEach(spoiled::spoil);
        return spoiled.taken;
    }

    // Of items that have the same names, and of figures, one is enough, and faster.
    private void shorten(JsonNode node) {
        Set<String> seen = new HashSet<>();
        if (node instanceof ArrayNode array) {
            array.removeIf(item -> !seen.addAll(names("", item)));
        } else if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                if (kind(name).equals("*") && !seen.addAll(names("", object.get(name)))) {
                    object.remove(name);
                }
            }
        }
        node.values().forEach(this::shorten);
    }

    private static Set<String> names(String path, JsonNode node) {
        Set<String> names = new HashSet<>(Set.of(path));
        node.propertyStream()
                .forEach(member -> names.addAll(names(path + "." + kind(member.getKey()), member.getValue())));
        node.values().stream().filter(item -> node.isArray()).forEach(item -> names.addAll(names(path + "[]", item)));
        return names;
    }

    private void find(String path, JsonNode node) {
        if (node instanceof ObjectNode object) {
            objects.putIfAbsent(path, object);
            node.propertyStream().forEach(member -> find(path + "." + kind(member.getKey()), member.getValue()));
        }
        node.values().stream().filter(item -> node.isArray()).forEach(item -> find(path + "[]", item));
    }

    // Names of figures and of entries have points, hyphens and digits.
    private static String kind(String name) {
        return name.matches("[a-z0-9_]+") ? name : "*";
    }

    private void spoil(String path, ObjectNode object) {
        object.set("no_such_name", BooleanNode.TRUE);
        check("a name that there is not in '%s'".formatted(path));
        object.remove("no_such_name");
        for (String name : List.copyOf(object.propertyNames())) {
            JsonNode before = object.get(name);
            object.set(name, NullNode.getInstance());
            check("null in the place of '%s.%s'".formatted(path, name));
            object.set(name, before);
        }
    }

    private void check(String what) {
        if (errors.apply(document).isEmpty()) {
            taken.add(what);
        }
    }
}
