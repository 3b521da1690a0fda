package muster.document.yaml;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.List;
import muster.diagnostic.Problems;
import muster.testing.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made to take long, or to take all memory. The time limit is a guard, not a measure. */
class YamlLimitsTest {
    private final Problems problems = new Problems();

    private List<Document> read(String text) {
        return assertTimeoutPreemptively(ofSeconds(10), () -> YamlReader.read("f.yaml", text, problems));
    }

    @ParameterizedTest
    @CsvSource({
        "'a: ', '[', f.yaml:1:54",
        "'a: ', '{a: ', f.yaml:1:201",
        "'', '- ', f.yaml:1:103",
        "'', '? ', f.yaml:1:103",
        "'a: ', '[a: ', f.yaml:1:101",
    })
    void deepNestingIsRefusedWhereItBecomesTooDeep(String start, String part, String place) {
        assertThat(read(start + part.repeat(100_000))).isEmpty();
        assertThat(Reported.in(problems)).containsExactly(place + " too-deep");
    }

    @Test
    void nestingThatAFileMayNeedIsFine() {
        assertThat(read("a: " + "[".repeat(45) + "]".repeat(45) + "\n")).hasSize(1);
        assertThat(problems.none()).isTrue();
    }

    @Test
    void aBillionLaughsAreNotExpanded() {
        StringBuilder text = new StringBuilder("a0: &a0 [ha, ha]\n");
        for (int i = 1; i < 30; i++) {
            text.append("a%d: &a%d [*a%d, *a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1, i - 1));
        }
        read(text.toString());
        assertThat(problems.sorted()).hasSize(30 + 29 * 4);
        assertThat(Reported.in(problems)).allMatch(line -> line.endsWith(" anchor"));
    }

    @Test
    void aTextOfFiveMegabytesIsRefusedUnread() {
        assertThat(read("a: " + "x".repeat(5_000_000))).isEmpty();
        assertThat(Reported.in(problems)).containsExactly("f.yaml:1:1 too-large");
        assertThat(Reported.messages(problems)).contains("5,000,003").contains("4,000,000");
    }

    @Test
    void aTextJustAtTheLimitIsRead() {
        String text = "a: " + "x".repeat(4_000_000 - 3);
        assertThat(read(text).get(0).root().text("a").orElseThrow().value()).hasSize(4_000_000 - 3);
        assertThat(problems.none()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "]", "}", ",", ":", ": ", "? ", "?\n", "-", "- \n", "*a ", "&a ", "!", "!a ", "\"", "'", "#", "# ", "%",
                "|", "|\n", ">", "\t", "\n", " ", "---\n", "...\n", "a", "a: ", "a\n", "a:\n", "\\", "@", "`", "\u0000",
                "\uFEFF", "[]", "{}", "[\n", "{a\n", "\"\n", "<<: 1\n", "a: [\n", "k: |\n", "a: \"\n"
            })
    void repetitionTakesNoLongTime(String part) {
        read(part.repeat(5_000));
        read("a: " + part.repeat(5_000) + "\nb: 1\n");
    }
}
