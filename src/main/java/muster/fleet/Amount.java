package muster.fleet;

import java.util.Optional;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.format.Precision;

/**
 * What a fleet amounts to, ready to be computed.
 *
 * @param peak the dense peak rate, in FLOP/s
 * @param power the electric power, in W, where the chips are known
 * @param rent the rent, in USD/h, where that of every chip is known
 */
record Amount(Rate peak, Optional<Rate> power, Optional<Rate> rent) {

    static Optional<Amount> of(Holdings holdings, Precision precision, Shelf shelf, Problems problems) {
        return holdings.peak(precision, shelf, problems)
                .map(peak -> new Amount(peak, holdings.power(shelf, problems), holdings.rent(shelf, problems)));
    }
}
