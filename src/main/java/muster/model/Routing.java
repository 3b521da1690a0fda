package muster.model;

import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.model.layer.ShapeChecks;
import muster.uncertainty.Input;

/**
 * Experts in the place of feed-forward layers, of which a router picks some for every token.
 *
 * @param experts how many there are in a layer
 * @param active how many of them a token activates
 * @param shared further experts that every token activates
 */
public record Routing(
        @In("1") Input experts,
        @In("1") Input active,

        @Otherwise(value = "0", because = "many models have none") @In(value = "1", range = Range.NON_NEGATIVE)
        Input shared) {

    public Routing {
        ShapeChecks.whole("experts", experts);
        ShapeChecks.whole("active", active);
        ShapeChecks.whole("shared", shared);
        ShapeChecks.atMost("active", (int) active.central(), "experts", (int) experts.central());
    }
}
