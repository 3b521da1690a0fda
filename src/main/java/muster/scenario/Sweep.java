package muster.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import muster.diagnostic.BadInput;
import muster.diagnostic.Diagnostic;
import muster.uncertainty.sampling.Sampling;

/**
 * A scenario at every combination of values of some inputs.
 *
 * @param axes the inputs
 * @param plans the plans of the scenario with changes; the first is computed
 */
public record Sweep(List<SweepAxis> axes, Function<List<String>, List<ScenarioPlan>> plans) {
    /** The most points of a sweep. */
    public static final int MOST = 1_000_000;

    // What no value mends.
    private static final Set<String> OF_A_PATH = Set.of("unknown-key", "unknown-path");

    public Sweep {
        axes = List.copyOf(axes);
    }

    /**
     * A point.
     *
     * @param values the values of the axes
     * @param estimate the scenario there
     * @param reasons why there is none
     */
    public record Result(List<String> values, Optional<Estimate> estimate, List<String> reasons) {}

    /** How many points there are. */
    public double size() {
        return axes.stream().mapToDouble(axis -> axis.values().size()).reduce(1, (a, b) -> a * b);
    }

    /** Every combination of values, the last axis changing fastest. */
    public List<List<String>> points() {
        return SweepAxis.points(axes);
    }

    /**
     * The scenario at a point; where it cannot be computed, the reason stands in the place of figures.
     *
     * @throws BadInput where a path is none, of which no point is to be had
     */
    public Result at(List<String> point, Optional<Sampling> sampling) {
        List<String> changes = new ArrayList<>();
        IntStream.range(0, axes.size()).forEach(i -> changes.add(axes.get(i).path() + "=" + point.get(i)));
        try {
            return new Result(
                    point,
                    plans.apply(changes).stream().findFirst().map(plan -> Estimate.of(plan, sampling)),
                    List.of());
        } catch (BadInput bad) {
            if (bad.problems().stream().anyMatch(problem -> OF_A_PATH.contains(problem.code()))) {
                throw bad;
            }
            return new Result(
                    point,
                    Optional.empty(),
                    bad.problems().stream().map(Diagnostic::message).toList());
        }
    }
}
