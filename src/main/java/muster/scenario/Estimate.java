package muster.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muster.catalog.Edition;
import muster.diagnostic.Diagnostic;
import muster.trace.Chain;
import muster.trace.Curve;
import muster.trace.Step;
import muster.uncertainty.Draw;
import muster.uncertainty.Input;
import muster.uncertainty.Sampler;
import muster.uncertainty.Sampling;
import muster.uncertainty.Spread;
import muster.unit.Quantity;
import muster.unit.Unit;

/**
 * What a scenario amounts to, with its record.
 *
 * @param scenario the id of the scenario
 * @param settings the assignments laid over the scenario
 * @param catalog the catalog that it was computed from
 * @param basis what the figures rest on, in words by name
 * @param warnings where the result stands on shaky ground
 * @param steps the record of every figure at the central value of every input, in the order of computation
 * @param curves tables beside the record, as researcher-months by month
 * @param sampling how the inputs were sampled, where they were
 * @param spread how the figures are spread over the samples, by name, in base units; empty where nothing was sampled
 */
public record Estimate(
        String scenario,
        List<String> settings,
        Edition catalog,
        Map<String, String> basis,
        List<Diagnostic> warnings,
        List<Step> steps,
        List<Curve> curves,
        Optional<Sampling> sampling,
        Map<String, Spread> spread) {

    public Estimate {
        settings = List.copyOf(settings);
        basis = Collections.unmodifiableMap(new LinkedHashMap<>(basis));
        warnings = List.copyOf(warnings);
        steps = List.copyOf(steps);
        curves = List.copyOf(curves);
        spread = Collections.unmodifiableMap(new LinkedHashMap<>(spread));
    }

    /** The estimate of a plan with every input at its central value. */
    public static Estimate of(Plan plan) {
        return of(plan, Optional.empty());
    }

    /** The estimate of a plan, and how it is spread where its inputs are sampled. */
    public static Estimate of(Plan plan, Optional<Sampling> sampling) {
        Chain chain = plan.run(Draw.central());
        Map<String, Spread> spread = sampling.map(how -> spread(chain, how)).orElse(Map.of());
        return new Estimate(
                plan.name(),
                plan.settings(),
                plan.catalog(),
                Basis.of(plan),
                chain.warnings(),
                chain.steps(),
                chain.curves(),
                sampling,
                spread);
    }

    private static Map<String, Spread> spread(Chain chain, Sampling sampling) {
        Set<String> names = chain.columns().keySet();
        List<Input> inputs = List.copyOf(chain.read());
        Map<String, Spread> spread = new LinkedHashMap<>();
        Sampler.run(sampling, inputs, () -> chain.replay(names, inputs))
                .forEach((name, summary) -> spread.put(name, summary.spread()));
        return spread;
    }

    /** The spread of a step in its own unit, where it was sampled. */
    public Optional<Spread> spread(Step step) {
        return spread(step.name(), step.unit());
    }

    /** The spread of a point of a curve in the unit of the curve, where it was sampled. */
    public Optional<Spread> spread(Curve curve, Curve.Point point) {
        return spread(curve.column(point.at()), curve.unit());
    }

    private Optional<Spread> spread(String name, String unit) {
        double factor = Unit.parse(unit).factor();
        return Optional.ofNullable(spread.get(name))
                .map(base -> new Spread(base.p5() / factor, base.p50() / factor, base.p95() / factor));
    }

    /** The step of a name. */
    public Optional<Step> step(String name) {
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
