package muster.cli;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The committed JSON Schemas of outputs, by the name that a document has in {@code schema}. */
final class OutputSchemas {
    private static final Path FOLDER = Path.of("schema/output");
    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private OutputSchemas() {}

    /** All of them, as {@code estimate/v2}. */
    static Map<String, JsonNode> all() {
        Map<String, JsonNode> schemas = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.forEach(file -> schemas.put(
                    file.getFileName().toString().replaceAll("-(v[0-9]+)[.]json$", "/$1"), JSON.readTree(text(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return schemas;
    }

    /** The one of a name. */
    static Schema schema(String name) {
        return REGISTRY.getSchema(text(FOLDER.resolve(name.replace('/', '-') + ".json")));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
