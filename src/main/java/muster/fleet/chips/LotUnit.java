package muster.fleet.chips;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.format.Format;
import muster.format.Precision;
import muster.hardware.Memory;
import muster.hardware.Peak;
import muster.uncertainty.Input;

/** What one chip of a lot does, has and takes. */
public sealed interface LotUnit permits ChipType, LotUnit.OfAClass {
    /** Whose chips AI Impacts counts in bf16, and all others in FP32. */
    String MAKER_OF_TPUS = "Google";

    /** The id of the kind, or the name of the class. */
    String name();

    String vendor();

    /** Where a file names it. */
    Place place();

    /** The dense rate at a format, in FLOP/s or OP/s per chip. */
    Optional<Input> rate(Format format);

    Optional<Memory> mainMemory();

    /** The thermal design power in W per chip. */
    default Optional<Input> tdp() {
        return Optional.empty();
    }

    /** The power in W per chip with its share of host, network and cooling. */
    default Optional<Input> allIn() {
        return Optional.empty();
    }

    /** The latest purchase price in USD per chip. */
    default Optional<Input> price() {
        return Optional.empty();
    }

    /** The dense peak rate in FLOP/s per chip, in the first format of the precision that the chip has. */
    default Optional<Input> peak(Precision precision) {
        return precision.formats().stream()
                .flatMap(format -> rate(format).stream())
                .findFirst();
    }

    /** The same; where the precision is a mix, what AI Impacts would count: bf16 of TPUs and FP32 of all others. */
    default Optional<Input> counted(Precision precision) {
        return precision == Precision.MIXED_FP32
                ? peak(vendor().equals(MAKER_OF_TPUS) ? Precision.SIXTEEN_BIT : Precision.FP32)
                : peak(precision);
    }

    /** The rate at a precision; where there is none, that is reported. */
    default Optional<Input> counted(Precision precision, Problems problems) {
        Optional<Input> rate = counted(precision);
        if (rate.isEmpty()) {
            String has = Stream.of(Format.values())
                    .filter(format -> rate(format).isPresent())
                    .map(Format::toString)
                    .collect(Collectors.joining(", "));
            problems.error(
                    "precision",
                    place(),
                    "the catalog has no %s rate of %s; it has %s".formatted(precision, name(), has));
        }
        return rate;
    }

    /**
     * A class of chips, by the means of its rates.
     *
     * @param name its name
     * @param vendor who makes them
     * @param mean the mean rates, per chip
     * @param place where it is written
     */
    record OfAClass(String name, String vendor, Peak mean, Place place) implements LotUnit {
        @Override
        public Optional<Input> rate(Format format) {
            return mean.at(format);
        }

        @Override
        public Optional<Memory> mainMemory() {
            return Optional.empty();
        }
    }
}
