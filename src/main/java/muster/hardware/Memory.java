package muster.hardware;

import java.util.Optional;
import muster.document.In;
import muster.uncertainty.Input;

/**
 * A memory.
 *
 * @param type as {@code HBM3}
 * @param capacity in bytes per chip
 * @param usable in bytes per chip, as the driver reports it
 * @param bandwidth in bytes per second and chip
 */
public record Memory(
        String type,
        @In(value = "GiB/chip", plain = "GiB") Input capacity,
        @In(value = "GiB/chip", plain = "GiB") Optional<Input> usable,
        @In(value = "B/s/chip", plain = "B/s") Optional<Input> bandwidth) {}
