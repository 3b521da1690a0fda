package muster.inference;

import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.inference.serving.InferenceFigures;
import muster.inference.serving.ServedThroughput;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * A stated number of tokens in a time, for figures that count tokens and say nothing of chips.
 *
 * <pre>
 * throughput = tokens,  streams = tokens / serial speed
 * </pre>
 *
 * @param tokens generated tokens of all streams, in token/s
 */
public record StatedThroughput(@In("token/s") Input tokens) implements Throughput {

    @Override
    public boolean needsFleet() {
        return false;
    }

    @Override
    public boolean needsModel() {
        return false;
    }

    @Override
    public Place place() {
        return tokens.place();
    }

    @Override
    public Optional<ThroughputPlan> resolve(ServingResources means, Catalog catalog, Problems problems) {
        return Optional.of((central, task) -> this::apply);
    }

    private ServedThroughput apply(Chain chain, ServingTask task) {
        Figure serialSpeed = task.statedSpeed();
        Figure throughput = chain.input(tokens, "").as(InferenceFigures.THROUGHPUT, "R", "token/s");
        return new ServedThroughput(
                throughput, serialSpeed, throughput.over(serialSpeed).as(InferenceFigures.STREAMS, "S", "stream"));
    }
}
