package muster.fleet;

import java.time.LocalDate;
import java.util.Map;
import muster.catalog.Kind;

/**
 * A fleet in the catalog.
 *
 * @param scope whose it is
 * @param asOf the date of its counts
 * @param entries its parts by name, as {@code h100}
 */
public record Fleet(Scope scope, LocalDate asOf, Map<String, FleetEntry> entries) {

    /** Fleets in the catalog. */
    public static final Kind<Fleet> KIND = new Kind<>("fleet/v1", "fleets", Fleet.class);
}
