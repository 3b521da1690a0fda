package muster.fleet;

import java.util.Optional;

/**
 * A line of a fleet at a date.
 *
 * @param basis what is counted
 * @param part the part of all hardware that it belongs to
 * @param owner whose it is, where that is known
 * @param split whether it is one owner's part of chips whose total may stand on a line of its own
 * @param lot the chips, where they are known
 * @param stated the stated rate, where the chips are not known
 * @param remark what else a reader should know
 */
record Line(
        Basis basis,
        Part part,
        Optional<String> owner,
        boolean split,
        Optional<Lot> lot,
        Optional<Holding.Rated> stated,
        Optional<String> remark) {

    /** The kind or class of its chips. */
    Optional<String> chip() {
        return lot.map(Lot::each).map(Each::name);
    }

    /** What it is, in words. */
    String label() {
        return chip().orElseGet(() -> "a stated rate"
                + stated.map(rated -> " at " + rated.precision()).orElse(""));
    }

    /** Who makes its chips. */
    Optional<String> vendor() {
        return lot.map(Lot::each).map(Each::vendor);
    }

    /** Whether another line counts the same chips. */
    boolean sameChips(Line other) {
        return basis == other.basis && part == other.part && chip().isPresent() && chip().equals(other.chip());
    }
}
