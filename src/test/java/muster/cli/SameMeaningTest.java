package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that say the same in other bytes give the same results and the same hash of the catalog. */
class SameMeaningTest {
    private static final String CHIP = """
            schema: chip/v1
            id: nvidia-h100-sxm
            sources: {own: {title: a measurement of ours, tier: assumption}}
            power:
              tdp: {value: 701 W, source: own}
            memory:
              hbm:
                bandwidth: {value: 3.3 TB/s, source: own}
            """;
    private static final String SCENARIO = """
            schema: scenario/v1
            id: own
            extends: essay-2023-measured
            fleet:
              share: 31%
            training:
              duration: 91 day
            """;

    static Stream<Arguments> twins() {
        return Stream.of(
                twin("line ends of Windows", text -> text.replace("\n", "\r\n")),
                twin("a byte-order mark", text -> "\uFEFF" + text),
                twin("comments and blank lines", text -> "# mine\n\n" + text.replace("\n", " # so\n\n") + "# end\n"),
                twin("a mark of the document's start", text -> "---\n" + text),
                twin("quotes", text -> text.replace("31%", "\"31%\"").replace("701 W", "'701 W'")),
                twin(
                        "no flow style",
                        text -> text.replace(
                                "tdp: {value: 701 W, source: own}", "tdp:\n    value: 701 W\n    source: own")),
                twin("wider indentation", text -> text.replace("  ", "     ")),
                twin("sections in another order", SameMeaningTest::reordered));
    }

    private static Arguments twin(String what, UnaryOperator<String> change) {
        return Arguments.of(what, change);
    }

    // The blocks that begin at the margin, the last first; which entry it is stays on top, as people write it.
    private static String reordered(String text) {
        List<String> blocks = List.of(text.split("(?m)^(?=\\S)"));
        return Stream.concat(blocks.stream().limit(2), blocks.stream().skip(2).sorted(Comparator.reverseOrder()))
                .collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("twins")
    void otherBytesOfOneMeaningAreOne(String what, UnaryOperator<String> change, @TempDir Path folder)
            throws IOException {
        assertThat(change.apply(CHIP + SCENARIO)).isNotEqualTo(CHIP + SCENARIO);

        assertThat(worked(folder.resolve("a"), UnaryOperator.identity()))
                .isEqualTo(worked(folder.resolve("b"), change));
    }

    // The hash of the catalog and every figure; places in the files differ.
    private static String worked(Path folder, UnaryOperator<String> change) throws IOException {
        Path chips = Files.createDirectories(folder.resolve("chips"));
        Files.writeString(chips.resolve("chip.yaml"), change.apply(CHIP));
        Path scenario = Files.writeString(folder.resolve("scenario.yaml"), change.apply(SCENARIO));
        Cli.Run run = Cli.good("estimate", scenario.toString(), "--catalog", chips.toString(), "--format", "json");
        return run.json().path("catalog") + "\n" + run.result().path("quantities");
    }
}
