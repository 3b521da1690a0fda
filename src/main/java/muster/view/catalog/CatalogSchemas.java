package muster.view.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.catalog.EntryKind;
import muster.document.JsonSchema;
import muster.scenario.Scenario;
import muster.view.Data;
import muster.view.Fields;
import org.jspecify.annotations.Nullable;

/** JSON Schemas of the files of a catalog, by file name. */
public final class CatalogSchemas {
    private CatalogSchemas() {}

    /** A schema for each kind, as {@code chip.schema.json}, and {@code entry.schema.json} for a file of any kind that changes others. */
    public static Map<String, Data> of(List<EntryKind<?>> kinds) {
        Map<String, Data> files = new LinkedHashMap<>();
        for (EntryKind<?> kind : kinds) {
            Map<String, Object> schema = JsonSchema.of(kind.schema(), kind.type(), head(kind));
            files.put(file(kind), data(schema));
        }
        files.put("entry.schema.json", data(any(kinds)));
        return files;
    }

    private static String file(EntryKind<?> kind) {
        return kind.name() + ".schema.json";
    }

    private static Map<String, Object> head(EntryKind<?> kind) {
        Map<String, Object> overlays = new LinkedHashMap<>();
        overlays.put("type", "array");
        overlays.put("items", Map.of("type", "string"));
        return kind.equals(Scenario.KIND) ? Map.of("overlays", overlays) : Map.of();
    }

    private static Map<String, Object> any(List<EntryKind<?>> kinds) {
        List<Object> choices = new ArrayList<>();
        for (EntryKind<?> kind : kinds) {
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
                Map.of(
                        "schema",
                        Map.of("enum", kinds.stream().map(EntryKind::schema).toList())));
        whole.put("allOf", choices);
        return whole;
    }

    // An empty value of YAML is null in JSON.
    private static Data data(@Nullable Object value) {
        if (value == null) {
            return Data.NOTHING;
        }
        if (value instanceof Map<?, ?> map) {
            Fields fields = new Fields();
            map.forEach((key, member) -> fields.put((String) key, data(member)));
            return fields.build();
        }
        if (value instanceof List<?> list) {
            return Data.array(list.stream().map(CatalogSchemas::data).toList());
        }
        if (value instanceof Boolean truth) {
            return Data.flag(truth);
        }
        return value instanceof Integer number ? Data.count(number) : Data.text((String) value);
    }
}
