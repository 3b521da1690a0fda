package muster.hardware;

import java.util.Optional;
import java.util.stream.Stream;
import muster.uncertainty.Input;

/**
 * What an hour of a chip costs, by the best of the latest prices that are known of it: under a contract, else on demand, else what
 * owning one costs. Each holds host, network, power and cooling, so that energy does not come on top.
 *
 * @param perHour in USD per hour and chip
 * @param terms on which terms
 */
public record Rent(Input perHour, Terms terms) {

    /** On which terms a chip is had by the hour. */
    public enum Terms {
        UNDER_CONTRACT("under contract"),
        ON_DEMAND("on demand"),
        OWNED("what owning one costs"),
        STATED("as stated here");

        private final String words;

        Terms(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** The rent of a chip; nothing where the catalog has no price by the hour. */
    public static Optional<Rent> of(Chip chip) {
        return Stream.of(
                        chip.latest(ChipPrice.Reserved.class)
                                .map(price -> new Rent(price.perHour(), Terms.UNDER_CONTRACT)),
                        chip.latest(ChipPrice.OnDemand.class).map(price -> new Rent(price.perHour(), Terms.ON_DEMAND)),
                        chip.latest(ChipPrice.Tco.class).map(price -> new Rent(price.perHour(), Terms.OWNED)))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
