package muster.uncertainty;

import java.util.Optional;
import muster.diagnostic.Place;
import muster.unit.Unit;

/**
 * A number that a file gives.
 *
 * @param name its path, as {@code training.duration}; the name by which it is drawn, traced and set
 * @param value what is known of it, in its own unit
 * @param unit the unit in which figures show it
 * @param source the source that is named for it; without one it is cited by its place
 * @param place where it is written
 * @param group the inputs that it moves with
 */
public record Input(
        String name,
        Uncertain value,
        Unit unit,
        Optional<Source> source,
        Place place,
        Optional<CorrelationGroup> group) {

    /** An input that moves with no other. */
    public Input(String name, Uncertain value, Unit unit, Optional<Source> source, Place place) {
        this(name, value, unit, source, place, Optional.empty());
    }

    /** The value that stands for the whole, in base units. */
    public double central() {
        return value.distribution().central();
    }
}
