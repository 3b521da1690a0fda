package muster.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HarmlessTest {

    // Escapes, controls, marks that turn letters, ends of lines, what has no width, and half a character.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001B",
                "\u009B",
                "\u0007",
                "\0",
                "\u007F",
                "\r",
                "\u0085",
                "\u202E",
                "\u2066",
                "\u200F",
                "\u061C",
                "\u2028",
                "\uFEFF",
                "\uFFFE",
                "\uDB40\uDC41",
                "\uD83D"
            })
    void whatCannotBeSeenIsShown(String hidden) {
        String text = "a" + hidden + "b";

        assertThat(Harmless.lines(text)).matches("a(\\\\u[0-9a-f]{4})+b");
        assertThat(Harmless.lines(Harmless.lines(text))).isEqualTo(Harmless.lines(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "Gr\u00FC\u00DFe, \u4F60\u597D",
                "\uD83D\uDE80",
                "a\nb",
                "soft\u00AD, \u0646\u200C\u0647"
            })
    void whatCanBeSeenStays(String text) {
        assertThat(Harmless.lines(text)).isSameAs(text);
    }

    @Test
    void aLineIsOne() {
        assertThat(Harmless.line("a\nb\r\nc\td\re\u001B[2J")).isEqualTo("a b c d e\\u001b[2J");
        assertThat(Harmless.lines("a\r\nb")).isEqualTo("a\nb");
        assertThat(Harmless.only("\t", "\t\n")).isEqualTo("\t\\u000a");
    }
}
