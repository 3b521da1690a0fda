package muster.document;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.uncertainty.Evidence;
import muster.uncertainty.Tier;

/** The parts of JSON Schemas that all forms of file have. */
final class SchemaForms {
    static final String ID = "[a-z0-9]+([.-][a-z0-9]+)*";

    private SchemaForms() {}

    /** Keys with their values, in this order. */
    static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    static Map<String, Object> ref(String definition) {
        return map("$ref", "#/definitions/" + definition);
    }

    /** A schema that any of some schemas meets. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> any(List<Object> forms) {
        return forms.size() == 1 ? (Map<String, Object>) forms.get(0) : map("anyOf", List.copyOf(forms));
    }

    /** The keys that every entry has or may have. */
    static Map<String, Object> head(String schema) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("schema", map("const", schema));
        head.put("id", ref("id"));
        head.put("title", ref("text"));
        head.put("aliases", ref("aliases"));
        head.put("extends", ref("id"));
        head.put("sources", map("type", "object", "additionalProperties", ref("source")));
        head.put("default_source", ref("text"));
        return head;
    }

    /** What is referred to by name. */
    static Map<String, Object> shared() {
        Map<String, Object> shared = new LinkedHashMap<>();
        shared.put("id", map("type", "string", "pattern", "^" + ID + "$"));
        // An id, or a path to a file that stands for an entry.
        shared.put("named", map("type", "string", "pattern", "^(" + ID + "|\\.{1,2}|.*[/\\\\].*|.*\\.json)$"));
        shared.put(
                "aliases",
                map("type", "array", "items", map("type", "string", "pattern", "^[A-Za-z0-9][A-Za-z0-9. _-]{0,99}$")));
        // YAML takes some texts for numbers or truths, and Muster none.
        Map<String, Object> text = map("type", List.of("string", "number", "boolean"));
        shared.put("text", any(List.of(text, SchemaNumbers.withSource(text))));
        shared.put(
                "date", map("type", "string", "pattern", "^\\d{4}-\\d\\d-\\d\\d$", "examples", List.of("2025-12-31")));
        shared.put(
                "period",
                map(
                        "type",
                        List.of("string", "integer"),
                        "pattern",
                        "^\\d{4}(-(Q[1-4]|H[12]|\\d\\d(-\\d\\d)?))?$",
                        "examples",
                        List.of("2025", "2025-H2", "2025-Q4", "2025-12", "2025-12-31")));
        shared.put("quantity", map("type", List.of("string", "number")));
        shared.put("deleted", map("description", "!delete", "enum", Arrays.asList("", null)));
        shared.put("source", source());
        shared.putAll(SchemaNumbers.shared());
        return shared;
    }

    private static Map<String, Object> source() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("title", ref("text"));
        keys.put("tier", words(Tier.values()));
        keys.put("evidence", words(Evidence.values()));
        for (String key : List.of("url", "accessed", "version")) {
            keys.put(key, ref("text"));
        }
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("type", "object");
        source.put("properties", keys);
        source.put("required", List.of("title", "tier"));
        source.put("additionalProperties", false);
        return source;
    }

    static Map<String, Object> words(Object[] words) {
        return map("enum", Arrays.stream(words).map(Object::toString).toList());
    }
}
