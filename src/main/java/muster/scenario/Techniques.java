package muster.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import muster.catalog.Shelf;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.inference.InferenceFigures;
import muster.inference.PreparedThroughput;
import muster.inference.RooflinePlan;
import muster.inference.Served;
import muster.inference.ServingDecision;
import muster.inference.Task;
import muster.inference.ThroughputPlan;
import muster.inference.Unseen;
import muster.inference.Variant;
import muster.model.Architecture;
import muster.model.ModelSize;
import muster.model.Shape;
import muster.technique.Comparison;
import muster.technique.Costs;
import muster.technique.Design;
import muster.technique.Model;
import muster.technique.Named;
import muster.technique.Outcome;
import muster.technique.Result;
import muster.technique.Serving;
import muster.trace.Chain;
import muster.trace.Step;
import muster.uncertainty.Sampling;
import muster.uncertainty.Spread;
import muster.unit.Numbers;

/** Serves designs in the place of the model of a scenario, with everything else as the scenario has it. */
public final class Techniques {
    private static final String THROUGHPUT = InferenceFigures.THROUGHPUT;

    private final Plan plan;
    private final ServingDecision decision;
    private final RooflinePlan roofline;
    private final Optional<Sampling> sampling;
    private final Estimate estimate;
    private final Architecture architecture;

    private Techniques(Plan plan, ServingDecision decision, Optional<Sampling> sampling) {
        this.plan = plan;
        this.decision = decision;
        this.roofline = decision.plan();
        this.sampling = sampling;
        this.estimate = Estimate.of(plan);
        this.architecture = decision.model();
    }

    /**
     * Techniques beside a scenario without them; nothing with problems reported.
     *
     * @param plan the scenario
     * @param shelf where the techniques are found
     * @param techniques their ids
     * @param mostTraded by how many orders of magnitude techniques may move compute between training and inference
     * @param sampling how to sample, where it is wanted
     */
    public static Optional<Compared> compare(
            Plan plan,
            Shelf shelf,
            List<Text> techniques,
            double mostTraded,
            Optional<Sampling> sampling,
            Problems problems) {
        List<Named> named = Named.all(shelf, techniques, problems);
        Optional<ServingDecision> decision = plan.serving().flatMap(PreparedThroughput::decision);
        if (decision.isEmpty()) {
            problems.error(
                    "no-roofline",
                    Place.argument(plan.name()),
                    "techniques change the time of a step, and %s gets its throughput otherwise. Maybe essay-2023-measured?"
                            .formatted(plan.name()));
            return Optional.empty();
        }
        return problems.none()
                ? Optional.of(new Techniques(plan, decision.get(), sampling).compared(named, mostTraded))
                : Optional.empty();
    }

    private Compared compared(List<Named> techniques, double mostTraded) {
        Design scenario = Design.plain(
                Model.of(shape(), value("model.tokens").map(OptionalDouble::of).orElse(OptionalDouble.empty())),
                Serving.in(roofline.formats()).with(roofline.request().speculation()));
        List<String> notes = new ArrayList<>();
        Design base = scenario;
        for (Named technique : techniques) {
            if (technique.in(scenario)) {
                base = technique.without(base);
                notes.add("%s has %s already; the base is without it, so that its gain is seen"
                        .formatted(plan.name(), technique.id()));
            }
        }
        notes.add("base: %s, served in %s at %s token/s a stream or more; %s tokens read, %s generated"
                .formatted(
                        words(base),
                        base.serving().encodings(),
                        Numbers.exact(decision.requiredSpeed()),
                        Numbers.exact(roofline.request().context().promptTokens()),
                        Numbers.exact(roofline.request().context().outputTokens())));
        notes.addAll(cautions(estimate));
        return new Compared(
                plan.name(),
                plan.settings(),
                plan.catalog(),
                notes,
                decision.requiredSpeed(),
                Comparison.of(base, techniques, new Comparison.Means(server(base), costs(), mostTraded)),
                sampling);
    }

    // What stands on bands of families of chips and kinds of models that the fit did not see.
    private static List<String> cautions(Estimate found) {
        return found.warnings().stream()
                .filter(warning -> warning.code().equals(Unseen.CODE))
                .map(Diagnostic::message)
                .toList();
    }

    private static String words(Design base) {
        return "a model of %s parameters%s"
                .formatted(
                        Numbers.rounded(base.model().size(), 4),
                        base.model().tokens().isPresent()
                                ? " trained on %s tokens"
                                        .formatted(Numbers.rounded(
                                                base.model().tokens().getAsDouble(), 4))
                                : "");
    }

    private Shape shape() {
        return architecture.shape().orElseThrow(() -> new IllegalStateException("a roofline without a shape"));
    }

    // The serving part of the fleet at its dense rate, with the utilisation of training.
    private Costs costs() {
        Optional<Double> rate = value(InferenceFigures.CAPACITY);
        Optional<Double> part = value("training.utilization");
        return new Costs(
                rate.isPresent() && part.isPresent()
                        ? OptionalDouble.of(rate.get() * part.get())
                        : OptionalDouble.empty());
    }

    private Optional<Double> value(String figure) {
        return estimate.quantity(figure).map(quantity -> quantity.base());
    }

    private Result.Server server(Design base) {
        Optional<Plan> plain = base.model().shape().map(shape -> plan(base, roofline(base)));
        return design -> plain.map(known -> serve(design, known))
                .orElseGet(() -> Result.nothing(design, "the shape of models of other sizes is not known"));
    }

    private RooflinePlan roofline(Design design) {
        Serving serving = design.serving();
        return roofline.serving(new Variant(
                size -> architecture.with(shape(design, size)),
                serving.encodings(),
                serving.weightBytes(),
                serving.speculation(),
                serving.promptsApart(),
                serving.serialSpeed()));
    }

    private Plan plan(Design design, RooflinePlan served) {
        return plan.serving(answers(served, design.tokensPerAnswer()));
    }

    private Result serve(Design design, Plan base) {
        Optional<Shape> shape = design.model().shape();
        if (shape.isEmpty()) {
            return Result.nothing(design, "the shape of models of other sizes is not known");
        }
        Plan own = plan(design, roofline(design));
        Estimate found = Estimate.of(own, sampling);
        return own.serving()
                .flatMap(PreparedThroughput::decision)
                .flatMap(ServingDecision::chosen)
                .map(chosen -> Result.of(
                        design.noting(cautions(found).stream()
                                .filter(words -> !cautions(estimate).contains(words))
                                .toList()),
                        new Outcome(
                                shape.get(),
                                chosen.chip(),
                                chosen.setup().encodings(),
                                chosen.point().chips(),
                                chosen.point().deployment().sequences(),
                                chosen.point().serialSpeed(),
                                found.quantity(THROUGHPUT).orElseThrow().base(),
                                chosen.point().breakdown(),
                                chosen.frontier(),
                                figures(found),
                                spread(found),
                                gains(own, base, design))))
                .orElseGet(() -> Result.nothing(
                        design,
                        found.warnings().stream()
                                .filter(warning -> warning.code().equals("serves-nothing"))
                                .map(Diagnostic::message)
                                .collect(Collectors.joining("; "))));
    }

    private Shape shape(Design design, ModelSize size) {
        double factor = size.total().count() / decision.size().total().count();
        return design.model().times(factor).shape().orElseThrow();
    }

    // Tokens of longer answers are worth less work.
    private static ThroughputPlan answers(ThroughputPlan served, double tokens) {
        return (central, task) -> new Answers(served.prepare(central, task), tokens);
    }

    /**
     * Answers of so many times the tokens.
     *
     * @param served what serves
     * @param tokens tokens of an answer over those of the base
     */
    private record Answers(PreparedThroughput served, double tokens) implements PreparedThroughput {
        @Override
        public Served apply(Chain chain, Task task) {
            Served all = served.apply(chain, task);
            return tokens == 1 ? all : all.over(chain.number(tokens));
        }

        @Override
        public Optional<ServingDecision> decision() {
            return served.decision();
        }
    }

    private Map<String, Spread> gains(Plan own, Plan base, Design design) {
        if (sampling.isEmpty()) {
            return Map.of();
        }
        Map<String, Spread> gains = new LinkedHashMap<>(
                Ratios.of(own, base, List.of(THROUGHPUT, Compared.RESEARCHERS, Compared.WORK), sampling.get()));
        gains.computeIfPresent(THROUGHPUT, (name, spread) -> spread.over(design.tokensPerAnswer()));
        return gains;
    }

    private static Map<String, Double> figures(Estimate found) {
        Map<String, Double> figures = new LinkedHashMap<>();
        found.steps().stream().filter(Techniques::shown).forEach(step -> figures.put(step.name(), step.value()));
        return figures;
    }

    private static boolean shown(Step step) {
        return step.kind() == Step.Kind.DERIVED
                && List.of(Compared.RESEARCHERS, Compared.WORK, "workforce.serial_speedup")
                        .contains(step.name());
    }

    private static Map<String, Spread> spread(Estimate found) {
        Map<String, Spread> spread = new LinkedHashMap<>();
        if (found.sampling().isPresent()) {
            found.steps().stream()
                    .filter(step -> shown(step) || step.name().equals(THROUGHPUT))
                    .forEach(step -> found.spread(step).ifPresent(known -> spread.put(step.name(), known)));
        }
        return spread;
    }
}
