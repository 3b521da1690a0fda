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
 * fleet.h100e          = fleet.peak / dense rate of an H100 SXM at that precision     H100e
 * fleet.share_of_world = fleet.h100e / fleet.world_stock.h100e, the stock at 16 bits
 * fleet.power          = the sum of count * power, all-in where that is known           MW
 * fleet.rent           = the sum of count * rent                                        USD/h
 * </pre>
 */
public final class FleetPlan {
    static final String H100 = "nvidia-h100-sxm";
    private static final Source DEFINITION = Source.of(
            "definition",
            "an H100-equivalent is the dense rate of one H100 SXM at the precision of the fleet, in bf16 where that is a mix",
            Tier.DEFINITION);

    private final FleetShare share;
    private final Amount amount;
    private final Rate world;
    private final Input h100;
    private final Input h100At16Bit;

    FleetPlan(FleetShare share, Amount amount, Rate world, Input h100, Input h100At16Bit) {
        this.share = share;
        this.amount = amount;
        this.world = world;
        this.h100 = h100;
        this.h100At16Bit = h100At16Bit;
    }

    /** Computes what the fleet amounts to. */
    public Capacity apply(Chain chain) {
        Figure peak = amount.peak().apply(chain).as("fleet.peak", "F", "FLOP/s");
        Figure perH100 = chain.constant("fleet.h100e_per_h100", "", Quantity.of(1, "H100e/chip"), DEFINITION);
        Figure h100e = peak.over(chain.input(h100, "")).times(perH100).as("fleet.h100e", "", "H100e");
        Figure stock = world.apply(chain)
                .over(chain.input(h100At16Bit, ""))
                .times(perH100)
                .as("fleet.world_stock.h100e", "", "H100e");
        double ofWorld = h100e.over(stock)
                .as("fleet.share_of_world", "", "1")
                .central("1")
                .base();
        if (ofWorld > 1) {
            chain.warn(
                    "beyond-world-stock",
                    share.source().place(),
                    "the fleet is %s times the %s H100e of all AI chips in %s"
                            .formatted(
                                    Numbers.rounded(ofWorld, 3),
                                    Numbers.rounded(stock.central("H100e").base(), 3),
                                    share.worldStock().value()));
        }
        Optional<Figure> power = amount.power().map(rate -> rate.apply(chain).as("fleet.power", "", "MW"));
        Optional<Figure> rent = amount.rent().map(rate -> rate.apply(chain).as("fleet.rent", "", "USD/h"));
        return new Capacity(peak, power, rent, share);
    }
}
