package muster.inference;

import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.fleet.chips.ChipCount;
import muster.inference.serving.InferenceFigures;
import muster.inference.serving.ServedThroughput;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * Streams by what they pay: as many as the chips earn their rent from, at the prices at which tokens are sold. Nothing is known of
 * the model, and the price stands for all that it takes to serve it.
 *
 * <pre>
 * cost of a stream = price of a stream / price over cost
 * streams          = chips * rent of a chip / cost of a stream,  throughput = streams * serial speed
 * </pre>
 *
 * <p>Source: Epoch AI 2026, sessions by the production of high-bandwidth memory.
 *
 * @param streamPrice what a stream pays for its tokens, in USD/h/stream
 * @param rent what a chip costs, in USD/h/chip
 * @param priceOverCost how many times their cost tokens are sold for
 */
public record Priced(
        @In("USD/h/stream") Input streamPrice,
        @In("USD/h/chip") Input rent,
        @In("1") Input priceOverCost) implements Throughput {

    @Override
    public boolean needsFleet() {
        return true;
    }

    @Override
    public boolean needsModel() {
        return false;
    }

    @Override
    public Place place() {
        return streamPrice.place();
    }

    @Override
    public Optional<ThroughputPlan> resolve(ServingResources means, Catalog catalog, Problems problems) {
        boolean chips = means.fleet().filter(fleet -> !fleet.chips().isEmpty()).isPresent();
        means.fleet()
                .filter(fleet -> !chips)
                .ifPresent(
                        fleet -> problems.error(
                                "no-chips",
                                fleet.place(),
                                "the fleet is a rate and lists no chips, which are rented out here. Maybe fleet.made_of: nvidia-h100-sxm?"));
        return Optional.<ThroughputPlan>of((central, task) -> this::apply).filter(plan -> chips);
    }

    private ServedThroughput apply(Chain chain, ServingTask task) {
        Figure serialSpeed = task.statedSpeed();
        Figure cost = chain.input(streamPrice, "")
                .over(chain.input(priceOverCost, ""))
                .as(InferenceFigures.STREAM_COST, "", "USD/h/stream");
        Figure chips = task.chips(chain);
        Figure paid = chips.times(chain.input(rent, ""));
        Figure streams = paid.over(cost).as(InferenceFigures.STREAMS, "S", "stream");
        Figure throughput = streams.times(serialSpeed).as(InferenceFigures.THROUGHPUT, "R", "token/s");
        return new ServedThroughput(
                throughput,
                serialSpeed,
                streams,
                Optional.empty(),
                task.divided(throughput, ChipCount::count),
                Optional.of(paid));
    }
}
