package muster.hardware;

import java.util.Optional;
import muster.document.In;
import muster.uncertainty.Input;

/**
 * Electric power.
 *
 * @param tdp the thermal design power of the chip, in watts
 * @param allIn with its share of host, network and cooling, in watts
 */
public record ElectricPower(
        @In(value = "W/chip", plain = "W") Optional<Input> tdp,
        @In(value = "W/chip", plain = "W") Optional<Input> allIn) {

    /** With host, network and cooling where that is known, else the chip alone. */
    public Optional<Input> best() {
        return allIn.or(() -> tdp);
    }
}
