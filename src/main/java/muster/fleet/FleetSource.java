package muster.fleet;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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

    /** The dense peak rate of the whole. */
    Optional<Rate> rate(Shelf shelf, Problems problems);

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
        public Optional<Rate> rate(Shelf shelf, Problems problems) {
            return Optional.of(chain -> chain.input(capacity, ""));
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
            @Otherwise(value = "16-bit", because = "the precision of most training") Precision precision)
            implements FleetSource {
        @Override
        public Place place() {
            return chips.values().stream().map(Input::place).findFirst().orElse(new Place("", 1, 1));
        }

        @Override
        public Optional<Rate> rate(Shelf shelf, Problems problems) {
            return sum(chips.entrySet().stream(), chip ->
                    ChipRates.of(new Text(chip.getKey(), chip.getValue().place()), precision, shelf, problems)
                            .map(perChip -> chain -> chain.input(chip.getValue(), "").times(chain.input(perChip, ""))));
        }
    }

    /**
     * A fleet in the catalog.
     *
     * @param id its id
     * @param precision the precision at which its rate counts
     */
    @When(key = "id")
    record FromCatalog(
            Text id, @Otherwise(value = "16-bit", because = "the precision of most training") Precision precision)
            implements FleetSource {
        @Override
        public Place place() {
            return id.place();
        }

        @Override
        public Optional<Rate> rate(Shelf shelf, Problems problems) {
            return catalogRate(id, "fleet", precision, shelf, problems);
        }
    }

    /** The rate of a fleet in the catalog; the names of its inputs begin with the prefix. */
    static Optional<Rate> catalogRate(Text id, String prefix, Precision precision, Shelf shelf, Problems problems) {
        return shelf.bind(Fleet.KIND, id, prefix, problems)
                .flatMap(fleet -> sum(fleet.entries().values().stream(), entry -> entry.rate(precision, shelf, problems)));
    }

    private static <T> Optional<Rate> sum(Stream<T> parts, Function<T, Optional<Rate>> rate) {
        return parts.map(rate).reduce((a, b) -> a.flatMap(first -> b.map(first::plus))).flatMap(Function.identity());
    }
}
