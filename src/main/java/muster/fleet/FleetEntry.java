package muster.fleet;

import muster.document.Choice;
import muster.document.In;
import muster.document.Text;
import muster.document.When;
import muster.format.Precision;
import muster.uncertainty.Input;

/** A part of a fleet: chips counted, or a rate stated by someone who counted them. */
@Choice
public sealed interface FleetEntry {

    /** What the figure counts. */
    Basis basis();

    /**
     * Chips of one kind.
     *
     * @param chip the id of the kind
     * @param count how many
     * @param basis what the count counts
     */
    @When(key = "chip")
    record Counted(
            Text chip, @In(value = "chip", plain = "1") Input count, Basis basis) implements FleetEntry {}

    /**
     * A stated rate.
     *
     * @param capacity the dense peak rate, in FLOP/s
     * @param precision the precision at which it is stated
     * @param basis what it counts
     */
    @When(key = "capacity")
    record Rated(@In("FLOP/s") Input capacity, Precision precision, Basis basis) implements FleetEntry {}
}
