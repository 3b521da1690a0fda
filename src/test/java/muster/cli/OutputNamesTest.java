package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * No name of an output goes, changes its type or unit, or becomes one that may be absent, without a raised version: the names of every
 * version are in a file that only grows, while a version stands. Run the tests with {@code -Ddocs.update=true} to add new ones to it.
 */
final class OutputNamesTest {
    private static final Path FILE = Path.of("src/test/resources/json/names.txt");

    private final Map<String, String> names = new TreeMap<>();

    @Test
    void noNameGoesWithoutARaisedVersion() throws IOException {
        OutputSchemas.all().forEach((name, schema) -> collect(schema, name, "", schema));
        if (Boolean.getBoolean("docs.update")) {
            add();
        }

        Map<String, String> committed = committed();
        Set<String> versions = new TreeSet<>(OutputSchemas.all().keySet());
        committed.forEach((name, type) -> {
            if (versions.contains(name.substring(0, name.indexOf(' ')))) {
                assertThat(names)
                        .as(
                                "%s is %s in the list of names: a removal, a new name, another type, or a name that may be absent raises the version",
                                name, type)
                        .containsKey(name);
                assertThat(names.get(name)).as(name).isIn(type, type.replace("optional", "required"));
            }
        });
        assertThat(committed.keySet())
                .as("-Ddocs.update=true adds new names to %s", FILE)
                .containsAll(names.keySet());
    }

    // A closed list of words may grow, so the words are not held.
    private void collect(JsonNode root, String version, String path, JsonNode schema) {
        JsonNode node = resolved(root, schema);
        node.path("oneOf").forEach(choice -> collect(root, version, path, choice));
        JsonNode required = node.path("required");
        Set<String> always = new TreeSet<>();
        required.forEach(name -> always.add(name.asString()));
        node.path("properties").propertyStream().forEach(member -> {
            String inner = path + "." + member.getKey();
            JsonNode value = resolved(root, member.getValue());
            names.put(
                    version + " " + inner.substring(1),
                    (always.contains(member.getKey()) ? "required " : "optional ") + type(value));
            collect(root, version, inner, value);
        });
        if (node.path("additionalProperties").isObject()) {
            collect(root, version, path + ".*", node.path("additionalProperties"));
        }
        if (node.has("items")) {
            collect(root, version, path + "[]", node.path("items"));
        }
    }

    private static JsonNode resolved(JsonNode root, JsonNode schema) {
        return schema.has("$ref")
                ? root.path("$defs").path(schema.path("$ref").asString().replace("#/$defs/", ""))
                : schema;
    }

    private static String type(JsonNode value) {
        JsonNode type = value.path("type");
        if (type.isArray()) {
            return type.valueStream().map(JsonNode::asString).collect(Collectors.joining(" or "));
        }
        return value.has("const")
                ? "'" + value.path("const").asString() + "'"
                : value.has("enum") ? "word" : type.asString();
    }

    private static Map<String, String> committed() throws IOException {
        Map<String, String> committed = new TreeMap<>();
        for (String line : Files.readAllLines(FILE)) {
            if (!line.startsWith("#")) {
                int end = line.lastIndexOf(": ");
                committed.put(line.substring(0, end), line.substring(end + 2));
            }
        }
        return committed;
    }

    private void add() throws IOException {
        Map<String, String> committed = committed();
        List<String> lines = new ArrayList<>();
        names.forEach((name, type) -> {
            if (!committed.containsKey(name)) {
                lines.add(name + ": " + type);
            }
        });
        Files.write(FILE, lines, StandardOpenOption.APPEND);
    }
}
