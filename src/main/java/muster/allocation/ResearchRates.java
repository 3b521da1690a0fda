package muster.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import muster.inference.serving.InferenceFigures;
import muster.model.ModelFigures;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.uncertainty.sampling.RepeatedDraw;
import muster.uncertainty.sampling.SampleBatch;
import muster.unit.Quantity;
import muster.unit.Unit;
import muster.workforce.WorkforceFigures;
import muster.workforce.WorkforcePlan;
import muster.workforce.WorkforceSupply;

/** What one chip that serves an offer does of research, over a draw. */
final class ResearchRates {
    private static final Source FRONTIER =
            Source.of("frontier", "the fastest deployments that the step-time model finds", Tier.DERIVED);

    // Of so many values a column is short enough for the cache.
    private static final int MOST_VALUES = 8192;

    private final ServingOffer offer;
    private final double[] serialSpeed;
    private final double[] heads;
    private final double[] speedup;

    private ResearchRates(ServingOffer offer, double[] serialSpeed, double[] heads, double[] speedup) {
        this.offer = offer;
        this.serialSpeed = serialSpeed;
        this.heads = heads;
        this.speedup = speedup;
    }

    /** Those of offers, in their order; offers of one model under one error are the draws of one chain. */
    static List<ResearchRates> of(List<ServingOffer> offers, WorkforcePlan workforce, SampleBatch draw) {
        Map<String, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < offers.size(); i++) {
            String error = offers.get(i).error().map(Input::name).orElse("");
            alike.computeIfAbsent(offers.get(i).model().id() + " " + error, key -> new ArrayList<>())
                    .add(i);
        }
        ResearchRates[] rates = new ResearchRates[offers.size()];
        int most = Math.max(1, MOST_VALUES / draw.size());
        for (List<Integer> group : alike.values()) {
            for (int from = 0; from < group.size(); from += most) {
                List<Integer> some = group.subList(from, Math.min(group.size(), from + most));
                List<ResearchRates> found =
                        together(some.stream().map(offers::get).toList(), workforce, draw);
                for (int i = 0; i < some.size(); i++) {
                    rates[some.get(i)] = found.get(i);
                }
            }
        }
        return List.of(rates);
    }

    private static List<ResearchRates> together(List<ServingOffer> offers, WorkforcePlan workforce, SampleBatch draw) {
        Map<String, double[]> figures = chain(offers, workforce, draw).columns();
        // Supervision caps the heads of the whole fleet and not those of a chip: the plan keeps to it.
        String supervised = WorkforceFigures.UNSUPERVISED_RESEARCHERS;
        double[] serialSpeed = SituationFigures.named(figures, InferenceFigures.SERIAL_SPEED);
        double[] heads = SituationFigures.named(
                figures, figures.containsKey(supervised) ? supervised : WorkforceFigures.PARALLEL_RESEARCHERS);
        double[] speedup = SituationFigures.named(figures, WorkforceFigures.SERIAL_SPEEDUP);
        List<ResearchRates> rates = new ArrayList<>();
        for (int i = 0; i < offers.size(); i++) {
            int from = i * draw.size();
            int to = from + draw.size();
            rates.add(new ResearchRates(
                    offers.get(i),
                    Arrays.copyOfRange(serialSpeed, from, to),
                    Arrays.copyOfRange(heads, from, to),
                    Arrays.copyOfRange(speedup, from, to)));
        }
        return rates;
    }

    /** What is served. */
    ServingOffer offer() {
        return offer;
    }

    /** The speed of a stream in a sample, in token/s. */
    double serialSpeed(int sample) {
        return serialSpeed[sample];
    }

    /** Parallel researchers per chip in a sample, before anybody supervises them. */
    double heads(int sample) {
        return heads[sample];
    }

    /** The serial speed-up of each in a sample, in researcher-months per researcher and second. */
    double speedup(int sample) {
        return speedup[sample];
    }

    /** The inputs that enter the chain of a model that is served. */
    static Collection<Input> reads(CandidateModel model, WorkforcePlan workforce) {
        return chain(List.of(ServingOffer.nominal(model)), workforce, SampleBatch.central())
                .read();
    }

    // From what one chip serves to its researchers, for offers of one model under one error.
    private static Chain chain(List<ServingOffer> offers, WorkforcePlan workforce, SampleBatch draw) {
        Chain chain = new Chain(new RepeatedDraw(draw, offers.size()));
        ServingOffer offer = offers.get(0);
        Figure error = offer.error().map(input -> chain.input(input, "e")).orElseGet(chain::one);
        Figure throughput = each(
                        chain, AllocationFigures.THROUGHPUT, "token/s", offers, ServingOffer::throughputPerChip, draw)
                .times(error)
                .as(InferenceFigures.THROUGHPUT, "q", "token/s");
        Figure speed = each(
                        chain,
                        AllocationFigures.SERIAL_SPEED,
                        "token/s/stream",
                        offers,
                        ServingOffer::serialSpeed,
                        draw)
                .times(error)
                .as(InferenceFigures.SERIAL_SPEED, "v", "token/s/stream");
        Figure flop = chain.constant(
                ModelFigures.FLOP_PER_TOKEN, "f", Quantity.of(offer.flopPerToken(), "FLOP/token"), FRONTIER);
        // The heads of one chip are compared with nobody.
        new WorkforcePlan(workforce.workforce(), workforce.rate(), List.of())
                .apply(
                        chain,
                        new WorkforceSupply(
                                throughput,
                                speed,
                                throughput.over(speed),
                                Optional.empty(),
                                Optional.of(offer.model().quality().apply(chain)),
                                Optional.of(flop),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        Optional.empty());
        return chain;
    }

    private static Figure each(
            Chain chain,
            String name,
            String unit,
            List<ServingOffer> offers,
            ToDoubleFunction<ServingOffer> value,
            SampleBatch draw) {
        double[] column = new double[offers.size() * draw.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = Quantity.of(value.applyAsDouble(offers.get(i / draw.size())), unit)
                    .base();
        }
        return chain.constants(name, "", column, Unit.parse(unit), FRONTIER);
    }
}
