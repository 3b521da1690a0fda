package muster.document;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import muster.uncertainty.Input;
import muster.unit.CalendarPeriod;
import muster.unit.Quantity;

/**
 * The JSON Schema (draft 7) of a form of file, made of its records, so that an editor completes and checks it. Every record has two
 * schemas: the whole one, and one in which nothing is needed, for an overlay or a variant that names only what it changes.
 *
 * <p>A schema is told as maps, lists and texts, for whoever writes JSON.
 */
public final class JsonSchema {
    private static final String PART = "-part";

    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private JsonSchema() {}

    /**
     * The schema of the entries of a kind.
     *
     * @param schema what its files say under {@code schema:}
     * @param type the record, or the sealed interface, that an entry becomes
     * @param head what its entries may have beside the keys of every entry and of the record
     */
    public static Map<String, Object> of(String schema, Class<?> type, Map<String, Object> head) {
        JsonSchema made = new JsonSchema();
        for (boolean part : new boolean[] {false, true}) {
            Map<String, Object> keys = new LinkedHashMap<>(SchemaForms.head(schema));
            keys.putAll(head);
            made.definitions.put(part ? "part" : "entry", made.mapping(type, part, keys, List.of("schema", "id")));
        }
        made.definitions.putAll(SchemaForms.shared());
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("$schema", "http://json-schema.org/draft-07/schema#");
        whole.put("title", schema);
        whole.put("if", Map.of("required", List.of("extends")));
        whole.put("then", SchemaForms.ref("part"));
        whole.put("else", SchemaForms.ref("entry"));
        whole.put("definitions", made.definitions);
        return whole;
    }

    // The mapping that a record or a choice of records is, with more keys beside its own.
    private Map<String, Object> mapping(Class<?> type, boolean part, Map<String, Object> more, List<String> needed) {
        if (!type.isAnnotationPresent(Choice.class)) {
            return closed(RecordForm.of(type), part, more, needed);
        }
        String by = type.getAnnotation(Choice.class).by();
        List<Object> alternatives = new ArrayList<>();
        for (Class<?> alternative : RecordForm.alternatives(type)) {
            Map<String, Object> keys = new LinkedHashMap<>(more);
            List<String> needs = new ArrayList<>(needed);
            if (!by.isEmpty()) {
                keys.put(by, Map.of("const", RecordForm.name(alternative)));
                needs.addAll(part ? List.of() : List.of(by));
            } else if (!Choices.key(alternative).isEmpty() && !part) {
                needs.add(Choices.key(alternative));
            }
            if (by.isEmpty() && Choices.key(alternative).isEmpty()) {
                continue;
            }
            alternatives.add(closed(RecordForm.of(alternative), part, keys, needs));
        }
        // A part need not say which alternative it is of, so several may fit.
        return Map.of(part ? "anyOf" : "oneOf", alternatives);
    }

    private Map<String, Object> closed(RecordForm shape, boolean part, Map<String, Object> more, List<String> needed) {
        Map<String, Object> properties = new LinkedHashMap<>(more);
        List<String> required = new ArrayList<>(needed);
        List<Object> choices = new ArrayList<>();
        for (RecordForm.Field field : shape.fields()) {
            if (field.inline()) {
                inline(field.component().getType(), part, properties, required, choices);
            } else {
                properties.putIfAbsent(field.key(), field(field, part));
                boolean optional = raw(field.type()) == Optional.class
                        || field.annotation(Otherwise.class).isPresent();
                if (!optional && !part) {
                    required.add(field.key());
                }
            }
        }
        Map<String, Object> closed = new LinkedHashMap<>();
        closed.put("type", "object");
        closed.put("properties", properties);
        if (!required.isEmpty()) {
            closed.put("required", List.copyOf(new LinkedHashSet<>(required)));
        }
        if (!choices.isEmpty() && !part) {
            closed.put("oneOf", choices);
        }
        closed.put("additionalProperties", false);
        return closed;
    }

    // The keys of an inline record, or of all alternatives of an inline choice, of which one is needed.
    @SuppressWarnings("unchecked")
    private void inline(
            Class<?> type, boolean part, Map<String, Object> properties, List<String> required, List<Object> choices) {
        for (Class<?> record : type.isRecord() ? List.<Class<?>>of(type) : RecordForm.alternatives(type)) {
            Map<String, Object> closed = closed(RecordForm.of(record), part, Map.of(), List.of());
            ((Map<String, Object>) closed.getOrDefault("properties", Map.of())).forEach(properties::putIfAbsent);
            if (type.isRecord()) {
                required.addAll((List<String>) closed.getOrDefault("required", List.of()));
            } else {
                choices.add(Map.of("required", List.of(Choices.key(record))));
            }
        }
    }

    private Object field(RecordForm.Field field, boolean part) {
        Type type = raw(field.type()) == Optional.class ? argument(field.type(), 0) : field.type();
        List<Object> forms = new ArrayList<>();
        forms.add(value(type, field, part));
        field.annotation(Absent.class).ifPresent(absent -> forms.add(Map.of("const", absent.value())));
        if (part) {
            forms.add(SchemaForms.ref("deleted"));
        }
        Map<String, Object> schema = SchemaForms.any(forms);
        return field.annotation(Otherwise.class)
                .<Object>map(otherwise -> {
                    Map<String, Object> described = new LinkedHashMap<>();
                    described.put("description", "left out: %s, %s".formatted(otherwise.value(), otherwise.because()));
                    described.put("allOf", List.of(schema));
                    return described;
                })
                .orElse(schema);
    }

    private Object value(Type type, RecordForm.Field field, boolean part) {
        Class<?> raw = raw(type);
        if (raw == Map.class) {
            Object element = value(argument(type, 1), field, part);
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("type", "object");
            map.put(
                    "additionalProperties",
                    part ? SchemaForms.any(List.of(element, SchemaForms.ref("deleted"))) : element);
            map.put("minProperties", 1);
            return map;
        }
        if (raw == List.class) {
            return SchemaForms.map("type", "array", "items", value(argument(type, 0), field, part));
        }
        if (raw == Input.class) {
            In in = field.annotation(In.class).orElseThrow();
            definitions.computeIfAbsent(SchemaNumbers.name(in), name -> SchemaNumbers.of(in));
            return SchemaForms.ref(SchemaNumbers.name(in));
        }
        if (raw.isAnnotationPresent(Choice.class)) {
            return choice(raw, part);
        }
        return raw.isRecord() && !Scalars.holds(raw) ? record(raw, part) : word(raw);
    }

    private Object record(Class<?> type, boolean part) {
        Object whole = defined(type, part, () -> mapping(type, part, Map.of(), List.of()));
        if (!type.isAnnotationPresent(CatalogEntry.class)) {
            return whole;
        }
        List<Object> forms = new ArrayList<>(List.of(whole));
        byId(type, forms);
        return SchemaForms.any(forms);
    }

    // An entry by its id, alone or with the keys that differ.
    private void byId(Class<?> type, List<Object> forms) {
        forms.add(SchemaForms.ref("id"));
        Map<String, Object> id = Map.of("id", SchemaForms.ref("id"));
        forms.add(defined(type, "-named", () -> mapping(type, true, id, List.of("id"))));
    }

    private Object choice(Class<?> type, boolean part) {
        List<Object> forms = new ArrayList<>();
        RecordForm.alternatives(type).stream()
                .map(alternative -> alternative.getAnnotation(When.class))
                .filter(when -> when != null && !when.word().isEmpty())
                .forEach(when -> forms.add(Map.of("const", when.word())));
        RecordForm.alternatives(type).stream()
                .map(alternative -> alternative.getAnnotation(When.class))
                .filter(when -> when != null && !when.lead().isEmpty())
                .map(when -> SchemaForms.map("type", "string", "pattern", "^" + when.lead() + " .+"))
                .forEach(text -> forms.addAll(List.of(text, SchemaNumbers.withSource(text))));
        forms.add(defined(type, part, () -> mapping(type, part, Map.of(), List.of())));
        // A text where a mapping may stand is its id.
        if (type.isAnnotationPresent(CatalogEntry.class)) {
            byId(type, forms);
        } else if (RecordForm.alternatives(type).stream()
                .anyMatch(alternative -> Choices.key(alternative).equals("id"))) {
            forms.add(SchemaForms.ref("named"));
        }
        return SchemaForms.any(forms);
    }

    private Object defined(Class<?> type, boolean part, Supplier<Object> schema) {
        return defined(type, part ? PART : "", schema);
    }

    // By reference, so that a form that stands in several places is told once, and one that holds itself ends.
    private Object defined(Class<?> type, String suffix, Supplier<Object> schema) {
        String name = type.getName().replaceAll(".*\\.", "").replace('$', '.') + suffix;
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of());
            definitions.put(name, schema.get());
        }
        return SchemaForms.ref(name);
    }

    private static Object word(Class<?> type) {
        if (type.isEnum()) {
            return Map.of(
                    "enum",
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
        }
        if (type == LocalDate.class) {
            return SchemaForms.ref("date");
        }
        if (type == CalendarPeriod.class) {
            return SchemaForms.ref("period");
        }
        if (type == Quantity.class) {
            return SchemaForms.ref("quantity");
        }
        if (type == int.class) {
            return SchemaForms.map("type", "integer", "minimum", 0);
        }
        return type == boolean.class ? Map.of("type", "boolean") : SchemaForms.ref("text");
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type);
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
