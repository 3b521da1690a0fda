package muster.docs;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the documentation takes from the source text: words of Javadoc, and codes of problems. */
final class Sources {
    private static final Path MAIN = Page.HOME.resolve("src/main/java");
    private static final Map<String, String> TEXTS = readTexts();

    private Sources() {}

    /** The first sentence of the Javadoc of a class. */
    static String summary(Class<?> type) {
        Matcher sentence = Pattern.compile("(.*?)\\.(?=\\s*$|\\s+[A-Z<@])")
                .matcher(javadoc(type).replaceAll("(?s)<pre>.*", ""));
        assertThat(sentence.find()).as("the Javadoc of %s has a sentence", type).isTrue();
        return sentence.group(1);
    }

    /** What the Javadoc of a record says of a component. */
    static String param(Class<?> type, String component) {
        Matcher param =
                Pattern.compile("@param " + component + "\\b(.*?)(?=@|$)").matcher(javadoc(type));
        assertThat(param.find())
                .as("the Javadoc of %s has @param %s", type, component)
                .isTrue();
        return param.group(1).strip();
    }

    /** The codes that a method is called with, as {@code "unknown-key"} in {@code problems.error("unknown-key", ...)}. */
    static Set<String> codes(String method) {
        Pattern literal = Pattern.compile("\"([a-z0-9-]+)\"");
        return found(file -> true, Pattern.compile("\\." + method + "\\((?!\\))([^,;]*),"))
                .flatMap(argument -> literal.matcher(argument).results().map(result -> result.group(1)))
                .collect(toCollection(TreeSet::new));
    }

    /** The names that figures of an estimate are given, as far as they stand in the source whole or as a constant. */
    static Set<String> names() {
        Predicate<String> estimates = file -> !Path.of(file).startsWith("muster/allocation");
        Map<String, String> constants = FigureNames.constants();
        Stream<String> literals =
                found(estimates, Pattern.compile("\\.(?:as|constant|solved)\\(\\s*\"([a-z0-9_.]*[a-z0-9])\""));
        Stream<String> named = found(
                        estimates, Pattern.compile("\\.(?:as|constant|solved)\\(\\s*(\\w+Figures\\.[A-Z0-9_]+)\\s*,"))
                .map(constant -> Objects.requireNonNull(constants.get(constant), constant));
        return Stream.concat(literals, named).collect(toCollection(TreeSet::new));
    }

    /** The text of every source file by its path below the sources, without comments. */
    static Map<String, String> texts() {
        return TEXTS;
    }

    private static Map<String, String> readTexts() {
        try (Stream<Path> files = Files.walk(MAIN)) {
            Map<String, String> texts = new TreeMap<>();
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> texts.put(
                            MAIN.relativize(file).toString(),
                            read(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "")));
            return Collections.unmodifiableMap(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> found(Predicate<String> which, Pattern pattern) {
        return TEXTS.entrySet().stream()
                .filter(file -> which.test(file.getKey()))
                .flatMap(file -> pattern.matcher(file.getValue()).results())
                .map(result -> result.group(1));
    }

    // The text of the comment before the declaration, on one line, with Markdown for {@code ...}.
    private static String javadoc(Class<?> type) {
        Class<?> top = type;
        while (top.getEnclosingClass() != null) {
            top = top.getEnclosingClass();
        }
        String source = read(MAIN.resolve(top.getName().replace('.', '/') + ".java"));
        int declaration = declaration(type, source);
        int start = source.lastIndexOf("/**", declaration);
        int end = source.indexOf("*/", start);
        assertThat(start).as("%s has Javadoc", type).isNotNegative();
        return source.substring(start + "/**".length(), end)
                .replaceAll("(?m)^\\s*\\*", "")
                .replaceAll("\\s+", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link ([^}]*)}", "$1")
                .strip();
    }

    private static int declaration(Class<?> type, String source) {
        Matcher declared = Pattern.compile("\\b(?:class|record|interface|enum) " + type.getSimpleName() + "\\b")
                .matcher(source);
        assertThat(declared.find()).as("the source of %s", type).isTrue();
        return declared.start();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
