package muster.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.catalog.Kind;
import muster.document.JsonSchema;
import muster.scenario.Scenario;
import tools.jackson.core.JsonGenerator;

/** JSON Schemas of the files of a catalog, by file name. */
public final class SchemaJson {
    private SchemaJson() {}

    /** A schema for each kind, as {@code chip.schema.json}, and {@code entry.schema.json} for a file of any kind that changes others. */
    public static Map<String, String> of(List<Kind<?>> kinds) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Kind<?> kind : kinds) {
            Map<String, Object> schema = JsonSchema.of(kind.schema(), kind.type(), head(kind));
            files.put(file(kind), Json.text(json -> value(json, schema)));
        }
        files.put("entry.schema.json", Json.text(json -> value(json, any(kinds))));
        return files;
    }

    private static String file(Kind<?> kind) {
        return kind.name() + ".schema.json";
    }

    private static Map<String, Object> head(Kind<?> kind) {
        Map<String, Object> overlays = new LinkedHashMap<>();
        overlays.put("type", "array");
        overlays.put("items", Map.of("type", "string"));
        return kind.equals(Scenario.KIND) ? Map.of("overlays", overlays) : Map.of();
    }

    private static Map<String, Object> any(List<Kind<?>> kinds) {
        List<Object> choices = new ArrayList<>();
        for (Kind<?> kind : kinds) {
            Map<String, Object> choice = new LinkedHashMap<>();
            choice.put("if", Map.of("properties", Map.of("schema", Map.of("const", kind.schema()))));
            choice.put("then", Map.of("$ref", file(kind) + "#/definitions/part"));
            choices.add(choice);
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("$schema", "http://json-schema.org/draft-07/schema#");
        whole.put("title", "an entry of any kind, or what an overlay changes of one");
        whole.put("type", "object");
        whole.put("required", List.of("schema", "id"));
        whole.put(
                "properties",
                Map.of("schema", Map.of("enum", kinds.stream().map(Kind::schema).toList())));
        whole.put("allOf", choices);
        return whole;
    }

    private static void value(JsonGenerator json, Object value) {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            map.forEach((key, member) -> {
                json.writeName((String) key);
                value(json, member);
            });
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(item -> value(json, item));
            json.writeEndArray();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value == null) {
            json.writeNull();
        } else {
            json.writeString((String) value);
        }
    }
}
