package muster.fleet;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.format.Format;
import muster.format.Precision;
import muster.hardware.Chip;
import muster.hardware.Interconnect;
import muster.hardware.Price;
import muster.uncertainty.Input;

/**
 * A kind of chip in a fleet, looked up.
 *
 * @param id its id, where the fleet names it
 * @param chip what the catalog says of it
 */
public record ChipType(Text id, Chip chip) {

    /** The kind of an id; where the catalog has none, that is reported at the place of the id. */
    static Optional<ChipType> find(Text id, Shelf shelf, Problems problems) {
        return shelf.get(Chip.KIND, id, problems).map(chip -> new ChipType(id, chip));
    }

    /** The dense peak rate in FLOP/s per chip, in the first format of the precision that the chip has. */
    Optional<Input> peak(Precision precision) {
        return precision.formats().stream()
                .flatMap(format -> chip.rate(format).stream())
                .findFirst();
    }

    /** The dense peak rate in FLOP/s per chip; where the chip has none at the precision, that is reported. */
    Optional<Input> peak(Precision precision, Problems problems) {
        Optional<Input> rate = peak(precision);
        if (rate.isEmpty()) {
            String has = Stream.of(Format.values())
                    .filter(format -> chip.rate(format).isPresent())
                    .map(Format::toString)
                    .collect(Collectors.joining(", "));
            problems.error(
                    "precision",
                    id.place(),
                    "the catalog has no %s rate of %s; it has %s".formatted(precision, id.value(), has));
        }
        return rate;
    }

    /** The power in W per chip: with host, network and cooling where that is known, else the chip alone. */
    Optional<Input> power() {
        return chip.power().best();
    }

    /** The rent in USD/h per chip under a contract, where it is known: the latest price of that kind. */
    Optional<Input> rent() {
        return chip.latest(Price.Reserved.class).map(Price.Reserved::perHour);
    }

    /** The dense rate at 16 bits, in FLOP/s per chip. */
    Optional<Input> sixteenBit() {
        return peak(Precision.SIXTEEN_BIT);
    }

    /** How many chips the fast domain joins, where that is known. */
    public Optional<Input> scaleUpDomain() {
        return chip.interconnect().scaleUp().map(Interconnect.ScaleUp::domain);
    }
}
