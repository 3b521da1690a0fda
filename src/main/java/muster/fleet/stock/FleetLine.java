package muster.fleet.stock;

import java.util.Optional;
import muster.fleet.chips.ChipLot;
import muster.fleet.chips.LotUnit;

/**
 * A line of a fleet at a date.
 *
 * @param basis what is counted
 * @param part the part of all hardware that it belongs to
 * @param owner whose it is, where that is known
 * @param split whether it is one owner's part of chips whose total may stand on a line of its own
 * @param lot the chips, where they are known
 * @param stated the stated rate, where the chips are not known
 * @param counted when it was counted last, where it stands at a later date as it was then
 * @param remark what else a reader should know
 */
public record FleetLine(
        CountBasis basis,
        HardwareSegment part,
        Optional<String> owner,
        boolean split,
        Optional<ChipLot> lot,
        Optional<Holding.Rated> stated,
        Optional<LastCount> counted,
        Optional<String> remark) {

    /** The kind or class of its chips. */
    public Optional<String> chip() {
        return lot.map(ChipLot::each).map(LotUnit::name);
    }

    /** What it is, in words. */
    public String label() {
        return chip().orElseGet(() -> "a stated rate"
                + stated.map(rated -> " at " + rated.precision()).orElse(""));
    }

    /** Who makes its chips. */
    public Optional<String> vendor() {
        return lot.map(ChipLot::each).map(LotUnit::vendor);
    }

    /** Whether another line counts the same chips. */
    boolean sameChips(FleetLine other) {
        return basis == other.basis && part == other.part && chip().isPresent() && chip().equals(other.chip());
    }
}
