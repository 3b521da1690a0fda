package muster.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files and command lines through the whole program. {@code -Dfuzz.runs} says how many, {@code -Dfuzz.first} the number of
 * the first, {@code -Dfuzz.page} the page that the figures are written to.
 */
class FuzzTest {
    private static final long FIRST = Long.getLong("fuzz.first", 0);
    private static final long RUNS = Long.getLong("fuzz.runs", 500);
    private static final int THREADS = Integer.getInteger("fuzz.threads", 1);
    private static final String PAGE = System.getProperty("fuzz.page", "none");
    private static final int MOST_SHOWN = 30;

    @Test
    void everyDamagedInputEndsInAResultOrInAMessage(@TempDir Path folder) throws Exception {
        FuzzTally tally = new FuzzTally();
        FuzzCases cases = new FuzzCases();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<FuzzTally>> parts = IntStream.range(0, THREADS)
                    .<Callable<FuzzTally>>mapToObj(part -> () -> part(cases, part, folder))
                    .toList();
            for (Future<FuzzTally> part : threads.invokeAll(parts)) {
                tally.add(part.get());
            }
        } finally {
            threads.shutdown();
        }
        if (!PAGE.equals("none")) {
            FuzzPage.write(Path.of(PAGE), tally);
        }
        assertThat(tally.faults().stream().map(FuzzRun::kind).distinct())
                .as(() -> tally.faults().stream()
                        .limit(MOST_SHOWN)
                        .map(FuzzRun::fault)
                        .collect(Collectors.joining("\n")))
                .isEmpty();
    }

    @Test
    void aFaultIsSeen() {
        FuzzCase any = new FuzzCase(1, List.of("estimate"), "");

        assertThat(new FuzzRun(any, 70, 0, "exit 70: of case 12", "").kind()).isEqualTo("exit 0: of case 0");
        assertThat(FuzzRun.nonsense(List.of("estimate"), 0, "the share is NaN%"))
                .isNotEmpty();
        assertThat(FuzzRun.nonsense(List.of("estimate", "purpose=NaN"), 0, "changed: purpose=NaN"))
                .isEmpty();
        assertThat(FuzzRun.nonsense(List.of("estimate", "json"), 0, "{\"a\": Infinity}"))
                .isNotEmpty();
        assertThat(FuzzRun.nonsense(List.of("estimate", "json"), 0, "{\"a\": {\"value\": -1, \"unit\": \"USD\"}}"))
                .isEqualTo("-1 USD");
        assertThat(FuzzRun.nonsense(List.of("estimate", "json"), 0, "{\"a\": {\"value\": 1, \"unit\": \"USD\"}}"))
                .isEmpty();
    }

    private static FuzzTally part(FuzzCases cases, int part, Path folder) throws IOException {
        Path own = Files.createDirectories(folder.resolve("part" + part));
        FuzzTally tally = new FuzzTally();
        for (long number = FIRST + part; number < FIRST + RUNS; number += THREADS) {
            tally.add(FuzzRun.of(cases.of(number), own));
        }
        return tally;
    }
}
