package muster.model;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The kind of a shape: which alternatives it takes wherever shapes differ in kind and not in number, as {@code
 * attention.mixed=window}. It is read off the records of the shape itself, so that a kind of layer that is added to them is a
 * trait without a list of traits: of a sealed interface the alternative, of an enumeration the constant unless it is the plain
 * one, {@code NONE}, and switches that are on.
 */
public final class Traits {
    private Traits() {}

    /** The traits of a shape, in order. */
    public static Set<String> of(Shape shape) {
        Set<String> traits = new TreeSet<>();
        visit("", shape, traits);
        return traits;
    }

    private static void visit(String path, Object node, Set<String> traits) {
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            String key = (path.isEmpty() ? "" : path + ".") + words(component.getName(), "_");
            Object value = get(component, node);
            @Nullable Object held = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            if (held instanceof List<?> groups) {
                groups.forEach(group -> group(path, group, traits));
            } else if (held instanceof Record) {
                traits.add(key + "=" + words(held.getClass().getSimpleName(), "-"));
                visit(key, held, traits);
            } else if (held instanceof Enum<?> constant && !constant.name().equals("NONE")) {
                traits.add(key + "=" + constant);
            } else if (Boolean.TRUE.equals(held)) {
                traits.add(key);
            }
        }
    }

    // What a group is of counts as what the whole is of: the same attention, alone or beside another.
    private static void group(String path, Object group, Set<String> traits) {
        for (RecordComponent component : group.getClass().getRecordComponents()) {
            if (get(component, group) instanceof Record kind) {
                traits.add(path + "=" + words(kind.getClass().getSimpleName(), "-"));
                visit(path, kind, traits);
            }
        }
    }

    private static Object get(RecordComponent component, Object node) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String words(String name, String between) {
        StringBuilder words = new StringBuilder();
        name.codePoints()
                .forEach(letter -> words.append(letter >= 'A' && letter <= 'Z' && !words.isEmpty() ? between : "")
                        .appendCodePoint(Character.toLowerCase(letter)));
        return words.toString();
    }
}
