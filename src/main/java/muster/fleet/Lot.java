package muster.fleet;

import java.util.Optional;

/**
 * So many chips.
 *
 * @param each what one of them is
 * @param count how many, in chips
 * @param asRated how many H100e its source counts them as, in H100e, where it says so
 */
record Lot(Each each, Rate count, Optional<Rate> asRated) {

    Lot(Each each, Rate count) {
        this(each, count, Optional.empty());
    }
}
