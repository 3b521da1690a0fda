package muster.fleet;

import java.util.Map;
import muster.document.Alone;
import muster.document.Choice;
import muster.document.In;
import muster.document.Range;
import muster.document.When;
import muster.uncertainty.Input;

/** Which chips a fleet that grows buys. */
@Choice
public sealed interface GrowthIn permits GrowthIn.Named, GrowthIn.Newest, GrowthIn.AsItIs {

    /** Of each maker that the fleet has chips of, in proportion to their rates, the newest that is on sale in the catalog. */
    @When(word = "newest")
    record Newest() implements GrowthIn {
        @Override
        public String toString() {
            return "newest";
        }
    }

    /** More of every kind that it has, as if nothing newer came and nothing retired. */
    @When(word = "as-it-is")
    record AsItIs() implements GrowthIn {
        @Override
        public String toString() {
            return "as-it-is";
        }
    }

    /**
     * Chips that are named.
     *
     * @param madeOf one kind, or each kind's share of the rate that is bought
     */
    @When(key = "made_of")
    record Named(
            @In(value = "1", range = Range.FRACTION) @Alone("100%")
            Map<String, Input> madeOf) implements GrowthIn {
        @Override
        public String toString() {
            return String.join(", ", madeOf.keySet());
        }
    }
}
