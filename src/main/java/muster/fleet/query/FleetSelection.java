package muster.fleet.query;

import java.util.Optional;
import muster.document.yaml.Text;
import muster.fleet.stock.HardwareSegment;

/**
 * Which chips of a fleet are looked at.
 *
 * @param owner only chips of this owner
 * @param chip only this kind of chip
 * @param vendor only chips of this maker
 * @param part only this part of all hardware
 */
public record FleetSelection(
        Optional<Text> owner, Optional<Text> chip, Optional<Text> vendor, Optional<HardwareSegment> part) {

    /** Whether it may take in all of what a maker sold. */
    boolean wholeMakers() {
        return owner.isEmpty() && chip.isEmpty();
    }
}
