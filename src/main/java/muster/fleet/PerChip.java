package muster.fleet;

import java.util.Optional;
import muster.document.In;
import muster.uncertainty.Input;

/**
 * What a scenario says of a kind of chip itself, in the place of the catalog or where that knows nothing.
 *
 * @param rent what an hour of one costs, in USD/h/chip
 * @param power its electric power with its share of host, network and cooling, in W/chip
 */
public record PerChip(
        @In(value = "USD/h/chip", plain = "USD/h") Optional<Input> rent,
        @In(value = "W/chip", plain = "W") Optional<Input> power) {}
