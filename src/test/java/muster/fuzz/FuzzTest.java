package muster.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files and command lines through the whole program. {@code -Dfuzz.runs} says how many, {@code -Dfuzz.first} the number of
 * the first.
 */
class FuzzTest {
    private static final long FIRST = Long.getLong("fuzz.first", 0);
    private static final long RUNS = Long.getLong("fuzz.runs", 10_000);
    private static final int MOST_SHOWN = 30;

    @Test
    void everyDamagedInputEndsInAResultOrInAMessage(@TempDir Path folder) throws IOException {
        FuzzCases cases = new FuzzCases();
        List<FuzzRun> faults = new ArrayList<>();
        FuzzTally tally = new FuzzTally();
        for (long number = FIRST; number < FIRST + RUNS; number++) {
            Path own = Files.createDirectories(folder.resolve("f"));
            FuzzRun run = FuzzRun.of(cases.of(number), own);
            tally.add(run);
            if (!run.fault().isEmpty()) {
                faults.add(run);
            }
        }
        System.out.println(tally);
        assertThat(FuzzRun.kinds(faults))
                .as(() -> faults.stream().limit(MOST_SHOWN).map(FuzzRun::fault).collect(Collectors.joining("\n")))
                .isEmpty();
    }
}
