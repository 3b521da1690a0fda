package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changing a value by the tool. */
final class CatalogSetTest {
    // Odd spaces, comments, quotes, carriage returns and characters beyond the first plane: all of it is kept.
    private static final String FILE = String.join(
            "\r\n",
            "# Ours \uD83D\uDE80: do not touch",
            "schema:   chip/v1",
            "id: nvidia-h20",
            "",
            "sources: {lab: {title: 'Our \uD83D\uDE80 lab', tier: measured}}",
            "default_source:  lab",
            "power: { tdp:   410 W ,  all_in: {value: \"0.9 kW\", source: lab} } # measured",
            "peak:",
            "    bf16:    140 TFLOP/s     # \uD83D\uDE80 slower",
            "");

    @TempDir
    private Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("mine.yaml"), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "power.tdp=400 W | 410 W | 400 W",
                "power={tdp: 390 W} | '{ tdp:   410 W ,  all_in: {value: \"0.9 kW\", source: lab} }' | {tdp: 390 W}",
                "nvidia-h20.sources.lab={title: A, tier: press} | '{title: ''Our \uD83D\uDE80 lab'', tier: measured}' | '{title: A, tier: press}'",
                "power.all_in=0.8 kW | \"0.9 kW\" | 0.8 kW",
                "peak.bf16=139.5 TFLOP/s | 140 TFLOP/s | 139.5 TFLOP/s",
                "peak.bf16 = 130 to 145 TFLOP/s | 140 TFLOP/s | 130 to 145 TFLOP/s",
                "nvidia-h20.power.tdp=400 W | 410 W | 400 W",
                "default_source=lab | default_source:  lab | default_source:  lab"
            })
    void everyOtherByteStays(String assignment, String before, String after) throws IOException {
        for (String mark : new String[] {"", "\uFEFF"}) {
            Path file = write(mark + FILE);

            assertThat(Cli.good("catalog", "set", file.toString(), assignment).out())
                    .contains(" -> ");

            assertThat(Files.readString(file)).isEqualTo(mark + FILE.replace(before, after));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title=Ours | title: Ours",
                "peak.fp8=280 TFLOP/s | '    fp8: 280 TFLOP/s'",
                "memory.hbm.bandwidth=4 TB/s | 'memory: {hbm: {bandwidth: 4 TB/s}}'",
            })
    void aKeyThatIsNotThereIsAddedBehindTheLastOfItsMapping(String assignment, String line) throws IOException {
        Path file = write(FILE);

        assertThat(Cli.good("catalog", "set", file.toString(), assignment).out())
                .contains(": (new) -> ");
        assertThat(Files.readString(file)).isEqualTo(FILE + line + "\r\n");
    }

    @Test
    void severalValuesOfSeveralEntriesAreChangedAtOnce() throws IOException {
        String second = "---\nschema: chip/v1\nid: nvidia-l4\npower: {tdp: 70 W}\n";
        Path file = write(FILE + second);

        Cli.good("catalog", "set", file.toString(), "nvidia-l4.power.tdp=71 W", "nvidia-h20.power.tdp=400 W");

        assertThat(Files.readString(file))
                .isEqualTo((FILE + second).replace("70 W", "71 W").replace("410 W", "400 W"));
    }

    @Test
    void theValueThatWasSetIsExplained() throws IOException {
        Path file = write(FILE);
        Cli.good("catalog", "set", file.toString(), "power.tdp=400 W");

        assertThat(Cli.good("catalog", "--catalog", folder.toString(), "explain", "nvidia-h20.power.tdp")
                        .out())
                .contains("nvidia-h20.power.tdp = 400 W", "set at    " + file + ":7:17");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "power.tpd=400 W | 3 | is not a key of nvidia-h20.power. Maybe tdp?",
                "power.tdp.low=400 W | 2 | no place for one",
                "power=400 W | 2 | no value power",
                "power={tdp: 400 W | 2 | no value power",
                "power={tdp: 400 W}, title: Ours | 2 | no value power",
                "power={tdp: 400} | 3 | 400 W",
                "peak={bf16: 100 TFLOP/s} | 2 | Maybe peak.bf16?",
                "power.tdp | 2 | path=value",
                "power.tdp=400 watts | 3 | Maybe W?",
                "power.tdp=400 | 3 | 400 W",
                "power.tdp=-1 W | 3 | above 0",
                "id=Not An Id | 3 | not an id",
                "default_source=lib | 3 | Maybe lab?"
            })
    void nothingIsWrittenThatIsNotSound(String assignment, int status, String advice) throws IOException {
        Path file = write(FILE);

        assertThat(Cli.failed(status, "catalog", "set", file.toString(), "peak.bf16=1 TFLOP/s", assignment)
                        .err())
                .contains(advice);

        assertThat(Files.readString(file)).isEqualTo(FILE);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @CsvSource({"power.tdp=400 W", "power.idle=90 W"})
    void aFileThatCannotBeReadIsLeftAsItIs(String assignment) throws IOException {
        String broken = "schema: chip/v1\nid: nvidia-h20\npower: {tdp: 410 W}\npeak: {bf16: !delete}\n";
        Path file = write(broken);

        assertThat(Cli.failed(3, "catalog", "set", file.toString(), assignment).problems())
                .singleElement()
                .asString()
                .contains("[syntax] not YAML");
        assertThat(Files.readString(file)).isEqualTo(broken);
    }

    @Test
    void aFileThatIsNotThereIsReported() {
        assertThat(Cli.failed(3, "catalog", "set", folder.resolve("none.yaml").toString(), "a=b")
                        .err())
                .contains("[no-file]");
    }
}
