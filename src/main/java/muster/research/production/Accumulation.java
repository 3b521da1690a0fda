package muster.research.production;

import muster.document.Choice;
import muster.document.In;
import muster.document.When;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.unit.Quantity;

/**
 * How progress cumulates from the rate of research: research adds to a stock, and progress goes by the logarithm of the stock. So a
 * step in the rate fades, and the speed-up over a time is below that of the first day.
 *
 * <pre>
 * speed-up over T = ln(1 + m (e^(g T) - 1)) / (g T)
 * </pre>
 *
 * with m the speed-up of the first day and g the growth of the stock of the laboratory, which goes on growing as it did. It tends to m
 * as T falls to 0 and to 1 as T grows without limit.
 */
@Choice
public sealed interface Accumulation permits Accumulation.ByProgress, Accumulation.ByStock {

    /** How fast the stock of research of the laboratory grows, g in 1/year, not yet named. */
    Figure growth(Chain chain);

    /** How fast its software gets better meanwhile, d ln S / dt in 1/year, not yet named. */
    Figure softwareGrowth(Chain chain);

    /**
     * By the progress of software that the laboratory made and its returns: g = d ln S / dt / r, with d ln S / dt the logarithm of
     * the factor of a year.
     *
     * @param returns r, how many orders of magnitude software grows for an order of research more
     * @param softwareGrowth by what factor its software grew in a year
     */
    @When(key = "returns")
    record ByProgress(@In("1") Input returns, @In("1") Input softwareGrowth) implements Accumulation {
        @Override
        public Figure growth(Chain chain) {
            return softwareGrowth(chain).over(chain.input(returns, "r"));
        }

        @Override
        public Figure softwareGrowth(Chain chain) {
            return chain.input(softwareGrowth, "").log().over(year(chain));
        }
    }

    /**
     * By what a year of research adds to the stock, before penalties (Davidson 2023): g = ratio * k and d ln S / dt = ratio * R.
     *
     * @param yearlyAddition research of a year over the stock of all before, in 1/year
     * @param exponent k, the power of research that counts in the stock
     * @param rawReturns R, how many orders of magnitude software grows for an order more of research before the penalty
     */
    @When(key = "yearly_addition")
    record ByStock(
            @In("1/year") Input yearlyAddition,
            @In("1") Input exponent,
            @In("1") Input rawReturns) implements Accumulation {
        @Override
        public Figure growth(Chain chain) {
            return chain.input(yearlyAddition, "").times(chain.input(exponent, "k"));
        }

        @Override
        public Figure softwareGrowth(Chain chain) {
            return growth(chain).times(chain.input(rawReturns, "R")).over(chain.input(exponent, "k"));
        }
    }

    private static Figure year(Chain chain) {
        return chain.constant(
                ResearchFigures.YEAR,
                "",
                Quantity.of(1, "year"),
                Source.of("definition", "a year of 365 days", Tier.DEFINITION));
    }
}
