package muster.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.diagnostic.Diagnostic;
import muster.trace.Chain;
import muster.trace.Step;
import muster.uncertainty.Draw;
import muster.unit.Quantity;

/**
 * What a scenario amounts to, with its record.
 *
 * @param scenario the id of the scenario
 * @param settings the assignments laid over the scenario
 * @param catalogHash the content hash of the catalog
 * @param basis what the figures rest on, in words by name
 * @param warnings where the result stands on shaky ground
 * @param steps the record of every figure, in the order of computation
 */
public record Estimate(
        String scenario,
        List<String> settings,
        String catalogHash,
        Map<String, String> basis,
        List<Diagnostic> warnings,
        List<Step> steps) {

    public Estimate {
        settings = List.copyOf(settings);
        basis = Collections.unmodifiableMap(new LinkedHashMap<>(basis));
        warnings = List.copyOf(warnings);
        steps = List.copyOf(steps);
    }

    /** The estimate of a plan with every input at its central value. */
    public static Estimate of(Plan plan) {
        Chain chain = plan.run(Draw.central());
        return new Estimate(plan.name(), plan.settings(), plan.catalogHash(), Basis.of(plan), chain.warnings(), chain.steps());
    }

    /** The step of a name. */
    public Optional<Step> step(String name) {
        return steps.stream().filter(step -> step.name().equals(name)).findFirst();
    }

    /** The value of a figure. */
    public Optional<Quantity> quantity(String name) {
        return step(name).map(step -> Quantity.of(step.value(), step.unit()));
    }
}
