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
    private static final List<String> COMMANDS = List.of(
            "estimate essay-2023",
            "estimate essay-2023 essay-2023-lead",
            "estimate essay-2023 --explain",
            "estimate essay-2023 --exchange-rates",
            "allocate one-kind-of-chip");

    static Stream<Arguments> commands() {
        return COMMANDS.stream()
                .flatMap(command -> Stream.of(OutputFormat.values()).map(format -> Arguments.of(command, format)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandHasAFormat(String command, OutputFormat format) throws Exception {
        String[] words = (command + " --format " + format).split(" ");
        String text = Cli.good(words).out();

        assertThat(text).contains(command.split(" ")[1]).endsWith("\n").doesNotEndWith("\n\n");
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
