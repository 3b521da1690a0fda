package muster.accuracy;

import java.util.Map;
import java.util.Optional;
import muster.accuracy.measurement.Exclusion;
import muster.catalog.EntryKind;
import muster.document.In;
import muster.uncertainty.Input;

/**
 * What the model is scored on and held to.
 *
 * @param exclusions rows that the bar does not count, by name
 * @param bars what is held to, by the name of a target
 * @param others what other tools reach, by name
 */
public record Benchmark(Map<String, Exclusion> exclusions, Map<String, Bar> bars, Map<String, Other> others) {

    /** Benchmarks in the catalog. */
    public static final EntryKind<Benchmark> KIND = new EntryKind<>("benchmark/v1", "benchmarks", Benchmark.class);

    /**
     * A bar.
     *
     * @param committed the worst that passes, what was reached when it was set; of a coverage the least
     * @param most the most that passes, of a coverage
     * @param goal the goal, where there was one; of a coverage the least
     * @param goalMost the most of the goal, of a coverage
     */
    public record Bar(
            @In("1") Input committed,
            @In("1") Optional<Input> most,
            @In("1") Optional<Input> goal,
            @In("1") Optional<Input> goalMost) {}

    /**
     * Errors of another tool, as published or as computed by others.
     *
     * @param data what it was scored on
     * @param metric what was scored
     * @param mean mean of the sizes of errors
     * @param median their median
     * @param note what else to know
     */
    public record Other(
            String data,
            String metric,
            @In("1") Optional<Input> mean,
            @In("1") Optional<Input> median,
            Optional<String> note) {}
}
