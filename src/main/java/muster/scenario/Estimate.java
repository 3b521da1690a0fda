package muster.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.catalog.Edition;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.document.yaml.Text;
import muster.inference.PreparedThroughput;
import muster.inference.ServingDecision;
import muster.inference.serving.Attainment;
import muster.inference.serving.InferenceFigures;
import muster.trace.Chain;
import muster.trace.Curve;
import muster.trace.TraceStep;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.Percentiles;
import muster.uncertainty.sampling.SampleBatch;
import muster.uncertainty.sampling.Sampling;
import muster.unit.Quantity;
import muster.unit.Unit;

/**
 * What a scenario amounts to, with its record.
 *
 * @param scenario the id of the scenario
 * @param title what the scenario is, in one line, where its file says so
 * @param settings the assignments laid over the scenario
 * @param headline the names of the inputs that a reader should look at first
 * @param catalog the catalog that it was computed from
 * @param basis what the figures rest on, in words by name
 * @param warnings where the result stands on shaky ground
 * @param steps the record of every figure at the central value of every input, in the order of computation
 * @param curves tables beside the record, as researcher-months by month
 * @param serving how the fleet serves, where replicas were searched for
 * @param attainment what the fleet can have of speed and throughput together, where that was surveyed
 * @param sampling how the inputs were sampled, where they were
 * @param percentiles how the figures are spread, by name, in base units: inputs as their distributions say, others over the
 *     samples; empty where nothing was sampled
 * @param errors the standard errors of those percentiles
 */
public record Estimate(
        String scenario,
        Optional<String> title,
        List<String> settings,
        List<String> headline,
        Edition catalog,
        Map<String, String> basis,
        List<Diagnostic> warnings,
        List<TraceStep> steps,
        List<Curve> curves,
        Optional<ServingDecision> serving,
        Optional<Attainment> attainment,
        Optional<Sampling> sampling,
        Map<String, Percentiles> percentiles,
        Map<String, Percentiles> errors) {

    public Estimate {
        settings = List.copyOf(settings);
        headline = List.copyOf(headline);
        basis = Collections.unmodifiableMap(new LinkedHashMap<>(basis));
        warnings = List.copyOf(warnings);
        steps = List.copyOf(steps);
        curves = List.copyOf(curves);
        percentiles = Collections.unmodifiableMap(new LinkedHashMap<>(percentiles));
        errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
    }

    /** The estimate of a plan with every input at its central value. */
    public static Estimate of(ScenarioPlan plan) {
        return of(plan, Optional.empty());
    }

    /** The estimate of a plan, and how it is spread where its inputs are sampled. */
    public static Estimate of(ScenarioPlan plan, Optional<Sampling> sampling) {
        return of(plan, sampling, done -> {});
    }

    /** The same; progress is told how many samples are done, by any thread. */
    public static Estimate of(ScenarioPlan plan, Optional<Sampling> sampling, LongConsumer progress) {
        Chain chain = plan.run(SampleBatch.central());
        SampledFigures sampled = sampling.map(how -> SampledFigures.of(plan, chain, how, progress))
                .orElse(SampledFigures.NONE);
        return new Estimate(
                plan.name(),
                plan.title(),
                plan.settings(),
                headline(plan, chain),
                plan.catalog(),
                EstimateBasis.of(plan),
                Stream.concat(chain.warnings().stream(), sampled.warnings(Place.argument(plan.name())).stream())
                        .toList(),
                chain.steps(),
                chain.curves(),
                plan.serving().flatMap(PreparedThroughput::decision),
                Optional.empty(),
                sampling.map(how -> sampled.count() == 0 ? how : how.withSamples(sampled.count())),
                sampled.percentiles(),
                sampled.errors());
    }

    // What an inherited list names and this scenario no longer has is left out.
    private static List<String> headline(ScenarioPlan plan, Chain chain) {
        Set<String> names = chain.read().stream().map(Input::name).collect(Collectors.toSet());
        return plan.scenario().headline().orElse(List.of()).stream()
                .map(Text::value)
                .filter(names::contains)
                .toList();
    }

    /** The spread of a step in its own unit, where it was sampled. */
    public Optional<Percentiles> percentiles(TraceStep step) {
        return of(percentiles, step.name(), step.unit());
    }

    /** The spread of a point of a curve in the unit of the curve, where it was sampled. */
    public Optional<Percentiles> percentiles(Curve curve, Curve.Point point) {
        return of(percentiles, curve.column(point.at()), curve.unit());
    }

    /** The standard errors of the spread of a step, where it was sampled. */
    public Optional<Percentiles> errors(TraceStep step) {
        return of(errors, step.name(), step.unit());
    }

    /** The standard errors of the spread of a point of a curve. */
    public Optional<Percentiles> errors(Curve curve, Curve.Point point) {
        return of(errors, curve.column(point.at()), curve.unit());
    }

    private static Optional<Percentiles> of(Map<String, Percentiles> known, String name, String unit) {
        double factor = Unit.parse(unit).factor();
        return Optional.ofNullable(known.get(name))
                .map(base -> new Percentiles(base.p5() / factor, base.p50() / factor, base.p95() / factor));
    }

    /** Whether no chip of a fleet serves a token at the speed that is required. */
    public boolean servesNothing() {
        return step(InferenceFigures.THROUGHPUT)
                .filter(step -> step.value() == 0)
                .isPresent();
    }

    /**
     * The same with what its fleet can have of serial speed and throughput together, where replicas were searched for: that takes
     * a search for each change that is tried.
     */
    public Estimate surveyed() {
        return new Estimate(
                scenario,
                title,
                settings,
                headline,
                catalog,
                basis,
                warnings,
                steps,
                curves,
                serving,
                serving.map(ServingDecision::attainment),
                sampling,
                percentiles,
                errors);
    }

    /** The step of a name. */
    public Optional<TraceStep> step(String name) {
        return steps.stream().filter(step -> step.name().equals(name)).findFirst();
    }

    /** The curve of a name. */
    public Optional<Curve> curve(String name) {
        return curves.stream().filter(curve -> curve.name().equals(name)).findFirst();
    }

    /** The value of a figure. */
    public Optional<Quantity> quantity(String name) {
        return step(name).map(step -> Quantity.of(step.value(), step.unit()));
    }
}
