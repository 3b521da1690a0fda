package muster.document;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.document.yaml.Items;
import muster.document.yaml.Layers;
import muster.document.yaml.Mapping;
import muster.document.yaml.Node;
import muster.document.yaml.Text;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import org.jspecify.annotations.Nullable;

/**
 * Makes records from trees. A record's components are the keys (camel case becomes snake case); a component is an
 * {@link Input} with its unit ({@link In}), a whole number, a word, a date, another record, a sealed {@link Choice}, a map or a list of
 * these, or an {@link Optional} of one. All problems are collected; a record comes out only where there were none.
 */
public final class Binder {
    private final Entries entries;
    private final Problems problems;
    private final boolean mended;
    private final Scalars scalars;
    private final List<Input> inputs = new ArrayList<>();
    private Class<?> root = Object.class;

    /**
     * A binder.
     *
     * @param entries where entries named by id are found
     * @param problems where problems go
     * @param mended whether lines of the text were left out, so that a missing key is no problem of its own
     */
    public Binder(Entries entries, Problems problems, boolean mended) {
        this.entries = entries;
        this.problems = problems;
        this.mended = mended;
        this.scalars = new Scalars(problems);
    }

    /**
     * The record that a mapping writes.
     *
     * @param mapping the tree
     * @param type the record class
     * @param prefix what the names of its inputs begin with; empty for none
     */
    public <T> Optional<T> bind(Mapping mapping, Class<T> type, String prefix) {
        root = type;
        int before = problems.reports();
        Object bound =
                type.isInterface() ? choice(mapping, type, prefix) : record(mapping, RecordForm.of(type), prefix, true);
        return problems.reports() > before
                ? Optional.empty()
                : Optional.ofNullable(bound).map(type::cast);
    }

    /** Every input made, in the order of the records. */
    public List<Input> inputs() {
        return List.copyOf(inputs);
    }

    private @Nullable Object record(Mapping mapping, RecordForm shape, String path, boolean checkKeys) {
        int before = problems.reports();
        Object[] values = new Object[shape.fields().size()];
        Set<String> keys = new TreeSet<>();
        for (int i = 0; i < values.length; i++) {
            RecordForm.Field field = shape.fields().get(i);
            if (field.inline() && field.component().getType().isRecord()) {
                RecordForm beside = RecordForm.of(field.component().getType());
                keys.addAll(beside.keys());
                values[i] = record(mapping, beside, path, false);
            } else if (field.inline()) {
                Class<?> type = field.component().getType();
                Optional<Class<?>> chosen = Choices.byKey(mapping, type, path, mended, problems);
                keys.addAll(Choices.superseded(mapping, type, chosen));
                chosen.ifPresent(
                        alternative -> keys.addAll(RecordForm.of(alternative).keys()));
                values[i] = chosen.map(alternative -> record(mapping, RecordForm.of(alternative), path, false))
                        .orElse(null);
            } else {
                keys.add(field.key());
                values[i] = component(mapping, field, join(path, field.key()));
            }
        }
        if (checkKeys) {
            mapping.members().forEach((key, member) -> {
                if (!keys.contains(key)) {
                    String message = problems.full() ? "" : UnknownKey.message(path, key, keys, root);
                    problems.error("unknown-key", member.place(), message);
                }
            });
        }
        // A value may be missing without a problem of its own: its line was left out.
        return problems.reports() > before || Arrays.asList(values).contains(null)
                ? null
                : create(shape, values, mapping, path);
    }

    // What no single value shows, as fewer heads than they share keys, the record itself refuses.
    private @Nullable Object create(RecordForm shape, Object[] values, Mapping mapping, String path) {
        try {
            return shape.create(values);
        } catch (IllegalArgumentException refusal) {
            problems.error("inconsistent", mapping.place(), "%s: %s".formatted(path, refusal.getMessage()));
            return null;
        }
    }

    private @Nullable Object component(Mapping mapping, RecordForm.Field field, String path) {
        Optional<Node> node = mapping.get(field.key())
                .or(() -> field.annotation(Otherwise.class)
                        .map(otherwise ->
                                new Text(otherwise.value(), mapping.place(), Optional.of(byDefault(otherwise)))));
        boolean optional = raw(field.type()) == Optional.class;
        boolean absent = field.annotation(Absent.class).isPresent()
                && node.filter(Text.class::isInstance)
                        .map(text -> ((Text) text)
                                .value()
                                .equals(field.annotation(Absent.class).get().value()))
                        .orElse(false);
        if (optional && (node.isEmpty() || absent)) {
            return Optional.empty();
        }
        if (node.isEmpty()) {
            if (!mended) {
                String unit = field.annotation(In.class)
                        .map(in -> " (a number in %s)".formatted(in.value()))
                        .orElse("");
                problems.error("missing-key", mapping.place(), "%s is missing%s".formatted(path, unit));
            }
            return null;
        }
        Object value = value(node.get(), optional ? argument(field.type(), 0) : field.type(), field, path);
        return optional && value != null ? Optional.of(value) : value;
    }

    private static Source byDefault(Otherwise otherwise) {
        return Source.of("default", "default: " + otherwise.because(), Tier.DEFINITION);
    }

    private @Nullable Object value(Node node, Type type, RecordForm.Field field, String path) {
        Class<?> raw = raw(type);
        if (raw == Map.class) {
            return map(node, argument(type, 1), field, path);
        }
        if (raw == List.class) {
            return list(node, argument(type, 0), field, path);
        }
        if (raw == Input.class) {
            Optional<Input> input = scalars.input(node, field, path);
            input.ifPresent(inputs::add);
            return input.orElse(null);
        }
        if (raw.isAnnotationPresent(Choice.class)) {
            return choice(node, raw, path);
        }
        if (raw.isRecord() && !Scalars.holds(raw)) {
            Node written = node instanceof Text text && raw.isAnnotationPresent(CatalogEntry.class) ? asId(text) : node;
            return written instanceof Mapping mapping
                    ? fromShelf(mapping, raw)
                            .map(whole -> record(whole, RecordForm.of(raw), path, true))
                            .orElse(null)
                    : wrongShape(
                            node,
                            path,
                            "a mapping with the keys "
                                    + String.join(", ", RecordForm.of(raw).keys()));
        }
        return scalars.word(node, raw, path);
    }

    private @Nullable Object map(Node written, Type element, RecordForm.Field field, String path) {
        Node node = field.annotation(Alone.class)
                .map(alone -> onlyKey(written, alone.value()))
                .orElse(written);
        if (!(node instanceof Mapping mapping) || mapping.members().isEmpty()) {
            return wrongShape(node, path, "a mapping with at least one key");
        }
        Map<String, Object> bound = new LinkedHashMap<>();
        mapping.members().forEach((key, member) -> {
            Object value = value(member.value(), element, field, join(path, key));
            if (value != null) {
                bound.put(key, value);
            }
        });
        return Collections.unmodifiableMap(bound);
    }

    private static Node onlyKey(Node node, String value) {
        return node instanceof Text word && !word.value().isEmpty()
                ? Mapping.empty(word.place())
                        .with(word.value(), word.place(), new Text(value, word.place(), word.source()))
                : node;
    }

    private @Nullable Object list(Node node, Type element, RecordForm.Field field, String path) {
        if (!(node instanceof Items items)) {
            return wrongShape(node, path, "a list");
        }
        List<Object> bound = new ArrayList<>();
        for (int i = 0; i < items.nodes().size(); i++) {
            Object value = value(items.nodes().get(i), element, field, join(path, Integer.toString(i + 1)));
            if (value != null) {
                bound.add(value);
            }
        }
        return List.copyOf(bound);
    }

    private @Nullable Object choice(Node node, Class<?> type, String path) {
        if (node instanceof Text text) {
            Optional<Class<?>> word = Choices.word(text, type);
            return word.isPresent()
                    ? record(Mapping.empty(text.place()), RecordForm.of(word.get()), path, true)
                    : alternative(Choices.led(text, type).orElseGet(() -> asId(text)), type, path);
        }
        return node instanceof Mapping mapping
                ? alternative(mapping, type, path)
                : wrongShape(node, path, Choices.form(type));
    }

    private @Nullable Object alternative(Mapping written, Class<?> type, String path) {
        Optional<Mapping> mapping = fromShelf(written, type);
        if (mapping.isEmpty()) {
            return null;
        }
        String by = type.getAnnotation(Choice.class).by();
        Optional<Class<?>> chosen = by.isEmpty()
                ? Choices.byKey(mapping.get(), type, path, mended, problems)
                : Choices.byText(mapping.get(), type, by, path, mended, problems);
        Mapping rest =
                mapping.get().without(by.isEmpty() ? Choices.superseded(mapping.get(), type, chosen) : Set.of(by));
        return chosen.map(record -> record(rest, RecordForm.of(record), path, true))
                .orElse(null);
    }

    // The entry that is named by id, under the keys that differ from it; what names none stands for itself.
    private Optional<Mapping> fromShelf(Mapping written, Class<?> type) {
        CatalogEntry catalog = type.getAnnotation(CatalogEntry.class);
        Optional<Text> id = written.text("id");
        return catalog == null || id.isEmpty()
                ? Optional.of(written)
                : entries.find(catalog.value(), id.get())
                        .map(entry -> Layers.merge(
                                entry, written.without(Set.of("id")).laid(), problems));
    }

    private static Mapping asId(Text text) {
        return Mapping.empty(text.place()).with("id", text.place(), text);
    }

    private @Nullable Object wrongShape(Node node, String path, String expected) {
        problems.error("wrong-shape", node.place(), "%s is %s, not %s".formatted(path, expected, node.kind()));
        return null;
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    /** What a message about a key that a record does not have says. */
    private static final class UnknownKey {
        static String message(String path, String key, Set<String> keys, Class<?> root) {
            String where = path.isEmpty() ? "the top level" : path;
            Optional<String> near = Nearest.to(key, keys);
            if (near.isPresent()) {
                return "'%s' is not a key of %s. Maybe %s?".formatted(key, where, near.get());
            }
            List<String> elsewhere = Paths.of(root).stream()
                    .filter(known -> known.equals(key) || known.endsWith("." + key))
                    .toList();
            String advice = elsewhere.isEmpty()
                    ? ""
                    : " Maybe %s?"
                            .formatted(
                                    elsewhere.contains(key)
                                            ? key + " at the top level"
                                            : String.join(" or ", elsewhere));
            return "'%s' is not a key of %s, which has %s.%s".formatted(key, where, String.join(", ", keys), advice);
        }
    }
}
