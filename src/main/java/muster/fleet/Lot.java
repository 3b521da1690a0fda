package muster.fleet;

import java.util.Optional;
import muster.uncertainty.Input;

/**
 * So many chips.
 *
 * @param each what one of them is
 * @param count how many, in chips
 * @param rated how many H100e its source counts them as, where it says so
 * @param rating the same per chip, in H100e, at the medians
 */
record Lot(Each each, Rate count, Optional<Input> rated, Optional<Double> rating) {

    Lot(Each each, Rate count) {
        this(each, count, Optional.empty(), Optional.empty());
    }

    /** How many H100e its source counts them as, in H100e. */
    Optional<Rate> asRated() {
        return rated.map(input -> chain -> chain.input(input, ""));
    }
}
