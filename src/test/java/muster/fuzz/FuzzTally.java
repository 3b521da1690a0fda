package muster.fuzz;

import java.util.Map;
import java.util.TreeMap;

/** How many runs ended how, and the slowest. */
final class FuzzTally {
    private final Map<Integer, Long> byStatus = new TreeMap<>();
    private final Map<String, double[]> byCommand = new TreeMap<>();
    private long runs;
    private long crashes;
    private long nonsense;
    private double slowest;
    private String slow = "";

    void add(FuzzRun run) {
        runs++;
        byStatus.merge(run.status(), 1L, Long::sum);
        crashes += run.crash().isEmpty() ? 0 : 1;
        nonsense += run.nonsense().isEmpty() ? 0 : 1;
        double[] of = byCommand.computeIfAbsent(run.fuzzed().arguments().get(0), name -> new double[2]);
        of[0]++;
        of[1] += run.seconds();
        if (run.seconds() > slowest) {
            slowest = run.seconds();
            slow = run.fuzzed().number() + ": " + String.join(" ", run.fuzzed().arguments());
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("%d runs, %d crashes, %d nonsense, by status %s, slowest %.2f s: %s"
                .formatted(runs, crashes, nonsense, byStatus, slowest, slow));
        byCommand.forEach((name, of) -> text.append("%n  %s %.0f runs %.1f s".formatted(name, of[0], of[1])));
        return text.toString();
    }
}
