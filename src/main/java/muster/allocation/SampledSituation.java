package muster.allocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import muster.allocation.problem.CapabilityRequirement;
import muster.allocation.problem.ChipStock;
import muster.allocation.problem.EfficientServings;
import muster.allocation.problem.ExclusiveJobs;
import muster.allocation.problem.ResearchReturns;
import muster.allocation.problem.ResourceLimits;
import muster.allocation.problem.ServingOption;
import muster.allocation.problem.Situation;
import muster.allocation.problem.TrainingJob;
import muster.format.Format;
import muster.uncertainty.Input;
import muster.workforce.DiminishingReturns;
import muster.workforce.Supervision;

/** The situation of one sample: the figures of a {@link SituationFigures} as numbers. */
final class SampledSituation {
    private static final double YEAR = 365 * 86_400.0;
    private static final double MONTH = 30 * 86_400.0;

    private final AllocationPlan plan;
    private final Allocation section;
    private final Map<String, double[]> figures;
    private final int sample;
    private final double periodSeconds;
    private final Map<String, List<Double>> bought = new LinkedHashMap<>();

    /**
     * A sample.
     *
     * @param figures the figures of the sheet, by name
     * @param sample which of their samples
     */
    SampledSituation(AllocationPlan plan, Map<String, double[]> figures, int sample) {
        this.plan = plan;
        this.section = plan.section();
        this.figures = figures;
        this.sample = sample;
        this.periodSeconds = section.period().central();
    }

    Situation situation(List<ResearchRates> research) {
        ResearchReturns returns = returns();
        ResourceLimits limits = limits();
        double required = section.serve().serialSpeed().central();
        List<ServingOption> servings = research.stream()
                .filter(each -> each.serialSpeed(sample) >= required)
                .map(this::serving)
                .toList();
        List<TrainingJob> jobs = new ArrayList<>();
        plan.models().forEach(model -> model.training().ifPresent(training -> jobs.add(job(model, training))));
        Situation situation = new Situation(
                plan.periods(),
                periodSeconds,
                stocks(),
                plan.models().stream()
                        .filter(model -> model.training().isEmpty())
                        .map(CandidateModel::id)
                        .toList(),
                jobs,
                rivals(jobs),
                EfficientServings.trimmed(servings, returns, limits),
                limits,
                returns,
                section.capability().map(this::requirement));
        return plan.law()
                .map(law -> situation.under(law.terms(this::of, this::of)))
                .orElse(situation);
    }

    private double of(Input input) {
        return of(input.name());
    }

    private double of(String name) {
        return SituationFigures.named(figures, name)[sample];
    }

    private ServingOption serving(ResearchRates research) {
        ServingOffer offer = research.offer();
        return new ServingOption(
                offer.variant(),
                offer.model().id(),
                offer.chip(),
                research.heads(sample),
                MONTH * research.speedup(sample));
    }

    private ExclusiveJobs rivals(List<TrainingJob> jobs) {
        return section.train()
                .map(train -> new ExclusiveJobs(
                        train.atMost(),
                        jobs.stream()
                                .filter(job -> job.after().isEmpty())
                                .map(TrainingJob::id)
                                .toList()))
                .orElse(ExclusiveJobs.ALL);
    }

    private List<ChipStock> stocks() {
        Format format = section.train().map(TrainingGrid::format).orElse(Format.BF16);
        List<ChipStock> stocks = new ArrayList<>();
        plan.chips()
                .forEach((id, chip) -> stocks.add(new ChipStock(
                        id,
                        counts(id).stream().map(count -> Math.max(0, count)).toList(),
                        TrainingRates.rate(chip, format).map(Input::central).orElse(0.0),
                        section.power()
                                .flatMap(power -> plan.fleet().power(id, chip))
                                .map(this::of)
                                .orElse(0.0),
                        section.budget()
                                .flatMap(budget -> plan.fleet().rent(id, chip))
                                .map(this::of)
                                .orElse(0.0))));
        return stocks;
    }

    /** The chips of a kind in each period: those of the fleet as it grows, and what came and left by its beginning. */
    List<Double> counts(String chip) {
        List<Double> grown = plan.future().isPresent()
                ? Optional.ofNullable(bought().get(chip)).orElse(Collections.nCopies(plan.periods(), 0.0))
                : IntStream.range(0, plan.periods())
                        .mapToObj(period -> first(chip) * plan.historicCounts(chip, period) * growth(period))
                        .toList();
        return IntStream.range(0, plan.periods())
                .mapToObj(period -> grown.get(period) + delivered(chip, period))
                .toList();
    }

    private double first(String chip) {
        double[] fleet = figures.get(AllocationFigures.CHIPS + chip);
        return fleet == null ? 0 : fleet[sample];
    }

    private Map<String, List<Double>> bought() {
        if (bought.isEmpty()) {
            Map<String, Double> first = new LinkedHashMap<>();
            plan.chips().keySet().stream()
                    .filter(chip -> first(chip) > 0)
                    .forEach(chip -> first.put(chip, first(chip) * plan.historicCounts(chip, 0)));
            bought.putAll(plan.future().orElseThrow().counts(first, of(section.growth())));
        }
        return bought;
    }

    private double growth(int period) {
        return Math.pow(of(section.growth()), period * periodSeconds / YEAR);
    }

    private double delivered(String chip, int period) {
        return section.deliveries().orElse(Map.of()).values().stream()
                .filter(delivery -> delivery.chip().value().equals(chip))
                .filter(delivery -> period * periodSeconds >= delivery.at().central() * (1 - 1e-12))
                .mapToDouble(delivery -> of(delivery.count()))
                .sum();
    }

    private TrainingJob job(CandidateModel model, CandidateModel.ModelTraining training) {
        double work = of(AllocationFigures.WORK + model.id());
        double most = section.train()
                .flatMap(TrainingGrid::shortest)
                .map(shortest -> work / of(shortest))
                .orElse(Double.POSITIVE_INFINITY);
        Map<String, Double> rates = new LinkedHashMap<>();
        plan.chips().keySet().stream()
                .filter(id -> figures.containsKey(AllocationFigures.RATE + id))
                .forEach(id -> rates.put(id, of(AllocationFigures.RATE + id)));
        return new TrainingJob(model.id(), work, most, training.after(), rates);
    }

    private ResearchReturns returns() {
        Optional<DiminishingReturns> workforce = plan.workforce().workforce().diminishingReturns();
        double reference = section.diminishing().isPresent()
                ? 1
                : workforce.map(returns -> returns.reference().central()).orElse(1.0);
        double discount = section.discount()
                .map(part -> Math.pow(1 - of(part), periodSeconds / YEAR))
                .orElse(1.0);
        return new ResearchReturns(
                plan.exponent().map(this::of).orElse(1.0), reference, discount, periodSeconds / MONTH);
    }

    private ResourceLimits limits() {
        Optional<Supervision> supervision = plan.workforce().workforce().supervision();
        return new ResourceLimits(
                section.power().map(power -> constant(of(power))),
                section.budget().map(this::of),
                supervision.map(people -> constant(of(people.supervisors()))),
                supervision.map(people -> of(people.directs())).orElse(0.0));
    }

    private List<Double> constant(double value) {
        return Collections.nCopies(plan.periods(), value);
    }

    private CapabilityRequirement requirement(Capability capability) {
        return new CapabilityRequirement(
                plan.models().stream()
                        .filter(plan::counts)
                        .map(CandidateModel::id)
                        .toList(),
                (int) Math.min(plan.periods(), Math.floor(capability.by().central() / periodSeconds + 1e-9)),
                "a model of %s by %s"
                        .formatted(capability.atLeast().value(), capability.by().value()));
    }
}
