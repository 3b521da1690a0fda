package muster.fleet.stock;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import muster.document.Inline;
import muster.document.Otherwise;

/**
 * A part of a fleet.
 *
 * @param holding what it is
 * @param basis what its count counts
 * @param owner whose it is, where it is not the owner of the whole fleet
 * @param chipsOf whose chips they are, where the owner is the user of chips that others own: fleets told by owner count them too
 * @param asOf the date of its count, where that is not the date of the whole fleet
 * @param since the first day of the period of a flow
 * @param part the part of all graphics and AI hardware that it belongs to
 * @param remark what else a reader should know
 */
public record FleetEntry(
        @Inline Holding holding,
        CountBasis basis,
        Optional<String> owner,
        Optional<List<String>> chipsOf,
        Optional<LocalDate> asOf,
        Optional<LocalDate> since,

        @Otherwise(value = "data-centre", because = "a chip for AI stands in a data centre")
        HardwareSegment part,

        Optional<String> remark) {}
