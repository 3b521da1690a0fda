package muster.docs;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import muster.document.Absent;
import muster.document.CatalogEntry;
import muster.document.Choice;
import muster.document.In;
import muster.document.Inline;
import muster.document.Otherwise;
import muster.document.Range;
import muster.document.When;
import muster.document.yaml.Text;
import muster.uncertainty.Input;
import muster.unit.CalendarPeriod;
import muster.unit.Quantity;

/** The keys of a form of file, read off its records: annotations tell unit and default, Javadoc tells the meaning. */
final class KeyTable {
    private static final List<String> HEAD = List.of("key", "with", "holds", "left out", "meaning");
    private static final String NEEDED = "needed";
    private static final String ALWAYS = "any";

    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Class<?>> within = new HashSet<>();

    private KeyTable() {}

    /** The keys of a record, or of the alternatives of a sealed interface. */
    static PageTable of(Class<?> type) {
        KeyTable table = new KeyTable();
        table.keys(type, "", ALWAYS);
        return table.shown();
    }

    /** The keys of one section of a record. */
    static PageTable ofSection(Class<?> type, String section) {
        KeyTable table = new KeyTable();
        table.keys(element(component(type, section).getGenericType()), "", ALWAYS);
        return table.shown();
    }

    /** The sections of a record; its lists and lines of text are told by hand. */
    static List<String> sections(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(section -> !section.getGenericType().getTypeName().contains("String"))
                .filter(section -> !section.getGenericType().getTypeName().contains("List<"))
                .map(section -> snake(section.getName()))
                .toList();
    }

    // Without alternatives the column that tells them apart is left away.
    private PageTable shown() {
        boolean alternatives = rows.stream().anyMatch(row -> !row.get(1).equals(ALWAYS));
        return alternatives
                ? new PageTable(HEAD, rows)
                : new PageTable(
                        without(HEAD), rows.stream().map(KeyTable::without).toList());
    }

    private static List<String> without(List<String> cells) {
        List<String> fewer = new ArrayList<>(cells);
        fewer.remove(1);
        return fewer;
    }

    private void keys(Class<?> type, String path, String with) {
        if (type.isAnnotationPresent(Choice.class)) {
            alternatives(type, path);
        } else {
            Arrays.stream(type.getRecordComponents()).forEach(component -> component(type, component, path, with));
        }
    }

    private void alternatives(Class<?> type, String path) {
        String by = type.getAnnotation(Choice.class).by();
        for (Class<?> alternative : permitted(type)) {
            String name = kebab(alternative.getSimpleName());
            if (!by.isEmpty()) {
                row(path + by, ALWAYS, code(name), NEEDED, Sources.summary(alternative));
            }
            keys(
                    alternative,
                    path,
                    code(
                            by.isEmpty()
                                    ? path
                                            + alternative
                                                    .getAnnotation(When.class)
                                                    .key()
                                    : by + ": " + name));
        }
    }

    private void component(Class<?> type, RecordComponent component, String path, String with) {
        if (component.isAnnotationPresent(Inline.class)) {
            keys(component.getType(), path, with);
            return;
        }
        Class<?> element = element(component.getGenericType());
        String key = path + snake(component.getName()) + (is(component, Map.class) ? ".NAME" : "");
        row(key, with, holds(component, element), leftOut(component), Sources.param(type, component.getName()));
        boolean nested = !element.isAnnotationPresent(CatalogEntry.class)
                && (element.isAnnotationPresent(Choice.class) || (element.isRecord() && !single(element)));
        // What holds its own kind, as blocks of several kinds, is told once.
        if (nested && within.add(element)) {
            keys(element, key + ".", with);
            within.remove(element);
        }
    }

    private void row(String key, String with, String holds, String leftOut, String meaning) {
        rows.add(List.of(code(key), with, holds, leftOut, meaning));
    }

    private static String holds(RecordComponent component, Class<?> element) {
        String one = holds(element, component.getAnnotation(In.class));
        return is(component, java.util.List.class) ? "list: " + one : one;
    }

    private static String holds(Class<?> element, In in) {
        if (element == Input.class) {
            return number(in);
        }
        if (element == Quantity.class) {
            return "number in any unit";
        }
        if (element == CalendarPeriod.class) {
            return "date, as `2025-12-31`, `2025-12`, `2025-Q4`, `2025-H2` or `2025`";
        }
        if (element == LocalDate.class) {
            return "date, as `2025-12-31`";
        }
        if (element == int.class) {
            return "whole number";
        }
        if (element == boolean.class) {
            return codes(List.of("true", "false"));
        }
        if (element.isEnum()) {
            return codes(Arrays.stream(element.getEnumConstants())
                    .map(Object::toString)
                    .toList());
        }
        if (element.isAnnotationPresent(CatalogEntry.class)) {
            return "id of a %s, alone or as `id` beside keys that differ"
                    .formatted(code(element.getAnnotation(CatalogEntry.class).value()));
        }
        List<String> words = words(element);
        String form = single(element) || element == String.class ? "text" : "mapping";
        return words.isEmpty() ? form : codes(words) + ", or a mapping";
    }

    private static String number(In in) {
        String range = in.range() == Range.ANY ? "" : ", " + in.range();
        if (in.value().equals("1")) {
            return "number" + range;
        }
        String also = in.plain().equals("1") ? "number, or in " : "in ";
        return also + code(in.plain().isEmpty() || in.plain().equals("1") ? in.value() : in.plain()) + range;
    }

    private static String leftOut(RecordComponent component) {
        Otherwise otherwise = component.getAnnotation(Otherwise.class);
        if (otherwise != null) {
            return "%s: %s".formatted(code(otherwise.value()), otherwise.because());
        }
        Absent absent = component.getAnnotation(Absent.class);
        return !is(component, Optional.class)
                ? NEEDED
                : absent == null ? "may be" : "may be, or " + code(absent.value());
    }

    // Sealed interfaces that only group alternatives are no alternatives themselves.
    private static List<Class<?>> permitted(Class<?> type) {
        List<Class<?>> permitted = new ArrayList<>();
        for (Class<?> one : type.getPermittedSubclasses()) {
            if (one.isSealed() && !one.isAnnotationPresent(Choice.class)) {
                permitted.addAll(permitted(one));
            } else {
                permitted.add(one);
            }
        }
        return permitted;
    }

    private static List<String> words(Class<?> type) {
        return !type.isAnnotationPresent(Choice.class)
                ? List.of()
                : permitted(type).stream()
                        .map(alternative -> alternative.getAnnotation(When.class))
                        .filter(when -> when != null)
                        .map(when -> when.lead().isEmpty() ? when.word() : when.lead() + " ...")
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    // Records that a file writes as one value.
    private static boolean single(Class<?> type) {
        return type == Text.class || type == Quantity.class || type == CalendarPeriod.class || type == Input.class;
    }

    private static boolean is(RecordComponent component, Class<?> type) {
        boolean inside = component.getGenericType() instanceof ParameterizedType parameterized
                && raw(parameterized.getActualTypeArguments()[0]) == type;
        return inside || component.getType() == type;
    }

    private static Class<?> element(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            return element(arguments[arguments.length - 1]);
        }
        return (Class<?>) type;
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type);
    }

    private static RecordComponent component(Class<?> type, String key) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> snake(component.getName()).equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String codes(List<String> words) {
        return words.stream().map(KeyTable::code).collect(Collectors.joining(", "));
    }

    private static String snake(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static String kebab(String camel) {
        return snake(camel).replace('_', '-');
    }
}
