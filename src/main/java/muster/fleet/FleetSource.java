package muster.fleet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.catalog.Shelf;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Choice;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Text;
import muster.document.When;
import muster.format.Precision;
import muster.uncertainty.Input;

/** Where the fleet of a scenario comes from. */
@Choice
public sealed interface FleetSource {

    /** The precision at which its rate is told. */
    Precision precision();

    /** Where it is written. */
    Place place();

    /** The fleet, looked up. */
    Optional<Amount> resolve(Shelf shelf, Problems problems);

    /**
     * A capacity in FLOP/s.
     *
     * @param capacity the dense peak rate, in FLOP/s
     * @param precision the precision at which it is stated
     */
    @When(key = "capacity")
    record StatedCapacity(@In("FLOP/s") Input capacity, Precision precision) implements FleetSource {
        @Override
        public Place place() {
            return capacity.place();
        }

        @Override
        public Optional<Amount> resolve(Shelf shelf, Problems problems) {
            return Optional.of(new Amount(chain -> chain.input(capacity, ""), Optional.empty(), Optional.empty()));
        }
    }

    /**
     * Chips by kind.
     *
     * @param chips how many of each, by the id of the kind
     * @param precision the precision at which their rates count
     */
    @When(key = "chips")
    record OfChips(
            @In(value = "chip", plain = "1") Map<String, Input> chips,

            @Otherwise(value = "16-bit", because = "the precision of most training")
            Precision precision)
            implements FleetSource {
        @Override
        public Place place() {
            return chips.values().stream().map(Input::place).findFirst().orElse(new Place("", 1, 1));
        }

        @Override
        public Optional<Amount> resolve(Shelf shelf, Problems problems) {
            List<Holding> holdings = chips.entrySet().stream()
                    .map(chip ->
                            new Holding(new Text(chip.getKey(), chip.getValue().place()), chip.getValue()))
                    .toList();
            return Amount.of(new Holdings(holdings, List.of()), precision, shelf, problems);
        }
    }

    /**
     * A fleet in the catalog.
     *
     * @param id the id of a fleet in the catalog
     * @param precision the precision at which its rate counts
     */
    @When(key = "id")
    record FromCatalog(
            Text id,

            @Otherwise(value = "16-bit", because = "the precision of most training")
            Precision precision) implements FleetSource {
        @Override
        public Place place() {
            return id.place();
        }

        @Override
        public Optional<Amount> resolve(Shelf shelf, Problems problems) {
            return Holdings.ofCatalog(id, "fleet", shelf, problems)
                    .flatMap(holdings -> Amount.of(holdings, precision, shelf, problems));
        }
    }
}
