package muster.inference;

import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Choice;

/** How throughput is got from a fleet. */
@Choice(by = "method")
public sealed interface Throughput permits FlopRule, Roofline, Copies, StatedThroughput, Priced {

    /** Whether the method computes with a fleet. */
    boolean needsFleet();

    /** Whether the method computes with a model. */
    boolean needsModel();

    /** Whether the method has a serial speed of its own, so that {@code inference.serial_speed} must not be there. */
    default boolean hasSpeed() {
        return false;
    }

    /** Whether the method computes with the shape of the model. */
    default boolean needsShape() {
        return false;
    }

    /** Whether the method looks for the serial speed at which most work is done. */
    default boolean findsBestSpeed() {
        return false;
    }

    /** Where it is written. */
    Place place();

    /**
     * Looks up what the method needs.
     *
     * @param means what the scenario serves with, looked up
     */
    Optional<ThroughputPlan> resolve(ServingResources means, Catalog catalog, Problems problems);
}
