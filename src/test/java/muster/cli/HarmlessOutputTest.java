package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import muster.writer.OutputFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a file says cannot steer what it is read on. */
final class HarmlessOutputTest {
    // An escape sequence that wipes the screen, one of eight bits, letters turned round, a return over what was said.
    private static final String HOSTILE = "\\e[2J\\x9b31m\\u202e\\r <script>alert(1)</script> [x](javascript:alert(1))";

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("chip.yaml"), """
            schema: chip/v1
            id: nvidia-h20
            title: "=1+1 %s"
            sources: {lab: {title: "=1+1 %s", tier: measured}}
            power: {tdp: {value: 410 W, source: lab}}
            """.formatted(HOSTILE, HOSTILE));
        Files.writeString(folder.resolve("scenario.yaml"), """
            schema: scenario/v1
            id: mine
            extends: essay-2023
            title: "%s"
            sources: {lab: {title: "=1+1 %s", tier: assumption}}
            fleet: {share: {value: 20%%, source: lab}}
            """.formatted(HOSTILE, HOSTILE));
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void inEveryFormat(OutputFormat format) {
        String estimate = said("estimate", "mine", "--explain", "--format", format.toString());
        String explained = said("catalog", "explain", "nvidia-h20.power.tdp", "--format", format.toString());

        if (format == OutputFormat.MARKDOWN || format == OutputFormat.HTML) {
            assertThat(estimate + explained).doesNotContain("<script").contains("&lt;script");
        }
        if (format == OutputFormat.CSV) {
            assertThat(estimate + explained).contains("'=1+1").doesNotContain(",=1", "\"=1", "\n=1");
        }
    }

    @Test
    void inListsAndEntries() {
        assertThat(said("catalog", "list", "chip")).contains("=1+1 \\u001b[2J\\u009b31m\\u202e");
        assertThat(said("estimate", "--list")).contains("\\u001b[2J\\u009b31m\\u202e  <script>");
        String shown = said("catalog", "show", "nvidia-h20");
        assertThat(shown).contains("title: \"=1+1 \\e[2J").doesNotContain("\r");
    }

    @Test
    void inMessages() throws IOException {
        Path file = Files.writeString(folder.resolve("scenario.yaml"), """
            schema: scenario/v1
            id: mine
            "fl\\e[2J\\neet.yaml:1:1: error [none] no": 1
            """);

        Cli.Run run = Cli.failed(3, "estimate", file.toString(), "--set", "a\u001B[2J=1");

        assertHarmless(run.err());
        assertThat(run.err()).contains("fl\\u001b[2J eet.yaml:1:1: error [none] no");
        assertThat(run.problems()).noneMatch(line -> line.startsWith("eet.yaml"));
        assertHarmless(Cli.muster("estimate", "--\u001B[2J").err());
    }

    private String said(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--catalog";
        all[arguments.length + 1] = folder.toString();
        String out = Cli.good(all).out();
        assertHarmless(out);
        return out;
    }

    private static void assertHarmless(String text) {
        assertThat(text).doesNotContainPattern("[\\p{Cntrl}&&[^\n\t]]|\u009B|\u202E");
    }
}
