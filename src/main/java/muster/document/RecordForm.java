package muster.document;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A record class as the form of a section.
 *
 * @param type the record class
 * @param fields its components in order
 * @param constructor makes it
 */
record RecordForm(Class<?> type, List<Field> fields, Constructor<?> constructor) {
    // What reflection tells is asked for once a class: thousands of entries may be bound.
    private static final Map<Class<?>, RecordForm> SHAPES = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Set<String>> KEYS = new ConcurrentHashMap<>();
    private static final Map<Class<?>, List<Class<?>>> ALTERNATIVES = new ConcurrentHashMap<>();
    private static final Map<Class<?>, String> NAMES = new ConcurrentHashMap<>();

    /**
     * One component.
     *
     * @param key the key that holds it
     * @param component the record component
     */
    record Field(String key, RecordComponent component) {
        Type type() {
            return component.getGenericType();
        }

        <A extends Annotation> Optional<A> annotation(Class<A> annotation) {
            return Optional.ofNullable(component.getAnnotation(annotation));
        }

        boolean inline() {
            return component.isAnnotationPresent(Inline.class);
        }
    }

    static RecordForm of(Class<?> type) {
        return SHAPES.computeIfAbsent(type, RecordForm::reflect);
    }

    private static RecordForm reflect(Class<?> type) {
        List<Field> fields = Arrays.stream(type.getRecordComponents())
                .map(component -> new Field(snake(component.getName()), component))
                .toList();
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new RecordForm(type, fields, constructor);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("no record: " + type.getName(), e);
        }
    }

    /**
     * The record of these values.
     *
     * @throws IllegalArgumentException if the record refuses them, saying why
     */
    Object create(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("cannot make a " + type.getName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getName(), e);
        }
    }

    /** The keys that may stand in the mapping, with those of inline components. */
    Set<String> keys() {
        // Not computeIfAbsent, which must not call itself: keys of a record beside are asked for within.
        Set<String> known = KEYS.get(type);
        if (known == null) {
            known = Collections.unmodifiableSet(allKeys());
            KEYS.put(type, known);
        }
        return known;
    }

    private Set<String> allKeys() {
        return fields.stream()
                .flatMap(field -> field.inline() ? inlineKeys(field).stream() : java.util.stream.Stream.of(field.key()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> inlineKeys(Field field) {
        Class<?> type = field.component().getType();
        return (type.isRecord() ? List.of(type) : alternatives(type))
                .stream()
                        .flatMap(alternative -> of(alternative).keys().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The alternatives of a sealed interface in the order of its {@code permits}, through sealed interfaces that only group them. */
    static List<Class<?>> alternatives(Class<?> sealed) {
        List<Class<?>> known = ALTERNATIVES.get(sealed);
        if (known == null) {
            known = allAlternatives(sealed);
            ALTERNATIVES.put(sealed, known);
        }
        return known;
    }

    private static List<Class<?>> allAlternatives(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .<Class<?>>flatMap(one -> one.isSealed() && !one.isAnnotationPresent(Choice.class)
                        ? alternatives(one).stream()
                        : Stream.of(one))
                .toList();
    }

    /** The name of an alternative in a file: its class name in kebab case. */
    static String name(Class<?> alternative) {
        return NAMES.computeIfAbsent(
                alternative, type -> snake(type.getSimpleName()).replace('_', '-'));
    }

    private static String snake(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
