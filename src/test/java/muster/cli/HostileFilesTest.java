package muster.cli;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files made to take long, to take all memory or to be anything but a file of ours, as a scenario, in a folder of
 * {@code --catalog} and as an overlay of a scenario. The time limit is a guard, not a measure.
 */
final class HostileFilesTest {
    private static final String CHIP = "schema: chip/v1\nid: nvidia-h20\n";
    private static final String SCENARIO = "schema: scenario/v1\nid: a\n";
    private static final int LARGE = 300_000;

    @TempDir
    private Path folder;

    static List<Arguments> hostile() {
        String deep = "a: " + "[".repeat(LARGE);
        String bomb = IntStream.range(1, 40)
                .mapToObj(i -> "a%d: &a%d [%s]\n"
                        .formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9)))
                .collect(Collectors.joining("", "a0: &a0 lol\n", SCENARIO));
        byte[] noise = new byte[LARGE];
        new Random(4).nextBytes(noise);
        String whole = SCENARIO + "fleet: {chips: {nvidia-h20: 10}, share: \"50%\"}\n";
        return List.of(
                Arguments.of("a YAML bomb", bytes(bomb), "anchor"),
                Arguments.of(
                        "a merge bomb", bytes(SCENARIO + "x: &x {a: 1}\n" + "y: {<<: *x}\n".repeat(1000)), "anchor"),
                Arguments.of("deep nesting", bytes(deep), "too-deep"),
                Arguments.of("deep mappings", bytes("{a: ".repeat(LARGE)), "too-deep"),
                Arguments.of("noise", noise, "not-text"),
                Arguments.of(
                        "an archive", new byte[] {'P', 'K', 3, 4, 20, 0, 8, 8, (byte) 0x8f, (byte) 0xff}, "not-text"),
                Arguments.of("zeros", new byte[LARGE], "syntax"),
                Arguments.of("UTF-16", "schema: scenario/v1\n".getBytes(StandardCharsets.UTF_16), "not-text"),
                Arguments.of(
                        "a character cut in half",
                        Arrays.copyOf(bytes(whole + "\u20ac"), whole.length() + 2),
                        "not-text"),
                Arguments.of("a text cut in a quote", bytes(whole.substring(0, whole.indexOf("50%") + 2)), "syntax"),
                Arguments.of("a text cut in a bracket", bytes(whole.substring(0, whole.indexOf("share"))), "syntax"),
                Arguments.of("nothing", new byte[0], "empty"),
                Arguments.of(
                        "an id without end", bytes("schema: chip/v1\nid: a" + ".a".repeat(LARGE) + "\n"), "bad-id"),
                Arguments.of("a key without end", bytes(CHIP + "k".repeat(LARGE) + ": 1\n"), "syntax"),
                Arguments.of("keys without end", bytes(CHIP + keys(20_000)), "unknown-key"),
                Arguments.of("problems without end", bytes(CHIP + "peak: {" + list(20_000) + "}\n"), "unknown-key"),
                Arguments.of(
                        "a number of spaces",
                        bytes(CHIP + "power: {tdp: 1" + " ".repeat(LARGE) + "W}\n"),
                        "not-a-quantity"),
                Arguments.of(
                        "a number of words",
                        bytes(CHIP + "power: {tdp: 1" + " to 1".repeat(LARGE / 5) + "}\n"),
                        "not-a-quantity"),
                Arguments.of(
                        "a number of digits",
                        bytes(CHIP + "power: {tdp: " + "9".repeat(LARGE) + " W}\n"),
                        "not-a-quantity"),
                Arguments.of(
                        "a unit without end",
                        bytes(CHIP + "power: {tdp: 1 W" + "/s".repeat(LARGE) + "}\n"),
                        "not-a-quantity"),
                Arguments.of(
                        "a date without end",
                        bytes(CHIP + "available: 2025" + "-12".repeat(LARGE) + "\n"),
                        "not-a-date"),
                Arguments.of(
                        "a word without end",
                        bytes(CHIP + "status: " + "available".repeat(LARGE / 9) + "\n"),
                        "unknown-word"),
                Arguments.of(
                        "a schema without end",
                        bytes("schema: chip" + "/v1".repeat(LARGE) + "\nid: a\n"),
                        "unknown-schema"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> "k%d: 1\n".formatted(i)).collect(Collectors.joining());
    }

    private static String list(int count) {
        return IntStream.range(0, count).mapToObj(i -> "k%d: 1".formatted(i)).collect(Collectors.joining(", "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefusedAsAScenario(String what, byte[] content, String code) throws IOException {
        Path file = Files.write(folder.resolve("hostile.yaml"), content);

        refused(code, "estimate", file.toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefusedInACatalog(String what, byte[] content, String code) throws IOException {
        Files.write(folder.resolve("hostile.yaml"), content);

        refused(code, "catalog", "--catalog", folder.toString(), "validate");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefusedAsAnOverlay(String what, byte[] content, String code) throws IOException {
        Files.write(folder.resolve("hostile.yaml"), content);
        Path scenario = Files.writeString(
                folder.resolve("mine.yaml"), SCENARIO + "overlays: [hostile.yaml]\nfleet: {chips: {nvidia-h20: 1}}\n");

        refused(code, "estimate", scenario.toString());
    }

    @Test
    void aFileOfFiftyMegabytesIsNotRead() throws IOException {
        Path file = folder.resolve("huge.yaml");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(50_000_000);
        }

        refused("too-large", "estimate", file.toString());
        refused("too-large", "estimate", "essay-2023", "--catalog", folder.toString());
    }

    // Told in few and short lines, and nothing computed.
    private static void refused(String code, String... arguments) {
        Cli.Run run = assertTimeoutPreemptively(ofSeconds(30), () -> Cli.failed(3, arguments));

        assertThat(run.err()).contains("[" + code + "]");
        assertThat(run.problems()).hasSizeLessThan(300).allMatch(line -> line.length() < 2_000);
    }
}
