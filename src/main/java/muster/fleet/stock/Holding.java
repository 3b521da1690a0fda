package muster.fleet.stock;

import java.util.Map;
import java.util.Optional;
import muster.diagnostic.Place;
import muster.document.Alone;
import muster.document.Choice;
import muster.document.In;
import muster.document.Inline;
import muster.document.Range;
import muster.document.When;
import muster.document.yaml.Text;
import muster.fleet.chips.H100eBasis;
import muster.format.Precision;
import muster.hardware.Peak;
import muster.uncertainty.Input;

/** What a part of a fleet is. */
@Choice
public sealed interface Holding
        permits Holding.Rated, Holding.Once, Holding.Quarterly, Holding.ByOwner, Holding.Equivalents {

    /** Where it is written. */
    Place place();

    /**
     * Chips, counted once.
     *
     * @param count how many
     * @param counted what was counted
     */
    @When(key = "count")
    record Once(
            @In(value = "chip", plain = "1") Input count,
            @Inline Counted counted) implements Holding {
        @Override
        public Place place() {
            return count.place();
        }
    }

    /** What was counted once. */
    @Choice
    sealed interface Counted permits Holding.Counted.OfOneKind, Holding.Counted.OfAClass {

        /**
         * Chips of one kind.
         *
         * @param chip the id of the kind
         */
        @When(key = "chip")
        record OfOneKind(Text chip) implements Counted {}

        /**
         * A class of chips that the catalog does not list one by one.
         *
         * @param vendor who makes them
         * @param mean the mean of their dense rates, per chip
         */
        @When(key = "mean")
        record OfAClass(String vendor, Peak mean) implements Counted {}
    }

    /**
     * Chips of one kind, quarter by quarter.
     *
     * @param chip the id of the kind
     * @param countedAs what the source calls it
     * @param quarters the stock at the ends of quarters, by date; the first quarter begins with none
     */
    @When(key = "quarters")
    record Quarterly(Text chip, Optional<String> countedAs, Map<String, Quarter> quarters) implements Holding {
        @Override
        public Place place() {
            return chip.place();
        }
    }

    /**
     * The owners of chips of one kind, quarter by quarter: parts of what {@code quarters} of that kind counts.
     *
     * @param chip the id of the kind
     * @param countedAs what the source calls it
     * @param owners the stock of each owner at the ends of quarters, by date
     */
    @When(key = "owners")
    record ByOwner(Text chip, Optional<String> countedAs, Map<String, Map<String, Quarter>> owners) implements Holding {
        @Override
        public Place place() {
            return chip.place();
        }
    }

    /**
     * A stated rate.
     *
     * @param capacity the dense peak rate, in FLOP/s
     * @param precision the precision at which it is stated
     * @param madeOf the chips that are assumed to have it: one kind, or each kind's share of the rate
     */
    @When(key = "capacity")
    record Rated(
            @In("FLOP/s") Input capacity,
            Precision precision,

            @In(value = "1", range = Range.FRACTION) @Alone("100%")
            Optional<Map<String, Input>> madeOf)
            implements Holding {
        @Override
        public Place place() {
            return capacity.place();
        }

        /** Whether the rate is told at a precision, or at one of its formats. */
        public boolean fits(Precision wanted) {
            return precision == wanted
                    || precision.formats().stream()
                            .anyMatch(format -> wanted.formats().contains(format));
        }
    }

    /**
     * Stated H100-equivalents.
     *
     * @param h100e how many, in H100e
     * @param h100eBasis what was compared when they were counted
     * @param madeOf the chips that are assumed to make them up: one kind, or each kind's share of the H100e
     */
    @When(key = "h100e")
    record Equivalents(
            @In("H100e") Input h100e,
            H100eBasis h100eBasis,

            @In(value = "1", range = Range.FRACTION) @Alone("100%")
            Map<String, Input> madeOf)
            implements Holding {
        @Override
        public Place place() {
            return h100e.place();
        }
    }
}
