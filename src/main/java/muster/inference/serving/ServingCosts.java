package muster.inference.serving;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import muster.fleet.FleetCapacity;
import muster.fleet.chips.ChipCount;
import muster.fleet.chips.ChipType;
import muster.hardware.Rent;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * What the chips that serve cost in rent and in energy, over the tokens that they serve.
 *
 * <pre>
 * inference.rent                       = the sum of count * rent * share              USD/h
 * inference.rent_per_million_tokens    = inference.rent / throughput                  USD/Mtoken
 * inference.power                      = the sum of count * power * share             MW
 * inference.energy_per_million_tokens  = inference.power / throughput                 kWh/Mtoken
 * </pre>
 *
 * The whole share is paid for, chips that are down or serve nothing too. Where the rent of some kinds of chips is not known, both
 * sides are of the others, and {@code inference.rent_covers} is the part of the throughput that these have; so for power. Where
 * nothing is served in the first draw, there are none; samples without tokens have no cost of a token.
 *
 * @param rentPerToken in USD/token
 * @param energyPerToken in J/token
 */
public record ServingCosts(Optional<Figure> rentPerToken, Optional<Figure> energyPerToken) {
    /** Where there is no fleet. */
    public static final ServingCosts NONE = new ServingCosts(Optional.empty(), Optional.empty());

    /**
     * Records what serving costs.
     *
     * @param chain the run
     * @param capacity the fleet
     * @param share the part of it that serves; without one, the share of the fleet
     * @param served what it serves
     */
    public static ServingCosts of(Chain chain, FleetCapacity capacity, Optional<Input> share, ServedThroughput served) {
        Costing costing = new Costing(chain, capacity, share, served);
        Optional<Figure> rent = served.rent()
                .flatMap(own -> costing.over(own.as(Cost.RENT.all, "", Cost.RENT.unit), served.throughput(), Cost.RENT))
                .or(() -> costing.of(
                        Cost.RENT,
                        capacity.rent(),
                        type -> capacity.fleet().rent(type).map(Rent::perHour)));
        Optional<Figure> energy = costing.of(
                Cost.POWER, capacity.power(), type -> capacity.fleet().power(type));
        return new ServingCosts(rent, energy);
    }

    /** What serving costs, by the names of its figures. */
    private enum Cost {
        RENT(
                InferenceFigures.RENT,
                "USD/h",
                InferenceFigures.RENT_COVERS,
                InferenceFigures.RENT_PER_MILLION_TOKENS,
                "USD/Mtoken"),
        POWER(
                InferenceFigures.POWER,
                "MW",
                InferenceFigures.POWER_COVERS,
                InferenceFigures.ENERGY_PER_MILLION_TOKENS,
                "kWh/Mtoken");

        private final String all;
        private final String unit;
        private final String covers;
        private final String perToken;
        private final String unitPerToken;

        Cost(String all, String unit, String covers, String perToken, String unitPerToken) {
            this.all = all;
            this.unit = unit;
            this.covers = covers;
            this.perToken = perToken;
            this.unitPerToken = unitPerToken;
        }
    }

    private record Costing(Chain chain, FleetCapacity capacity, Optional<Input> share, ServedThroughput served) {

        Optional<Figure> of(Cost cost, Optional<Figure> whole, Function<ChipType, Optional<Input>> perChip) {
            if (whole.isPresent()) {
                Figure all = whole.get().times(capacity.serving(chain, share)).as(cost.all, "", cost.unit);
                return over(all, served.throughput(), cost);
            }
            List<ChipCount> known = capacity.chips().stream()
                    .filter(some -> perChip.apply(some.type()).isPresent())
                    .toList();
            Optional<Figure> theirs = throughput(known);
            return known.stream()
                    .map(some -> some.count()
                            .times(chain.input(perChip.apply(some.type()).orElseThrow(), "")))
                    .reduce(Figure::plus)
                    .filter(sum -> theirs.filter(ServingCosts::positive).isPresent())
                    .map(sum -> sum.times(capacity.serving(chain, share)).as(cost.all, "", cost.unit))
                    .flatMap(sum -> {
                        Figure covers =
                                theirs.orElseThrow().over(served.throughput()).asWhereFinite(cost.covers, "", "1");
                        return over(sum, served.throughput().times(covers), cost);
                    });
        }

        private Optional<Figure> throughput(List<ChipCount> chips) {
            return chips.stream()
                    .map(some -> some.type().id().value())
                    .distinct()
                    .flatMap(id -> Optional.ofNullable(served.byChip().get(id)).stream())
                    .reduce(Figure::plus);
        }

        Optional<Figure> over(Figure all, Figure tokens, Cost cost) {
            return Optional.of(tokens)
                    .filter(ServingCosts::positive)
                    .map(some -> all.over(some).asWhereFinite(cost.perToken, "", cost.unitPerToken));
        }
    }

    private static boolean positive(Figure throughput) {
        return throughput.central("token/s").base() > 0;
    }
}
