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
 * A stated number of copies that run at once, for figures that count copies and say nothing of chips.
 *
 * <pre>
 * streams = copies,  throughput = copies * serial speed
 * </pre>
 *
 * @param copies how many copies run at once
 */
public record Copies(@In(value = "stream", plain = "1") Input copies) implements Throughput {

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
        return copies.place();
    }

    @Override
    public Optional<ThroughputPlan> resolve(ServingResources means, Catalog catalog, Problems problems) {
        return Optional.of((central, task) -> this::apply);
    }

    private ServedThroughput apply(Chain chain, ServingTask task) {
        Figure serialSpeed = task.statedSpeed();
        Figure streams = chain.input(copies, "").as(InferenceFigures.STREAMS, "S", "stream");
        return new ServedThroughput(
                streams.times(serialSpeed).as(InferenceFigures.THROUGHPUT, "R", "token/s"), serialSpeed, streams);
    }
}
