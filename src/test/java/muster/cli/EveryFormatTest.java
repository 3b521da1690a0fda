package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import muster.writer.OutputFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** A command that shows a view has every format, those that come later too. */
final class EveryFormatTest {
    // What its text names, and the command.
    private static final List<String> COMMANDS = List.of(
            "essay-2023 | estimate essay-2023",
            "essay-2023 | estimate essay-2023 essay-2023-lead",
            "essay-2023 | estimate essay-2023 --explain",
            "essay-2023 | estimate essay-2023 --exchange-rates",
            "one-kind-of-chip | allocate one-kind-of-chip",
            "essay-2023-uncertain | sensitivity --samples 64",
            "besiroglu | scale --compute 1e24",
            "same | scale --compute 1e27 --moe 128/8",
            "tokens | scale --compute 1e24 --law besiroglu --isoflop",
            "llama-3 | scale --law llama-3 --frontier 1e24..1e25",
            "alpha | scale fit sardana-47 --bootstrap 0",
            "cumulative-sold | fleet --samples 64 --fleet world-2025",
            "llama-3.1-8b | throughput --model llama-3.1-8b --chip nvidia-h100-sxm --formats fp8",
            "google-tpu7x | throughput --model llama-3.1-8b --chip H200,ironwood --max-replica-chips 2",
            "amd-mi300x | throughput --model llama-3.1-8b --max-replica-chips 2",
            "routed experts | model show deepseek-v3 llama-3.1-8b",
            "fp8 | accuracy gains",
            "finnveden-2023 | reproduce --id finnveden-2023",
            "nvidia-h100-sxm | catalog explain nvidia-h100-sxm.power.tdp",
            "a100 | catalog lint --waived",
            "amd-mi440x | catalog freshness");

    static Stream<Arguments> commands() {
        return COMMANDS.stream()
                .map(line -> line.split(" \\| "))
                .flatMap(
                        line -> Stream.of(OutputFormat.values()).map(format -> Arguments.of(line[0], line[1], format)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandHasAFormat(String named, String command, OutputFormat format) throws Exception {
        String[] words = (command + " --format " + format).split(" ");
        String text = Cli.good(words).out();

        assertThat(text).contains(named).endsWith("\n").doesNotEndWith("\n\n");
        if (format == OutputFormat.HTML) {
            String title = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getElementsByTagName("title")
                    .item(0)
                    .getTextContent();
            assertThat(title).startsWith("muster " + words[0]);
        }
    }
}
