package muster.workforce;

import java.util.Optional;
import muster.document.Choice;
import muster.document.In;
import muster.document.When;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/** A factor by which a fleet grows. */
@Choice
public sealed interface FleetGrowth permits FleetGrowth.Stated, FleetGrowth.AsBefore {

    /**
     * The factor of one month, not yet named.
     *
     * @param chain the run
     * @param month one month
     * @param counted by what factor the fleet has grown in a month, where the fleet section tells
     */
    Figure monthly(Chain chain, Figure month, Optional<Figure> counted);

    /**
     * Growth by a constant factor in equal times.
     *
     * @param factor what is there after the time, over what was there before
     * @param every the time
     */
    @When(key = "factor")
    record Stated(@In("1") Input factor, @In("month") Input every) implements FleetGrowth {
        @Override
        public Figure monthly(Chain chain, Figure month, Optional<Figure> counted) {
            return new Lead.Growth(factor, every).monthly(chain, month);
        }
    }

    /** The growth that the fleet had until now, by the counts of the catalog since {@code fleet.grown_since}. */
    @When(word = "as-before")
    record AsBefore() implements FleetGrowth {
        @Override
        public Figure monthly(Chain chain, Figure month, Optional<Figure> counted) {
            return counted.orElseThrow(() -> new IllegalStateException("growth as before of a fleet without a past"));
        }
    }
}
