package muster.document;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.diagnostic.Place;
import muster.document.yaml.Items;
import muster.document.yaml.Mapping;
import muster.document.yaml.Node;
import muster.document.yaml.Text;
import muster.uncertainty.Source;
import org.jspecify.annotations.Nullable;

/**
 * A record as the tree that {@link Binder} makes it of: words, whole numbers and texts, and records, choices by a key and lists of
 * them. What holds what it would hold without being said is left out.
 */
public final class RecordTree {
    private final Place place;
    private final Optional<Source> source;

    private RecordTree(Place place, Source source) {
        this.place = place;
        this.source = Optional.of(source);
    }

    /**
     * The tree of a record.
     *
     * @param written the record
     * @param place where its values come from
     * @param source what is cited for them
     * @throws IllegalStateException if it holds anything else, as quantities
     */
    public static Mapping of(Record written, Place place, Source source) {
        return new RecordTree(place, source).mapping(written, written.getClass());
    }

    private Mapping mapping(Record written, Class<?> declared) {
        Map<String, Mapping.Member> members = new LinkedHashMap<>();
        Choice choice = declared.getAnnotation(Choice.class);
        if (choice != null && !choice.by().isEmpty()) {
            put(members, choice.by(), new Text(RecordForm.name(written.getClass()), place));
        }
        for (RecordForm.Field field : RecordForm.of(written.getClass()).fields()) {
            Object held = value(field, written);
            if (field.inline() && held instanceof Record beside) {
                members.putAll(mapping(beside, raw(field.type())).members());
            } else if (held != null) {
                Node node = node(held, field.type());
                boolean unsaid = node instanceof Text text
                        && field.annotation(Otherwise.class)
                                .filter(otherwise -> otherwise.value().equals(text.value()))
                                .isPresent();
                if (!unsaid) {
                    put(members, field.key(), node);
                }
            }
        }
        return Mapping.empty(place).with(members);
    }

    private void put(Map<String, Mapping.Member> members, String key, Node node) {
        members.put(key, new Mapping.Member(place, node));
    }

    private static @Nullable Object value(RecordForm.Field field, Record written) {
        try {
            Method accessor = field.component().getAccessor();
            accessor.setAccessible(true);
            Object value = accessor.invoke(written);
            return value instanceof Optional<?> optional ? optional.orElse(null) : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + field.key(), e);
        }
    }

    private Node node(Object held, Type declared) {
        if (held instanceof List<?> list) {
            return new Items(list.stream().map(item -> node(item, declared)).toList(), place);
        }
        if (held instanceof Integer || held instanceof Boolean || held instanceof Enum<?> || held instanceof String) {
            return new Text(held.toString(), place, source);
        }
        if (held instanceof Record inner && !Scalars.holds(inner.getClass())) {
            return mapping(inner, raw(declared));
        }
        throw new IllegalStateException("no tree of a " + held.getClass().getName());
    }

    // What an optional or a list holds.
    private static Class<?> raw(Type declared) {
        return declared instanceof ParameterizedType of ? raw(of.getActualTypeArguments()[0]) : (Class<?>) declared;
    }
}
