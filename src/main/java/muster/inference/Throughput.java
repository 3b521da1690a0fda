package muster.inference;

import java.util.Optional;
import muster.diagnostic.Place;
import muster.document.Choice;
import muster.trace.Chain;
import muster.trace.Figure;

/** How throughput is got from a fleet. */
@Choice(by = "method")
public sealed interface Throughput permits FlopRule, Copies, Stated {

    /** Whether the method computes with a fleet and a model. */
    boolean needsFleetAndModel();

    /** Where it is written. */
    Place place();

    /**
     * Computes what is served; records {@code inference.throughput} and {@code inference.streams}.
     *
     * @param chain the run
     * @param capacity the dense peak rate that serves, in FLOP/s, where there is a fleet
     * @param parameters the active parameters of the model, where there is one
     * @param serialSpeed the speed of one stream, in token/s/stream
     */
    Served apply(Chain chain, Optional<Figure> capacity, Optional<Figure> parameters, Figure serialSpeed);
}
