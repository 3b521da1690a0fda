package muster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs every benchmark and writes its part of docs/benchmarks.md. */
public final class BenchmarkPage {
    // What was aimed at, in microseconds.
    private static final Map<String, Double> AIMS = new TreeMap<>(Map.of(
            "stepOfDenseModel", 2.0,
            "stepOfExperts", 2.0,
            "frontierOfDenseModel", 50_000.0,
            "frontierOfExperts", 50_000.0));

    private static final String BEGIN = "<!-- measured: jmh -->\n";
    private static final String END = "<!-- measured until: jmh -->";

    private BenchmarkPage() {}

    public static void main(String[] arguments) throws RunnerException, IOException {
        Collection<RunResult> results = new Runner(
                        new OptionsBuilder().include("FrontierBenchmark").build())
                .run();
        Map<String, double[]> measured = new TreeMap<>();
        for (RunResult result : results) {
            measured.put(
                    result.getPrimaryResult().getLabel(),
                    new double[] {
                        result.getPrimaryResult().getScore(), result.getPrimaryResult().getScoreError()
                    });
        }
        StringBuilder part = new StringBuilder(
                """
                JMH on OpenJDK %s, %s processors of the machine that ran it; mean of five seconds after three of warming up, with the
                half-width of JMH's 99.9%% interval: a wide one says that other work ran beside it. `mvn -q -Dquick -Pbench test-compile exec:exec` runs them and writes this part.

                | benchmark | us | +- | aim, us | of the aim |
                | --- | ---: | ---: | ---: | ---: |
                """
                        .formatted(
                                System.getProperty("java.version"),
                                Runtime.getRuntime().availableProcessors()));
        AIMS.forEach((name, aim) -> part.append(String.format(
                Locale.ROOT,
                "| `%s` | %,.1f | %,.1f | %,.0f | %.2f |%n",
                name,
                measured.get(name)[0],
                measured.get(name)[1],
                aim,
                measured.get(name)[0] / aim)));
        write(part.toString());
    }

    private static void write(String part) throws IOException {
        Path page = Path.of("docs", "benchmarks.md");
        String text = Files.readString(page);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(page, text.substring(0, from) + part + text.substring(text.indexOf(END, from)));
    }
}
