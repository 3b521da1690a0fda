package muster.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import muster.diagnostic.Nearest;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.scenario.Estimate;
import muster.scenario.Sweep;
import muster.uncertainty.sampling.Sampling;
import muster.view.sensitivity.SweepRows;

/**
 * The rows of a sweep, each of which is counted in its report.
 *
 * @param sweep the scenario and its points
 * @param report what they come to
 * @param sampling how each point is sampled
 * @param points the points in order
 */
record SweepComputation(Sweep sweep, SweepRows report, Optional<Sampling> sampling, List<List<String>> points) {

    /**
     * A sweep with its figures; one that there is not is reported.
     *
     * @param sweep the scenario and its points
     * @param figures the names of figures; without any, the headlines that the first point has
     * @param sampling how each point is sampled
     */
    static SweepComputation of(Sweep sweep, List<String> figures, Optional<Sampling> sampling) {
        List<List<String>> points = sweep.points();
        Optional<Estimate> first = sweep.at(points.get(0), Optional.empty()).estimate();
        first.ifPresent(estimate -> check(figures, estimate));
        List<String> shown = figures.isEmpty()
                ? SweepRows.headlines().stream()
                        .filter(name ->
                                first.isEmpty() || first.get().step(name).isPresent())
                        .toList()
                : figures;
        return new SweepComputation(sweep, new SweepRows(sweep.axes(), shown, sampling.isPresent()), sampling, points);
    }

    // A headline may be made at other points only, as the active parameters by laws of experts.
    private static void check(List<String> figures, Estimate first) {
        Set<String> known = new TreeSet<>(SweepRows.headlines());
        first.steps().forEach(step -> known.add(step.name()));
        Problems problems = new Problems();
        figures.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.error(
                        "unknown-quantity",
                        Place.argument("--figure " + name),
                        "there is no figure of this name." + Nearest.maybe(name, known)));
        problems.orThrow();
    }

    /** The row of a point. */
    List<String> row(List<String> point) {
        Sweep.Result found = sweep.at(point, sampling);
        List<String> row = report.row(point, found.estimate(), String.join("; ", found.reasons()));
        report.count(row);
        return row;
    }
}
