package muster.allocation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.allocation.problem.Situation;
import muster.fleet.FleetCapacity;
import muster.fleet.GrowthIn;
import muster.fleet.TrainOn;
import muster.fleet.chips.ChipCount;
import muster.scaling.law.ComputeOptimal;
import muster.scaling.law.Law;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.sampling.SampleBatch;

/**
 * The figures of a situation over a draw.
 *
 * <pre>
 * allocation.chips.ID = count * share * availability           chip, before growth and deliveries
 * allocation.rate.ID  = dense peak * utilization               FLOP/s/chip
 * allocation.work.ID  = the training compute of a job          FLOP
 * allocation.h100e.ID = dense rate / that of an H100           H100e/chip, under a law of research
 * </pre>
 */
final class SituationFigures {
    private final AllocationPlan plan;
    private final Allocation section;
    private final SampleBatch draw;
    private final Chain chain;

    SituationFigures(AllocationPlan plan, SampleBatch draw) {
        this.plan = plan;
        this.section = plan.section();
        this.draw = draw;
        this.chain = new Chain(draw);
        count(plan.fleet().apply(chain));
        section.train().ifPresent(this::train);
        plan.law().ifPresent(law -> law.apply(chain, draw));
        looked();
    }

    Chain chain() {
        return chain;
    }

    private void count(FleetCapacity capacity) {
        Map<String, Figure> counts = new LinkedHashMap<>();
        for (ChipCount counted : capacity.chips()) {
            counts.merge(counted.type().id().value(), counted.count(), Figure::plus);
        }
        Figure share = capacity.share(chain);
        Figure up = chain.input(capacity.fleet().availability(), "");
        counts.forEach((id, count) -> count.times(share).times(up).as(AllocationFigures.CHIPS + id, "n", "chip"));
    }

    private void train(TrainingGrid train) {
        Figure utilization = chain.input(train.utilization(), "u");
        TrainOn which = plan.fleet().trainOn();
        plan.chips()
                .forEach((id, chip) -> TrainingRates.rate(chip, train.format())
                        .filter(peak -> which.trains(id, chip))
                        .ifPresent(peak -> chain.input(peak, "")
                                .times(utilization)
                                .as(AllocationFigures.RATE + id, "f", "FLOP/s/chip")));
        warnOfIdle(train, which);
        for (CandidateModel model : plan.models()) {
            model.training()
                    .ifPresent(training -> training.work()
                            .apply(chain)
                            .times(chain.one())
                            .as(AllocationFigures.WORK + model.id(), "F", "FLOP"));
        }
        law(train);
        train.students()
                .ifPresent(students -> students.values().forEach(student -> {
                    chain.look(student.parameters());
                    chain.input(student.quality(), "");
                }));
    }

    private void warnOfIdle(TrainingGrid train, TrainOn which) {
        String idle = plan.chips().entrySet().stream()
                .filter(kind -> !which.trains(kind.getKey(), kind.getValue()))
                .map(kind -> "%s, %s".formatted(kind.getKey(), which.why(kind.getValue())))
                .collect(Collectors.joining("; "));
        if (!idle.isEmpty()) {
            chain.warn(
                    "idle-in-training", train.from().place(), "not trained on: %s.%s".formatted(idle, which.advice()));
        }
    }

    // The law sizes each point of the grid at the central values; its constants are read, and it is extrapolated the
    // most
    // for the largest.
    private void law(TrainingGrid train) {
        Chain law = new Chain(draw);
        ComputeOptimal sized = train.law().apply(law, law.input(train.to(), ""), Law.MODEL);
        train.law()
                .domain()
                .ifPresent(domain -> domain.check(law, sized, train.to().place()));
        law.read().forEach(input -> chain.input(input, ""));
        law.warnings().forEach(warning -> chain.warn(warning.code(), warning.place(), warning.message()));
    }

    // What shapes a plan and is not drawn, and what is drawn as it is.
    private void looked() {
        List.of(section.horizon(), section.period(), section.serve().serialSpeed())
                .forEach(chain::look);
        section.serve().context().look(chain);
        section.serve().error().ifPresent(chain::look);
        section.capability().ifPresent(capability -> {
            chain.look(capability.atLeast());
            chain.look(capability.by());
        });
        section.deliveries()
                .ifPresent(deliveries -> deliveries.values().forEach(delivery -> {
                    chain.look(delivery.at());
                    chain.input(delivery.count(), "");
                }));
        plan.models()
                .forEach(model -> plan.workforce()
                        .checkTraining(
                                chain,
                                model.id(),
                                model.quality().apply(chain).central("FLOP").base()));
        section.train().flatMap(TrainingGrid::shortest).ifPresent(shortest -> chain.input(shortest, ""));
        chain.input(section.growth(), "");
        plan.future().ifPresent(future -> lookedAtFuture());
        section.power().ifPresent(power -> chain.input(power, "P"));
        section.budget().ifPresent(budget -> chain.input(budget, "K"));
        section.discount().ifPresent(discount -> chain.input(discount, ""));
        plan.exponent().ifPresent(exponent -> chain.input(exponent, "lambda"));
        plan.chips().forEach((id, chip) -> {
            section.power().flatMap(power -> plan.fleet().power(id, chip)).ifPresent(power -> chain.input(power, "p"));
            section.budget().flatMap(budget -> plan.fleet().rent(id, chip)).ifPresent(rent -> chain.input(rent, "k"));
        });
        plan.workforce().workforce().supervision().ifPresent(supervision -> {
            chain.input(supervision.supervisors(), "");
            chain.input(supervision.directs(), "");
        });
    }

    private void lookedAtFuture() {
        chain.look(section.lifetime());
        if (section.growthIn() instanceof GrowthIn.Named named) {
            named.madeOf().values().forEach(chain::look);
        }
    }

    /** A situation for each sample, where these are the ways to serve. */
    List<Situation> situations(List<ServingOffer> offers) {
        Map<String, double[]> figures = chain.columns();
        Set<String> counting = plan.models().stream()
                .filter(plan::counts)
                .map(CandidateModel::id)
                .collect(Collectors.toSet());
        List<ResearchRates> research = ResearchRates.of(
                offers.stream()
                        .filter(offer -> counting.contains(offer.model().id()) && everFast(offer))
                        .toList(),
                plan.workforce(),
                draw);
        return IntStream.range(0, draw.size())
                .mapToObj(sample -> new SampledSituation(plan, figures, sample).situation(research))
                .toList();
    }

    // Whether it is as fast as is required in any sample.
    private boolean everFast(ServingOffer offer) {
        double required = section.serve().serialSpeed().central();
        return offer.error().isEmpty()
                ? offer.serialSpeed() >= required
                : Arrays.stream(draw.of(offer.error().get()))
                        .anyMatch(error -> offer.serialSpeed() * error >= required);
    }

    static double[] named(Map<String, double[]> figures, String name) {
        double[] column = figures.get(name);
        if (column == null) {
            throw new IllegalStateException("no figure " + name);
        }
        return column;
    }
}
