package muster.fleet;

import java.util.Optional;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.unit.Numbers;
import muster.unit.Quantity;

/**
 * A fleet whose chips were looked up.
 *
 * <pre>
 * fleet.peak           = the sum of count * dense peak rate, or the stated capacity     FLOP/s, before the share
 * fleet.h100e          = fleet.peak / dense bf16 rate of an H100 SXM                    H100e, 16-bit basis
 * fleet.share_of_world = fleet.peak / fleet.world_stock.peak
 * fleet.power          = the sum of count * power, all-in where that is known           MW
 * fleet.rent           = the sum of count * rent                                        USD/h
 * </pre>
 */
public final class FleetPlan {
    static final String H100 = "nvidia-h100-sxm";
    private static final Source DEFINITION = Source.of(
            "definition",
            "an H100-equivalent on the 16-bit basis is the dense bf16 rate of one H100 SXM",
            Tier.DEFINITION);

    private final FleetShare share;
    private final Amount amount;
    private final Rate world;
    private final Input h100;

    FleetPlan(FleetShare share, Amount amount, Rate world, Input h100) {
        this.share = share;
        this.amount = amount;
        this.world = world;
        this.h100 = h100;
    }

    /** Computes what the fleet amounts to. */
    public Capacity apply(Chain chain) {
        Figure peak = amount.peak().apply(chain).as("fleet.peak", "F", "FLOP/s");
        Figure perH100 = chain.constant("fleet.h100e_per_h100", "", Quantity.of(1, "H100e/chip"), DEFINITION);
        peak.over(chain.input(h100, "")).times(perH100).as("fleet.h100e", "", "H100e");
        Figure stock = world.apply(chain).as("fleet.world_stock.peak", "", "FLOP/s");
        double ofWorld = peak.over(stock)
                .as("fleet.share_of_world", "", "1")
                .central("1")
                .base();
        if (ofWorld > 1) {
            chain.warn(
                    "beyond-world-stock",
                    share.source().place(),
                    "fleet.peak is %s times %s, the dense 16-bit rate of all AI chips in %s"
                            .formatted(
                                    Numbers.rounded(ofWorld, 3),
                                    Numbers.rounded(stock.central("FLOP/s").base(), 3) + " FLOP/s",
                                    share.worldStock().value()));
        }
        Optional<Figure> power = amount.power().map(rate -> rate.apply(chain).as("fleet.power", "", "MW"));
        Optional<Figure> rent = amount.rent().map(rate -> rate.apply(chain).as("fleet.rent", "", "USD/h"));
        return new Capacity(peak, power, rent, share);
    }
}
