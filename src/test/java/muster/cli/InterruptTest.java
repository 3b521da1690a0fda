package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, which a user stops with Ctrl-C. */
final class InterruptTest {
    private static final int MOST_SECONDS = 60;

    /** A way to end a process, and its exit status then: 128 and the number of the signal. */
    private enum Signal {
        INT(2),
        TERM(15);

        private final int number;

        Signal(int number) {
            this.number = number;
        }

        int status() {
            return 128 + number;
        }
    }

    @TempDir
    private Path folder;

    @Test
    void anInterruptedSweepLeavesWhatWasThereAndWholeRowsToGoOnWith() throws Exception {
        Path kill = Path.of("/bin/kill");
        assumeThat(kill).isExecutable();
        Path file = Files.writeString(folder.resolve("a.csv"), "from before\n");
        Path part = folder.resolve(".a.csv.part");
        Process sweep = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath(),
                        Main.class.getName(),
                        "sweep",
                        "--over",
                        "fleet.share=1%..50%:100000",
                        "--out",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        Signal signal;
        try {
            long rows = 0;
            for (int tries = 0; rows < 5 && tries < MOST_SECONDS * 20 && sweep.isAlive(); tries++) {
                Thread.sleep(50);
                rows = rows(part);
            }
            assertThat(rows).as(Files.readString(folder.resolve("said"))).isGreaterThanOrEqualTo(5);
            signal = signal(sweep);
            new ProcessBuilder(kill.toString(), "-" + signal, String.valueOf(sweep.pid()))
                    .start()
                    .waitFor();
            assertThat(sweep.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            sweep.destroyForcibly();
        }

        assertThat(sweep.exitValue()).isEqualTo(signal.status());
        assertThat(file).hasContent("from before");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("a.csv", ".a.csv.part", "said");
        }
        assertThat(folder.resolve("said")).isEmptyFile();
        // The key, the head, and rows of as many cells.
        List<String> lines = Files.readAllLines(part);
        assertThat(lines.get(0)).startsWith("# ");
        long cells = cells(lines.get(1));
        assertThat(lines.subList(2, lines.size() - 1))
                .allSatisfy(line -> assertThat(cells(line)).isEqualTo(cells));
    }

    // What a shell runs in the background ignores Ctrl-C, as does all that it starts; the hook is the same for both.
    private static Signal signal(Process process) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) {
            return Signal.INT;
        }
        return Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> new BigInteger(
                                line.substring("SigIgn:".length()).strip(), 16))
                        .anyMatch(ignored -> ignored.testBit(Signal.INT.number - 1))
                ? Signal.TERM
                : Signal.INT;
    }

    private static long cells(String line) {
        return line.chars().filter(letter -> letter == ',').count();
    }

    private static long rows(Path part) throws IOException {
        if (!Files.exists(part)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(part)) {
            return lines.count();
        }
    }

    private static String classPath() {
        return InterruptTest.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }
}
