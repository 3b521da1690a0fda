package muster.inference;

import java.util.Optional;
import muster.catalog.Shelf;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.In;
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
    public Optional<ThroughputPlan> resolve(Means means, Shelf shelf, Problems problems) {
        return Optional.of((central, task) -> this::apply);
    }

    private Served apply(Chain chain, Task task) {
        Figure serialSpeed = task.statedSpeed();
        Figure streams = chain.input(copies, "").as(InferenceFigures.STREAMS, "S", "stream");
        return new Served(
                streams.times(serialSpeed).as(InferenceFigures.THROUGHPUT, "R", "token/s"), serialSpeed, streams);
    }
}
