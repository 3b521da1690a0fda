package muster.hardware;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The checks of {@link Lint}, by the names under which their findings are waived. */
public enum LintCheck {
    RATIO("a matrix rate over the one at 16 bits is none of those that chips have"),
    MATRIX_BELOW_VECTOR("the matrix units are slower than the vector units"),
    INTENSITY("the 16-bit rate over the memory's bandwidth is not between 20 and 700 FLOP/B"),
    SIBLING_RATE("a rate over the 16-bit one is more than 15% off that of every chip of the same die"),
    SIBLING_FORMAT("a format has a matrix rate, and no chip of the same die has one"),
    SIBLING_MEMORY("capacity over bandwidth is more than 15% off that of every chip of the same die and memory"),
    SIBLING_LINK("a link is more than 15% off the one of the same name of every chip of the same die"),
    SPARSE_QUOTE("the dense rate times the multiplier of sparsity is not the sparse rate that the vendor prints"),
    LINK_QUOTE("the rate of one direction is not half of what the vendor prints for both"),
    LINK_SHARE("the scale-up link is not between 1/20 and 1/2 of the memory's bandwidth"),
    NAME_CAPACITY("the capacity is not the one in the title"),
    PER_WATT("the 16-bit rate per watt is more than 3 times off the median of the vendor's chips of the same process"),
    PER_AREA("the 16-bit rate per mm2 is more than 3 times off the median of the vendor's chips of the same process"),
    USABLE_MEMORY("the usable memory is not between 90% and 100% of the capacity"),
    DECIMAL_CAPACITY("the capacity of an HBM is in GB, and vendors mean GiB"),
    BINARY_RATE("a rate or bandwidth is in a binary unit, or was multiplied by a power of 1024"),
    PRICE_DATE("a price is dated after the catalog"),
    STATUS_DATE("the chip is said to be had, or only announced, against its date, or is cancelled and has one"),
    KNOWN_ERROR("a value is the one of another source that the catalog notes as wrong"),
    WAIVER("a waiver waives nothing, or names no check");

    private final String words;

    LintCheck(String words) {
        this.words = words;
    }

    /** What it finds. */
    public String words() {
        return words;
    }

    /** The names of all. */
    static List<String> names() {
        return Arrays.stream(values()).map(LintCheck::toString).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
