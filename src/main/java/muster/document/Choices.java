package muster.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.document.yaml.Mapping;
import muster.document.yaml.Text;

/** Tells which alternative of a sealed {@link Choice} a file means. */
final class Choices {
    private Choices() {}

    static String key(Class<?> alternative) {
        When when = alternative.getAnnotation(When.class);
        return when == null ? "" : when.key();
    }

    static Optional<Class<?>> word(Text text, Class<?> type) {
        return RecordForm.alternatives(type).stream()
                .filter(alternative -> alternative.isAnnotationPresent(When.class)
                        && !alternative.getAnnotation(When.class).word().isEmpty()
                        && alternative.getAnnotation(When.class).word().equals(text.value()))
                .findFirst();
    }

    /** The key that the first word of a text stands for, with the rest of the text as its value. */
    static Optional<Mapping> led(Text text, Class<?> type) {
        return RecordForm.alternatives(type).stream()
                .map(alternative -> alternative.getAnnotation(When.class))
                .filter(when ->
                        when != null && !when.lead().isEmpty() && text.value().startsWith(when.lead() + " "))
                .findFirst()
                .map(when -> Mapping.empty(text.place())
                        .with(
                                when.key(),
                                text.place(),
                                new Text(
                                        text.value()
                                                .substring(when.lead().length())
                                                .strip(),
                                        text.place(),
                                        text.source())));
    }

    /**
     * The alternative whose key is there. Two exclude each other, unless one of them was set on the command line, which then
     * takes the place of what the file says.
     */
    static Optional<Class<?>> byKey(Mapping mapping, Class<?> type, String path, boolean mended, Problems problems) {
        List<Class<?>> present = present(mapping, type);
        List<Class<?>> set = present.stream()
                .filter(alternative -> mapping.keyPlace(key(alternative)).onCommandLine())
                .toList();
        if (present.size() > 1 && set.size() != 1) {
            String first = key(present.get(0));
            String second = key(present.get(1));
            problems.error(
                    "two-choices",
                    mapping.keyPlace(second),
                    "%s has both %s and %s, which exclude each other. Maybe !replace on %s, or !delete on one of them?"
                            .formatted(path, first, second, path));
            return Optional.empty();
        }
        if (present.isEmpty() && !mended) {
            problems.error(
                    "missing-key",
                    mapping.place(),
                    "%s needs one of %s%s".formatted(path, keys(type), nearest(mapping, type)));
        }
        return set.stream().findFirst().or(() -> present.stream().findFirst());
    }

    /**
     * The keys of alternatives that are there and were not chosen, whether an error said so or the command line; those of
     * all where none is there, since which keys are too many can be told only when the alternative is.
     */
    static Set<String> superseded(Mapping mapping, Class<?> type, Optional<Class<?>> chosen) {
        List<Class<?>> present = present(mapping, type);
        Set<String> keys = (present.isEmpty() ? RecordForm.alternatives(type) : present)
                .stream()
                        .flatMap(alternative -> RecordForm.of(alternative).keys().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        chosen.ifPresent(
                alternative -> keys.removeAll(RecordForm.of(alternative).keys()));
        return keys;
    }

    private static List<Class<?>> present(Mapping mapping, Class<?> type) {
        return RecordForm.alternatives(type).stream()
                .filter(alternative -> !key(alternative).isEmpty()
                        && mapping.get(key(alternative)).isPresent())
                .toList();
    }

    static Optional<Class<?>> byText(
            Mapping mapping, Class<?> type, String by, String path, boolean mended, Problems problems) {
        List<String> names =
                RecordForm.alternatives(type).stream().map(RecordForm::name).toList();
        Optional<Text> text = mapping.text(by);
        if (text.isEmpty()) {
            if (!mended) {
                problems.error(
                        "missing-key",
                        mapping.place(),
                        "%s.%s is missing: one of %s".formatted(path, by, String.join(", ", names)));
            }
            return Optional.empty();
        }
        Optional<Class<?>> named = RecordForm.alternatives(type).stream()
                .filter(alternative ->
                        RecordForm.name(alternative).equals(text.get().value()))
                .findFirst();
        if (named.isEmpty()) {
            problems.error(
                    "unknown-word",
                    text.get().place(),
                    "'%s' is not a %s of %s; there are %s.%s"
                            .formatted(
                                    text.get().value(),
                                    by,
                                    path,
                                    String.join(", ", names),
                                    Nearest.maybe(text.get().value(), names)));
        }
        return named;
    }

    // A slip in the key that tells the alternative would else be told as if the key were not there.
    private static String nearest(Mapping mapping, Class<?> type) {
        List<String> keys =
                RecordForm.alternatives(type).stream().map(Choices::key).toList();
        return mapping.members().keySet().stream()
                .flatMap(written -> Nearest.to(written, keys).stream()
                        .map(near -> ", not '%s'. Maybe %s?".formatted(written, near)))
                .findFirst()
                .orElse("");
    }

    static String form(Class<?> type) {
        String by = type.getAnnotation(Choice.class).by();
        return by.isEmpty() ? "a mapping with one of " + keys(type) : "a mapping with " + by;
    }

    private static String keys(Class<?> type) {
        return RecordForm.alternatives(type).stream()
                .map(alternative -> {
                    When when = alternative.getAnnotation(When.class);
                    return when.key().isEmpty()
                            ? when.word()
                            : when.lead().isEmpty() ? when.key() : when.lead() + " ...";
                })
                .collect(Collectors.joining(", "));
    }
}
