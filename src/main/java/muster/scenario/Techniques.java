package muster.scenario;

import java.util.ArrayList;
import java.util.HashMap;
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
import muster.inference.BindingLimit;
import muster.inference.Inference;
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
import muster.model.ModelFigures;
import muster.model.ModelSize;
import muster.model.ServedModel;
import muster.model.Shape;
import muster.technique.Comparison;
import muster.technique.Costs;
import muster.technique.Design;
import muster.technique.Model;
import muster.technique.Named;
import muster.technique.Outcome;
import muster.technique.Result;
import muster.technique.Row;
import muster.technique.Serving;
import muster.technique.Surroundings;
import muster.trace.Chain;
import muster.trace.Step;
import muster.uncertainty.Input;
import muster.uncertainty.Spread;
import muster.unit.Numbers;
import muster.workforce.WorkforceFigures;

/** Serves designs in the place of the model of a scenario, with everything else as the scenario has it. */
public final class Techniques {
    private static final String THROUGHPUT = InferenceFigures.THROUGHPUT;

    private final Plan plan;
    private final ServingDecision decision;
    private final RooflinePlan roofline;
    private final Comparing asked;
    private final Estimate estimate;
    private final Architecture architecture;
    private final FleetBill bill;
    // A design is searched for once, whatever it is compared with.
    private final Map<Design, Plan> plans = new HashMap<>();

    private Techniques(Plan plan, ServingDecision decision, Comparing asked) {
        this.plan = plan;
        this.decision = decision;
        this.roofline = decision.plan();
        this.asked = asked;
        this.estimate = Estimate.of(plan);
        this.architecture = decision.model();
        this.bill = FleetBill.of(plan, estimate, asked.training().utilization());
    }

    /**
     * Techniques beside a scenario as it is; nothing with problems reported.
     *
     * @param plan the scenario
     * @param shelf where the techniques are found
     * @param asked what is asked
     */
    public static Optional<Compared> compare(Plan plan, Shelf shelf, Comparing asked, Problems problems) {
        List<Named> named = Named.all(shelf, asked.techniques(), problems);
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
                ? Optional.of(new Techniques(plan, decision.get(), asked).compared(named))
                : Optional.empty();
    }

    private Compared compared(List<Named> techniques) {
        Design base = Design.plain(
                Model.of(shape(), tokens()).shaped(aspect()),
                Serving.in(roofline.formats()).with(roofline.request().speculation()));
        List<String> notes = new ArrayList<>();
        notes.add("base: %s as it is: %s, served in %s at %s token/s a stream or more; %s prompt tokens, %s output tokens"
                .formatted(
                        plan.name(),
                        words(base),
                        base.serving().encodings(),
                        Numbers.exact(decision.requiredSpeed()),
                        Numbers.exact(roofline.request().context().promptTokens()),
                        Numbers.exact(roofline.request().context().outputTokens())));
        notes.addAll(cautions(estimate));
        notes.addAll(bill.notes());
        Comparison comparison = Comparison.of(
                base,
                techniques,
                new Comparison.Means(server(), new Costs(bill.flopPerSecond(), asked.span()), asked.mostTraded()));
        return new Compared(
                plan.name(),
                plan.settings(),
                plan.catalog(),
                notes,
                decision.requiredSpeed(),
                roofline.request().maxReplicaChips(),
                comparison,
                surroundings(comparison),
                asked.span(),
                asked.sampling());
    }

    private List<Surroundings> surroundings(Comparison comparison) {
        Neighbours neighbours = new Neighbours(
                decision.requiredSpeed(),
                roofline.request().maxReplicaChips(),
                (design, most) -> roofline(design).upTo(most).throughput(decision.size(), decision.chips()));
        List<Row> rows = new ArrayList<>(List.of(comparison.base()));
        rows.addAll(comparison.alone());
        return rows.stream().flatMap(row -> neighbours.of(row).stream()).toList();
    }

    private OptionalDouble aspect() {
        return asked.training().aspect().isPresent()
                ? asked.training().aspect()
                : architecture.sizes().stream()
                        .mapToDouble(rule -> rule.aspect().central())
                        .findFirst();
    }

    // Those of the model that is served, whoever trained it.
    private OptionalDouble tokens() {
        if (asked.training().tokens().isPresent()) {
            return asked.training().tokens();
        }
        boolean trained = plan.scenario()
                .inference()
                .flatMap(Inference::model)
                .filter(ServedModel.Trained.class::isInstance)
                .isPresent();
        Optional<Double> known = trained
                ? value(ModelFigures.TOKENS)
                : architecture.training().trainingTokens().map(Input::central);
        return known.map(OptionalDouble::of).orElse(OptionalDouble.empty());
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

    private Optional<Double> value(String figure) {
        return estimate.quantity(figure).map(quantity -> quantity.base());
    }

    private Result.Server server() {
        return new Result.Server() {
            @Override
            public Result serve(Design design) {
                return serve(design, design);
            }

            @Override
            public Result serve(Design design, Design against) {
                return served(design, planned(against));
            }
        };
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

    private Plan planned(Design design) {
        return plans.computeIfAbsent(design, key -> plan.serving(answers(roofline(design), design.tokensPerAnswer())));
    }

    private Result served(Design design, Plan base) {
        Shape shape = design.model().shape();
        Plan own = planned(design);
        Estimate found = Estimate.of(own, asked.sampling());
        double throughput = found.quantity(THROUGHPUT).orElseThrow().base();
        Optional<ServingDecision> decided = own.serving().flatMap(PreparedThroughput::decision);
        return decided.flatMap(ServingDecision::chosen)
                .map(chosen -> Result.of(
                        design.noting(cautions(found).stream()
                                .filter(words -> !cautions(estimate).contains(words))
                                .toList()),
                        new Outcome(
                                shape,
                                chosen.chip(),
                                chosen.setup().encodings(),
                                chosen.point().chips(),
                                chosen.point().deployment().sequences(),
                                chosen.point().serialSpeed(),
                                throughput,
                                chosen.point().breakdown(),
                                chosen.frontier(),
                                bill.perToken(throughput),
                                BindingLimit.words(decided.orElseThrow().limits()),
                                figures(found),
                                spread(found),
                                gains(own, base, design))))
                .orElseGet(() -> Result.nothing(
                        design,
                        found.warnings().stream()
                                .filter(warning -> warning.code().equals("no-feasible-deployment"))
                                .map(Diagnostic::message)
                                .collect(Collectors.joining("; "))));
    }

    private Shape shape(Design design, ModelSize size) {
        double factor = size.total().count() / decision.size().total().count();
        return design.model().times(factor).shape();
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
        if (asked.sampling().isEmpty()) {
            return Map.of();
        }
        Map<String, Spread> gains = new LinkedHashMap<>(Ratios.of(
                own,
                base,
                List.of(THROUGHPUT, Compared.RESEARCHERS, Compared.WORK),
                asked.sampling().get()));
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
                && List.of(Compared.RESEARCHERS, Compared.WORK, WorkforceFigures.SERIAL_SPEEDUP)
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
