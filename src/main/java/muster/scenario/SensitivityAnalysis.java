package muster.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.catalog.Edition;
import muster.diagnostic.Nearest;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.sensitivity.Sensitivity;
import muster.sensitivity.Subject;
import muster.sensitivity.Threshold;
import muster.trace.Chain;
import muster.trace.TraceStep;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.SampleBatch;
import muster.unit.Quantity;
import muster.unit.Unit;
import muster.unit.UnitMismatch;

/**
 * What moves a figure of a scenario.
 *
 * @param scenario the id of the scenario
 * @param settings the assignments laid over it
 * @param catalog which catalog it was computed from
 * @param figure the figure with every input at its central value
 * @param sensitivity what moves it, in the unit of the figure
 * @param apart the uncertain inputs of the scenario that are no part of its making
 * @param reach what would have to be true for it to reach a value, where that was asked
 * @param samples how many pairs of samples
 * @param seed their seed
 */
public record SensitivityAnalysis(
        String scenario,
        List<String> settings,
        Edition catalog,
        TraceStep figure,
        Sensitivity sensitivity,
        List<Input> apart,
        Optional<Reach> reach,
        int samples,
        long seed) {

    /**
     * A value to reach.
     *
     * @param target the value
     * @param threshold what would have to be true
     */
    public record Reach(Quantity target, Threshold threshold) {}

    public SensitivityAnalysis {
        settings = List.copyOf(settings);
        apart = List.copyOf(apart);
    }

    /**
     * The analysis of a figure, or nothing with problems reported.
     *
     * @param plan the scenario
     * @param name the name of the figure
     * @param target a value that it should reach; a bare number is in the unit of the figure
     * @param samples how many pairs of samples, at least 8
     * @param seed their seed
     * @param problems where problems go
     */
    public static Optional<SensitivityAnalysis> of(
            ScenarioPlan plan, String name, Optional<Quantity> target, int samples, long seed, Problems problems) {
        Chain chain = plan.run(SampleBatch.central());
        Map<String, TraceStep> steps = chain.steps().stream().collect(Collectors.toMap(TraceStep::name, step -> step));
        TraceStep figure = steps.get(name);
        if (figure == null) {
            problems.error(
                    "unknown-quantity",
                    Place.argument(name),
                    "%s computes no figure of this name.%s"
                            .formatted(plan.name(), Nearest.maybe(name, steps.keySet())));
            return Optional.empty();
        }
        List<Input> uncertain = uncertain(chain.read());
        List<Input> behind = uncertain(chain.behind(name));
        Subject subject = new Subject(behind, plan.correlations(), column(chain, figure, behind));
        Optional<Reach> reach = target.flatMap(value -> inUnit(value, figure, problems))
                .map(value -> new Reach(value, Threshold.of(subject, value.in(figure.unit()), samples, seed)));
        return Optional.of(new SensitivityAnalysis(
                plan.name(),
                plan.settings(),
                plan.catalog(),
                figure,
                Sensitivity.of(subject, samples, seed),
                uncertain.stream().filter(input -> !behind.contains(input)).toList(),
                reach,
                samples,
                seed));
    }

    private static List<Input> uncertain(java.util.Collection<Input> inputs) {
        return inputs.stream()
                .filter(input -> !input.value().distribution().certain())
                .toList();
    }

    private static Function<SampleBatch, double[]> column(Chain chain, TraceStep figure, List<Input> inputs) {
        double factor = Unit.parse(figure.unit()).factor();
        Function<SampleBatch, Map<String, double[]>> replay = chain.replay(List.of(figure.name()), inputs);
        return draw -> {
            double[] base = replay.apply(draw).values().iterator().next();
            double[] column = new double[base.length];
            for (int i = 0; i < column.length; i++) {
                column[i] = base[i] / factor;
            }
            return column;
        };
    }

    private static Optional<Quantity> inUnit(Quantity target, TraceStep figure, Problems problems) {
        try {
            Quantity meant = target.unit().equals(Unit.ONE) ? Quantity.of(target.base(), figure.unit()) : target;
            meant.in(figure.unit());
            return Optional.of(meant);
        } catch (UnitMismatch e) {
            problems.error(
                    "wrong-unit",
                    Place.argument("--reach " + target),
                    "%s is in %s, not in %s".formatted(figure.name(), figure.unit(), target.unit()));
            return Optional.empty();
        }
    }
}
