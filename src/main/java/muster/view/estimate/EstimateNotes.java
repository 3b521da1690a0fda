package muster.view.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import muster.inference.serving.InferenceFigures;
import muster.scenario.Estimate;
import muster.trace.TraceStep;
import muster.uncertainty.sampling.Percentiles;
import muster.uncertainty.sampling.PointSet;
import muster.uncertainty.sampling.SampleSummary;
import muster.uncertainty.sampling.Sampling;
import muster.unit.NumberText;
import muster.view.figure.Cells;
import muster.workforce.WorkforceFigures;

/** What must be said beside the figures of an estimate: changes, basis, samples, comparisons, warnings. */
final class EstimateNotes {
    private static final String COMPARED = WorkforceFigures.COMPARED;
    private static final String WORK_COMPARED = WorkforceFigures.WORK_COMPARED;

    private EstimateNotes() {}

    static List<String> of(Estimate estimate) {
        List<String> notes = ofBasis(estimate);
        estimate.warnings().forEach(warning -> notes.add("warning: " + warning.message()));
        return notes;
    }

    /** The same without the warnings. */
    static List<String> ofBasis(Estimate estimate) {
        List<String> notes = new ArrayList<>();
        estimate.settings().forEach(setting -> notes.add("changed: " + setting));
        estimate.basis().forEach((name, words) -> notes.add(name + ": " + words));
        estimate.step(InferenceFigures.SERIAL_SPEED)
                .filter(step -> step.kind() == TraceStep.Kind.CONSTANT)
                .flatMap(TraceStep::source)
                .ifPresent(source -> notes.add("serial-speed: " + source.title()));
        estimate.sampling().ifPresent(how -> notes.add(samples(estimate, how)));
        compared(estimate, COMPARED)
                .ifPresent(heads -> notes.add("parallel researchers compared with people: " + heads));
        compared(estimate, WORK_COMPARED)
                .ifPresent(work -> notes.add("their work compared with that of people, serial speed counted: " + work));
        return notes;
    }

    private static Optional<String> compared(Estimate estimate, String name) {
        String compared = estimate.steps().stream()
                .filter(step ->
                        step.kind() == TraceStep.Kind.DERIVED && step.name().startsWith(name))
                .map(step -> "%s times %s"
                        .formatted(Cells.of(estimate, step), step.name().substring(name.length())))
                .collect(Collectors.joining(", "));
        return Optional.of(compared).filter(words -> !words.isEmpty());
    }

    private static String samples(Estimate estimate, Sampling how) {
        return "samples: %s %s of seed %s; figures are medians with 5th and 95th percentiles, which do not add up across rows; %s"
                .formatted(
                        NumberText.rounded((double) how.samples(), 7),
                        how.points() == PointSet.SOBOL ? "Sobol points" : "pseudo-random",
                        how.seed(),
                        error(estimate, how));
    }

    private static String error(Estimate estimate, Sampling how) {
        return how.samples() < SampleSummary.FEWEST
                ? "fewer than %s samples tell no standard error".formatted(SampleSummary.FEWEST)
                : "the standard error is at most %s of a median, %s of another percentile"
                        .formatted(
                                worst(estimate, Percentiles::p50),
                                worst(estimate, spread -> Math.max(spread.p5(), spread.p95())));
    }

    private static String worst(Estimate estimate, ToDoubleFunction<Percentiles> percentile) {
        double worst = 0;
        for (TraceStep step : estimate.steps()) {
            Optional<Percentiles> errors = estimate.errors(step);
            Optional<Percentiles> values = estimate.percentiles(step);
            if (errors.isPresent() && values.isPresent()) {
                worst = Math.max(worst, percentile.applyAsDouble(relative(errors.get(), values.get())));
            }
        }
        return NumberText.rounded(100 * worst, 2) + "%";
    }

    private static Percentiles relative(Percentiles errors, Percentiles values) {
        return new Percentiles(
                part(errors.p5(), values.p5()), part(errors.p50(), values.p50()), part(errors.p95(), values.p95()));
    }

    private static double part(double error, double value) {
        return value == 0 ? 0 : error / Math.abs(value);
    }
}
