package muster.fleet.chips;

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
public record ChipLot(LotUnit each, FleetRate count, Optional<Input> rated, Optional<Double> rating) {

    public ChipLot(LotUnit each, FleetRate count) {
        this(each, count, Optional.empty(), Optional.empty());
    }

    /** How many H100e its source counts them as, in H100e. */
    public Optional<FleetRate> asRated() {
        return rated.map(input -> chain -> chain.input(input, ""));
    }
}
