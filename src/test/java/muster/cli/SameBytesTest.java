package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same command gives the same bytes, twice and in any language. */
final class SameBytesTest {
    // The first run of each command, with which all others are compared.
    private static final Map<List<String>, Cli.Run> FIRST = new HashMap<>();

    static Stream<List<String>> commands() {
        return Stream.of(
                List.of("estimate", "essay-2023", "essay-2023-scaled", "--explain"),
                List.of("estimate", "serve-llama-70b", "--format", "json"),
                List.of("estimate", "davidson-sheet", "--format", "csv"),
                List.of("estimate", "gpt-2030", "--format", "MARKDOWN", "--explain"),
                List.of("estimate", "--list"),
                List.of("estimate", "essay-2023-uncertain", "--samples", "3000", "--points", "sobol"),
                List.of("sensitivity", "--samples", "512"),
                List.of("reproduce"),
                List.of("reproduce", "--format", "json"),
                List.of("catalog", "list"),
                List.of("allocate", "one-kind-of-chip", "--format", "json"),
                List.of("allocate", "one-kind-of-chip", "--explain"),
                List.of("throughput", "--model", "llama-3.1-8b", "--chip", "nvidia-h100-sxm", "--explain"),
                List.of("compare", "small-model", "--techniques", "fp8"),
                List.of("scale", "--compute", "1e25", "--shape"),
                List.of("fleet", "--samples", "100"),
                List.of("accuracy", "gains"),
                List.of("estimate", "--help"),
                List.of("estimate", Cli.file("muddled.yaml")),
                List.of("estimate", "--set", "INFERENCE.throughput.utilization=15%"),
                List.of("estimate", "ESSAY-2023"),
                List.of("reproduce", "--id", "DAVIDSON"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void twoRunsGiveTheSameBytes(List<String> command) {
        Cli.Run first = first(command);
        assertThat(run(command)).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG-u-nu-arab", "fa-IR-u-nu-arabext", "hi-IN-u-nu-deva"})
    void noLanguageChangesAByte(String language) {
        Locale before = Locale.getDefault();
        List<Cli.Run> expected = commands().map(SameBytesTest::first).toList();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            // Digits of the language, so that nothing passes because the JVM does not know it.
            assertThat("%d".formatted(7).equals("7")).isEqualTo(!language.contains("-nu-"));
            assertThat(commands().map(SameBytesTest::run)).containsExactlyElementsOf(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Cli.Run first(List<String> command) {
        return FIRST.computeIfAbsent(command, SameBytesTest::run);
    }

    private static Cli.Run run(List<String> command) {
        return Cli.muster(command.toArray(String[]::new));
    }
}
