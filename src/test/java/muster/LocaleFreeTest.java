package muster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Numbers are written in the digits of no language: a text that formats one says Locale.ROOT. */
class LocaleFreeTest {
    private static final Path MAIN = Path.of(System.getProperty("basedir", "."), "src/main/java");
    // The conversions whose result hangs on the language of the machine; %s and %x do not.
    private static final Pattern LOCALISED =
            Pattern.compile("\"[^\"\\n]*%[-+0,(#]*[0-9]*(\\.[0-9]+)?[dfgeE][^\"\\n]*\"");
    private static final int STATEMENT = 120;

    @Test
    void everyNumberThatIsFormattedNamesTheRootLocale() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file).replace("%%", "");
                LOCALISED
                        .matcher(text)
                        .results()
                        .filter(match -> !text.substring(Math.max(0, match.start() - STATEMENT), match.start())
                                .contains("Locale.ROOT"))
                        .forEach(match -> found.add(file.getFileName() + ": " + match.group()));
            }
        }
        assertThat(found).isEmpty();
    }
}
