package muster.cli;

import muster.view.sensitivity.SweepRows;
import java.util.List;
import java.util.Optional;
import muster.scenario.Sweep;
import muster.uncertainty.Sampling;

/**
 * The rows of a sweep, each of which is counted in its report.
 *
 * @param sweep the scenario and its points
 * @param report what they come to
 * @param sampling how each point is sampled
 * @param points the points in order
 */
record SweepComputation(Sweep sweep, SweepRows report, Optional<Sampling> sampling, List<List<String>> points) {

    SweepComputation(Sweep sweep, List<String> figures, Optional<Sampling> sampling) {
        this(sweep, new SweepRows(sweep.axes(), figures, sampling.isPresent()), sampling, sweep.points());
    }

    /** The row of a point. */
    List<String> row(List<String> point) {
        Sweep.Result found = sweep.at(point, sampling);
        List<String> row = report.row(point, found.estimate(), String.join("; ", found.reasons()));
        report.count(row);
        return row;
    }
}
