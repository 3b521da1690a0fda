package muster.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How runs ended, the slowest of them, and the faults. */
final class FuzzTally {
    private static final int MOST_FAULTS = 1000;

    private final Map<Integer, Long> byStatus = new TreeMap<>();
    private final List<FuzzRun> faults = new ArrayList<>();
    private long crashes;
    private long nonsense;
    private FuzzRun slowest = new FuzzRun(new FuzzCase(0, List.of(), ""), 0, 0, "", "");

    void add(FuzzRun run) {
        byStatus.merge(run.status(), 1L, Long::sum);
        crashes += run.crash().isEmpty() ? 0 : 1;
        nonsense += run.nonsense().isEmpty() ? 0 : 1;
        if (!run.fault().isEmpty() && faults.size() < MOST_FAULTS) {
            faults.add(run);
        }
        slowest = slower(slowest, run);
    }

    void add(FuzzTally other) {
        other.byStatus.forEach((status, runs) -> byStatus.merge(status, runs, Long::sum));
        crashes += other.crashes;
        nonsense += other.nonsense;
        faults.addAll(other.faults);
        slowest = slower(slowest, other.slowest);
    }

    private static FuzzRun slower(FuzzRun a, FuzzRun b) {
        return Stream.of(a, b).max(Comparator.comparingDouble(FuzzRun::seconds)).orElseThrow();
    }

    Map<Integer, Long> byStatus() {
        return byStatus;
    }

    long runs() {
        return byStatus.values().stream().mapToLong(runs -> runs).sum();
    }

    long crashes() {
        return crashes;
    }

    long nonsense() {
        return nonsense;
    }

    FuzzRun slowest() {
        return slowest;
    }

    List<FuzzRun> faults() {
        return faults;
    }
}
