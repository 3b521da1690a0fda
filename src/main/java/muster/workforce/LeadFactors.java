package muster.workforce;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import muster.trace.Chain;
import muster.trace.Figure;

/**
 * What a lead loses and gains over time, each where the section says so.
 *
 * @param month one month
 * @param survival s, the probability that nothing is stolen within a month
 * @param growth g, the growth of the fleet in a month
 * @param rising m, the growth of productivity in a month of slowing
 * @param atOnce F, the factor on productivity from the first day of slowing
 */
record LeadFactors(
        Figure month,
        Optional<Figure> survival,
        Optional<Figure> growth,
        Optional<Figure> rising,
        Optional<Figure> atOnce) {

    /** The factors of a lead; records those that are computed. */
    static LeadFactors of(Chain chain, Lead lead, Figure month, Optional<Figure> counted) {
        return new LeadFactors(
                month,
                lead.monthlySurvival().map(input -> chain.input(input, "s")),
                lead.fleetGrowth()
                        .map(factors ->
                                growth(chain, factors, month, counted).as(LeadFigures.MONTHLY_GROWTH, "g", "1")),
                lead.productivity()
                        .flatMap(productivity -> productivity.monthly(chain, month))
                        .map(factor -> factor.as(LeadFigures.MONTHLY_PRODUCTIVITY, "m", "1")),
                lead.productivity().flatMap(productivity -> productivity.atOnce(chain)));
    }

    private static Figure growth(
            Chain chain, Map<String, FleetGrowth> factors, Figure month, Optional<Figure> counted) {
        return factors.values().stream()
                .map(factor -> factor.monthly(chain, month, counted))
                .reduce(Figure::times)
                .orElseThrow();
    }

    /** What a month does to the expected work before the leader slows, and after; nothing where it does nothing. */
    Optional<Figure> byTheClock() {
        return Stream.of(survival, growth).flatMap(Optional::stream).reduce(Figure::times);
    }

    /** What a month does to the expected work while the leader is slow; nothing where it does nothing. */
    Optional<Figure> whileSlow() {
        return Stream.of(survival, growth, rising).flatMap(Optional::stream).reduce(Figure::times);
    }

    /** What a monthly factor comes to over a time. */
    Function<Figure, Figure> over(Figure time) {
        return factor -> factor.power(time.over(month));
    }
}
