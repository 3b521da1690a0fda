package muster.epoch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import muster.document.yaml.Text;

/**
 * A row of a table: percentiles of a count at the end of a quarter. Numbers are kept as they are written.
 *
 * @param maker who makes the chips, as the catalog calls it
 * @param chip the id of the chip; nothing for a total of all chips of a maker
 * @param countedAs what Epoch calls the chip; empty for a total
 * @param owner whose they are; nothing where all owners are meant
 * @param end the last day of the quarter
 * @param complete whether all of the quarter is counted
 * @param chips the 5th, 50th and 95th percentile of the number of chips
 * @param h100e the same of H100-equivalents
 * @param power the same of the design power, with the unit; empty where the table has none
 * @param excluded the owners that its note says are left out, as Epoch names them
 * @param row the first cell of the row
 */
record ChipCountRow(
        String maker,
        Optional<String> chip,
        String countedAs,
        Optional<String> owner,
        LocalDate end,
        boolean complete,
        List<String> chips,
        List<String> h100e,
        List<String> power,
        List<String> excluded,
        Text row) {

    /** The series that the row belongs to. */
    List<String> series() {
        return List.of(maker, chip.orElse(""), owner.orElse(""));
    }

    /** Whether it counts all chips of a maker, or of a maker and an owner. */
    boolean isTotal() {
        return chip.isEmpty();
    }

    /** Whether it counts chips of one maker and one owner, or of all owners, at one date: those of a total. */
    boolean sameWhole(ChipCountRow other) {
        return maker.equals(other.maker) && owner.equals(other.owner) && end.equals(other.end);
    }

    /** Whose chips of which maker, in words. */
    String whose() {
        return maker + owner.map(name -> " of " + name).orElse("");
    }

    /** The median of the chips, or of their H100e. */
    static double median(List<String> percentiles) {
        return Double.parseDouble(percentiles.get(1));
    }

    /** Half the width of the interval of the chips, or of their H100e, below or above the median. */
    static double half(List<String> percentiles, boolean above) {
        return above
                ? Double.parseDouble(percentiles.get(2)) - median(percentiles)
                : median(percentiles) - Double.parseDouble(percentiles.get(0));
    }
}
