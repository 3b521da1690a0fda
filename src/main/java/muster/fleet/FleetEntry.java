package muster.fleet;

import java.util.Optional;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.document.Choice;
import muster.document.In;
import muster.document.Text;
import muster.document.When;
import muster.format.Precision;
import muster.uncertainty.Input;

/** A part of a fleet: chips counted, or a rate stated by someone who counted them. */
@Choice
public sealed interface FleetEntry {

    /** The rate of this part, where it can be told at a precision. */
    Optional<Rate> rate(Precision precision, Shelf shelf, Problems problems);

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
    record Counted(Text chip, @In(value = "chip", plain = "1") Input count, Basis basis) implements FleetEntry {
        @Override
        public Optional<Rate> rate(Precision precision, Shelf shelf, Problems problems) {
            return ChipRates.of(chip, precision, shelf, problems)
                    .map(perChip -> chain -> chain.input(count, "").times(chain.input(perChip, "")));
        }
    }

    /**
     * A stated rate.
     *
     * @param capacity the dense peak rate, in FLOP/s
     * @param precision the precision at which it is stated
     * @param basis what it counts
     */
    @When(key = "capacity")
    record Rated(@In("FLOP/s") Input capacity, Precision precision, Basis basis) implements FleetEntry {
        @Override
        public Optional<Rate> rate(Precision wanted, Shelf shelf, Problems problems) {
            boolean fits = precision == wanted
                    || precision.formats().stream().anyMatch(format -> wanted.formats().contains(format));
            if (!fits) {
                problems.error("precision", capacity.place(), "%s is stated at %s, and the fleet is asked for at %s"
                        .formatted(capacity.name(), precision, wanted));
                return Optional.empty();
            }
            return Optional.of(chain -> chain.input(capacity, ""));
        }
    }
}
