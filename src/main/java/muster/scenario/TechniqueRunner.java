package muster.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.inference.Inference;
import muster.inference.PreparedThroughput;
import muster.inference.RooflinePlan;
import muster.inference.ServingDecision;
import muster.inference.ServingTask;
import muster.inference.ThroughputPlan;
import muster.inference.calibration.Unseen;
import muster.inference.replica.BindingLimit;
import muster.inference.serving.InferenceFigures;
import muster.inference.serving.ModelVariant;
import muster.inference.serving.ServedThroughput;
import muster.model.Architecture;
import muster.model.ModelFigures;
import muster.model.ModelSize;
import muster.model.ServedModel;
import muster.model.Shape;
import muster.technique.Design;
import muster.technique.DesignModel;
import muster.technique.ServingSettings;
import muster.technique.comparison.ComparisonRow;
import muster.technique.comparison.DesignRange;
import muster.technique.comparison.DesignResult;
import muster.technique.comparison.NamedTechnique;
import muster.technique.comparison.ServedDesign;
import muster.technique.comparison.TechniqueComparison;
import muster.technique.comparison.TrainingAndServingCosts;
import muster.trace.Chain;
import muster.trace.TraceStep;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.Percentiles;
import muster.unit.NumberText;
import muster.workforce.WorkforceFigures;

/** Serves designs in the place of the model of a scenario, with everything else as the scenario has it. */
public final class TechniqueRunner {
    private static final String THROUGHPUT = InferenceFigures.THROUGHPUT;

    private final ScenarioPlan plan;
    private final ServingDecision decision;
    private final RooflinePlan roofline;
    private final ComparisonRequest asked;
    private final Estimate estimate;
    private final Architecture architecture;
    private final FleetBill bill;
    // A design is searched for once, whatever it is compared with.
    private final Map<Design, ScenarioPlan> plans = new HashMap<>();

    private TechniqueRunner(ScenarioPlan plan, ServingDecision decision, ComparisonRequest asked) {
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
     * @param plan the scenario, in whose catalog the techniques are found
     * @param asked what is asked
     */
    public static Optional<ComparisonResult> compare(ScenarioPlan plan, ComparisonRequest asked, Problems problems) {
        List<NamedTechnique> named = NamedTechnique.all(plan.entries(), asked.techniques(), problems);
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
                ? Optional.of(new TechniqueRunner(plan, decision.get(), asked).compared(named))
                : Optional.empty();
    }

    private ComparisonResult compared(List<NamedTechnique> techniques) {
        Design base = Design.plain(
                DesignModel.of(shape(), tokens()).shaped(aspect()),
                ServingSettings.in(roofline.formats()).with(roofline.request().speculation()));
        List<String> notes = new ArrayList<>();
        notes.add("base: %s as it is: %s, served in %s at %s token/s a stream or more; %s"
                .formatted(
                        plan.name(),
                        words(base),
                        base.serving().encodings(),
                        NumberText.exact(decision.requiredSpeed()),
                        roofline.request().context().words()));
        notes.addAll(cautions(estimate));
        notes.addAll(bill.notes());
        TechniqueComparison comparison = TechniqueComparison.of(
                base,
                techniques,
                new TechniqueComparison.Resources(
                        server(), new TrainingAndServingCosts(bill.flopPerSecond(), asked.span()), asked.mostTraded()));
        return new ComparisonResult(
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

    private List<DesignRange> surroundings(TechniqueComparison comparison) {
        RangeSearch neighbours = new RangeSearch(
                decision.requiredSpeed(),
                roofline.request().maxReplicaChips(),
                (design, most) -> roofline(design).upTo(most).throughput(decision.size(), decision.chips()));
        List<ComparisonRow> rows = new ArrayList<>(List.of(comparison.base()));
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

    // What stands on bands of families of chips and kinds of models that the fit did not see, and layouts that no row
    // ran.
    private static List<String> cautions(Estimate found) {
        return found.warnings().stream()
                .filter(warning -> List.of(Unseen.CODE, "unmeasured-layout", Architecture.CAUTION)
                        .contains(warning.code()))
                .map(Diagnostic::message)
                .toList();
    }

    private static String words(Design base) {
        return "a model of %s parameters%s"
                .formatted(
                        NumberText.rounded(base.model().size(), 4),
                        base.model().tokens().isPresent()
                                ? " trained on %s tokens"
                                        .formatted(NumberText.rounded(
                                                base.model().tokens().getAsDouble(), 4))
                                : "");
    }

    private Shape shape() {
        return architecture.shape().orElseThrow(() -> new IllegalStateException("a roofline without a shape"));
    }

    private Optional<Double> value(String figure) {
        return estimate.quantity(figure).map(quantity -> quantity.base());
    }

    private DesignResult.Server server() {
        return new DesignResult.Server() {
            @Override
            public DesignResult serve(Design design) {
                return serve(design, design);
            }

            @Override
            public DesignResult serve(Design design, Design against) {
                return served(design, planned(against));
            }
        };
    }

    private RooflinePlan roofline(Design design) {
        ServingSettings serving = design.serving();
        return roofline.serving(new ModelVariant(
                size -> architecture.with(shape(design, size)),
                serving.encodings(),
                serving.weightBytes(),
                serving.speculation(),
                serving.disaggregatedPrefill(),
                serving.serialSpeed()));
    }

    private ScenarioPlan planned(Design design) {
        return plans.computeIfAbsent(design, key -> plan.serving(answers(roofline(design), design.tokensPerAnswer())));
    }

    private DesignResult served(Design design, ScenarioPlan base) {
        Shape shape = design.model().shape();
        ScenarioPlan own = planned(design);
        Estimate found = Estimate.of(own, asked.sampling());
        double throughput = found.quantity(THROUGHPUT).orElseThrow().base();
        Optional<ServingDecision> decided = own.serving().flatMap(PreparedThroughput::decision);
        return decided.flatMap(ServingDecision::chosen)
                .map(chosen -> DesignResult.of(
                        design.noting(cautions(found).stream()
                                .filter(words -> !cautions(estimate).contains(words))
                                .toList()),
                        new ServedDesign(
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
                .orElseGet(() -> DesignResult.nothing(
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
        public ServedThroughput apply(Chain chain, ServingTask task) {
            ServedThroughput all = served.apply(chain, task);
            return tokens == 1 ? all : all.over(chain.number(tokens));
        }

        @Override
        public Optional<ServingDecision> decision() {
            return served.decision();
        }
    }

    private Map<String, Percentiles> gains(ScenarioPlan own, ScenarioPlan base, Design design) {
        if (asked.sampling().isEmpty()) {
            return Map.of();
        }
        Map<String, Percentiles> gains = new LinkedHashMap<>(PairedRatios.of(
                own,
                base,
                List.of(THROUGHPUT, ComparisonResult.RESEARCHERS, ComparisonResult.WORK),
                asked.sampling().get()));
        gains.computeIfPresent(THROUGHPUT, (name, spread) -> spread.over(design.tokensPerAnswer()));
        return gains;
    }

    private static Map<String, Double> figures(Estimate found) {
        Map<String, Double> figures = new LinkedHashMap<>();
        found.steps().stream().filter(TechniqueRunner::shown).forEach(step -> figures.put(step.name(), step.value()));
        return figures;
    }

    private static boolean shown(TraceStep step) {
        return step.kind() == TraceStep.Kind.DERIVED
                && List.of(ComparisonResult.RESEARCHERS, ComparisonResult.WORK, WorkforceFigures.SERIAL_SPEEDUP)
                        .contains(step.name());
    }

    private static Map<String, Percentiles> spread(Estimate found) {
        Map<String, Percentiles> spread = new LinkedHashMap<>();
        if (found.sampling().isPresent()) {
            found.steps().stream()
                    .filter(step -> shown(step) || step.name().equals(THROUGHPUT))
                    .forEach(step -> found.percentiles(step).ifPresent(known -> spread.put(step.name(), known)));
        }
        return spread;
    }
}
