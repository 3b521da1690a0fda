package muster.hardware;

import java.util.Optional;
import muster.document.In;
import muster.document.Range;
import muster.uncertainty.Input;

/**
 * Links to other chips and to the host.
 *
 * @param scaleUp the scale-up domain, as NVLink; left out where chips meet only through the host
 * @param scaleOut the network between domains
 * @param host the link to the host, as PCIe
 */
public record Interconnect(Optional<ScaleUp> scaleUp, Optional<Link> scaleOut, Optional<Link> host) {

    /**
     * The scale-up domain.
     *
     * @param name what the vendor calls it
     * @param perDirection bytes per second in one direction and chip
     * @param asQuoted the vendor's words, which often count both directions
     * @param domain chips that it joins
     */
    public record ScaleUp(
            String name,
            @In(value = "B/s/chip", plain = "B/s") Optional<Input> perDirection,
            Optional<String> asQuoted,

            @In(value = "chip", plain = "1", range = Range.COUNT)
            Input domain) {}

    /**
     * Any other link.
     *
     * @param name what it is called
     * @param perDirection bytes per second in one direction and chip
     */
    public record Link(
            Optional<String> name,
            @In(value = "B/s/chip", plain = "B/s") Input perDirection) {}
}
