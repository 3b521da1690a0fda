package muster.fleet.query;

import java.util.Map;
import muster.document.yaml.Text;
import muster.uncertainty.sampling.Sampling;

/**
 * What is asked of a fleet.
 *
 * @param fleet the id of the fleet, where it is named
 * @param selection which of its chips
 * @param dates when, and what becomes of them until then
 * @param counting what is counted, row by row
 * @param sampling how uncertain counts are sampled
 */
public record FleetQuery(
        Text fleet, FleetSelection selection, FleetDates dates, FleetCounting counting, Sampling sampling) {

    /** The same fleet chip by chip, of whose amounts nothing is asked. */
    public FleetQuery listing() {
        return new FleetQuery(fleet, selection, dates, FleetCounting.listing(), new Sampling(sampling.seed(), 1, 1));
    }

    /** The same fleet by what its chips can be used for, which is told by chip; H100e count on the 8-bit basis. */
    public FleetQuery byUse(Map<String, ServingUse> known) {
        return new FleetQuery(fleet, selection, dates, FleetCounting.byUse(known), sampling);
    }

    boolean tellsOwnersApart() {
        return counting.by() == FleetCounting.By.OWNER || selection.owner().isPresent();
    }
}
