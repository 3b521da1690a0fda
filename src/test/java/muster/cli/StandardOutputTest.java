package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Standard output that does not take all that is written, in processes of their own. */
final class StandardOutputTest {

    @Test
    void aFullDiskIsSaidAndHasItsStatus() throws IOException, InterruptedException {
        assumeThat(Path.of("/dev/full")).exists();

        assertThat(shell("\"$@\" 2>&1 >/dev/full; echo $?"))
                .startsWith("muster: standard output cannot be written: ")
                .endsWith("\n4\n")
                .hasLineCount(2);
    }

    @Test
    void aReaderThatHasSeenEnoughEndsItQuietly() throws IOException, InterruptedException {
        assumeThat(Path.of("/bin/sh")).exists();

        // More than a pipe holds.
        assertThat(shell("{ \"$@\" 2>&1 >&3 | cat >&2; } 3>&1 | head -n 1")).isEqualTo("chip/v1\n");
    }

    @Test
    void tooLittleMemoryIsSaid() throws IOException, InterruptedException {
        assumeThat(Path.of("/bin/sh")).exists();

        // Options of the environment come before those of the command line, which give no most of the heap.
        assertThat(shell("JDK_JAVA_OPTIONS=-Xmx6m \"$@\" 2>&1; echo $?"))
                .contains(" MB of memory are not enough for this. Maybe MUSTER_JAVA_OPTS=-Xmx4g")
                .doesNotContain("Exception in thread")
                .endsWith("\n1\n");
    }

    // Of whatever runs the tests.
    private static String classPath() {
        return Main.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    // What a shell prints, on standard error too, where the command is its arguments.
    private static String shell(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        "/bin/sh",
                        "-c",
                        script,
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath(),
                        Main.class.getName(),
                        "catalog",
                        "list"))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
