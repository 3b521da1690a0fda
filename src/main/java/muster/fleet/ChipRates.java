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
import muster.hardware.Price;
import muster.uncertainty.Input;

/** Looks up what one chip does and takes. */
final class ChipRates {
    private ChipRates() {}

    /** The dense peak rate in FLOP/s per chip, in the first format of the precision that the chip has. */
    static Optional<Input> peak(Text chip, Precision precision, Shelf shelf, Problems problems) {
        return shelf.get(Chip.KIND, chip, problems).flatMap(found -> {
            Optional<Input> rate = precision.formats().stream()
                    .flatMap(format -> found.rate(format).stream())
                    .findFirst();
            if (rate.isEmpty()) {
                String has = Stream.of(Format.values())
                        .filter(format -> found.rate(format).isPresent())
                        .map(Format::toString)
                        .collect(Collectors.joining(", "));
                problems.error(
                        "precision",
                        chip.place(),
                        "the catalog has no %s rate of %s; it has %s".formatted(precision, chip.value(), has));
            }
            return rate;
        });
    }

    /** The power in W per chip: with host, network and cooling where that is known, else the chip alone. */
    static Optional<Input> power(Text chip, Shelf shelf, Problems problems) {
        return shelf.get(Chip.KIND, chip, problems)
                .flatMap(found -> found.power().best());
    }

    /** The rent in USD/h per chip under a contract, where it is known: the latest price of that kind. */
    static Optional<Input> rent(Text chip, Shelf shelf, Problems problems) {
        return shelf.get(Chip.KIND, chip, problems)
                .flatMap(found -> found.latest(Price.Reserved.class))
                .map(Price.Reserved::perHour);
    }
}
