package muster.fleet;

import java.util.Optional;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.document.Inline;
import muster.document.Otherwise;
import muster.document.Range;
import muster.document.Text;
import muster.format.Precision;
import muster.uncertainty.Input;

/**
 * The section {@code fleet:} of a scenario.
 *
 * @param source where the fleet comes from
 * @param scope whose compute it is
 * @param share the part of the fleet that is meant, of the whole
 * @param availability the part of the chips that is up, of the share
 * @param worldStock the fleet in the catalog that the whole is held against
 */
public record FleetShare(
        @Inline FleetSource source,

        @Otherwise(value = "owner", because = "a fleet is one owner's unless it says more")
        Scope scope,

        @In(value = "1", range = Range.FRACTION) @Otherwise(value = "100%", because = "the whole fleet")
        Input share,

        @In(value = "1", range = Range.FRACTION) @Otherwise(value = "100%", because = "every chip is up")
        Input availability,

        @Otherwise(value = "world-2025", because = "the newest count of all AI chips in the catalog")
        Text worldStock) {

    /** Looks up chips and fleets. */
    public Optional<FleetPlan> resolve(Shelf shelf, Problems problems) {
        Optional<Amount> amount = source.resolve(shelf, problems);
        Optional<Rate> world = Holdings.ofCatalog(worldStock, "fleet.world_stock", shelf, problems)
                .flatMap(holdings -> holdings.peak(Precision.SIXTEEN_BIT, shelf, problems));
        Optional<Input> h100At16Bit = h100(Precision.SIXTEEN_BIT, shelf, problems);
        // An H100 is one H100e at any precision that it has; a fixed mix of precisions is held against its bf16.
        Optional<Input> h100 = h100(source.precision(), shelf, new Problems()).or(() -> h100At16Bit);
        return amount.isEmpty() || world.isEmpty() || h100At16Bit.isEmpty()
                ? Optional.empty()
                : h100.map(own -> new FleetPlan(this, amount.get(), world.get(), own, h100At16Bit.get()));
    }

    private Optional<Input> h100(Precision precision, Shelf shelf, Problems problems) {
        return ChipRates.peak(new Text(FleetPlan.H100, worldStock.place()), precision, shelf, problems);
    }
}
