package muster.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The order of alternatives is the one written in {@code permits}. Left out, it is the order in which the compiler came upon the
 * records, which another order of its files changes, and with it schemas, messages and reference tables.
 */
final class AlternativesTest {
    private static final Pattern SEALED =
            Pattern.compile("(@Choice\\b[^{]*?)?\\bsealed interface (\\w+)([^{]*)\\{", Pattern.DOTALL);

    @Test
    void everyChoiceStatesItsAlternativesInOrder() throws IOException {
        List<String> silent = new ArrayList<>();
        int stated = 0;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java"))
                    .filter(one -> !one.endsWith("AlternativesTest.java"))
                    .toList()) {
                String text = Files.readString(file);
                silent.addAll(silent(text));
                stated += (int) SEALED.matcher(text).results().count();
            }
        }
        assertThat(silent).isEmpty();
        assertThat(stated).isGreaterThan(20);
    }

    // A sealed interface that extends another groups alternatives of a choice, and stands in its order.
    private static List<String> silent(String text) {
        return SEALED.matcher(text)
                .results()
                .filter(one -> one.group(1) != null || one.group(3).contains("extends"))
                .filter(one -> !one.group(3).contains("permits"))
                .map(MatchResult::group)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "@Choice public sealed interface A {, 1",
                "@Choice(by = \"method\") sealed interface A {, 1",
                "sealed interface A extends B {, 1",
                "sealed interface A {, 0",
                "@Choice(by = \"method\") public sealed interface A permits A.X {, 0",
                "sealed interface A extends B permits C {, 0",
            })
    void aChoiceWithoutOrderIsFound(String text, int found) {
        assertThat(silent(text)).hasSize(found);
    }
}
