package muster.workforce;

import java.util.List;
import java.util.Optional;
import muster.trace.Chain;
import muster.trace.Figure;

/**
 * A workforce whose entries were looked up.
 *
 * <pre>
 * researcher-seconds per second   = throughput / tokens per researcher-second
 * parallel researchers            = streams / streams per researcher, less the safety tax, up to what can be supervised
 * serial speed-up                 = serial speed * streams per researcher / tokens per researcher-second
 *                                   * AI time / researcher-month
 * researcher-months per month     = parallel researchers * serial speed-up
 * </pre>
 *
 * Parallel researchers are heads and know no calendar; the serial speed-up holds the ratio of the calendars.
 *
 * @param workforce the section
 * @param rate the exchange rate
 * @param comparisons the head-counts that heads are held against
 */
public record WorkforcePlan(Workforce workforce, Rate rate, List<Comparison> comparisons) {

    public WorkforcePlan {
        comparisons = List.copyOf(comparisons);
    }

    /**
     * Computes the workforce.
     *
     * @param chain the run
     * @param supply what the workforce is made of
     * @param lead how long it is turned to research, where that is said
     */
    public void apply(Chain chain, Supply supply, Optional<Lead> lead) {
        Figure tokens = tokensPerResearcherSecond(chain, supply);
        Figure perResearcher = chain.input(rate.streams(), "s");
        supply.throughput().over(tokens).as("workforce.researcher_seconds_per_second", "", "researcher-second/s");
        Figure researchers = heads(chain, supply.streams().over(perResearcher));
        Figure bare = supply.serialSpeed()
                .times(perResearcher)
                .over(tokens)
                .times(workforce.calendar().aiTime(chain))
                .over(workforce.calendar().researcherMonth(chain));
        Figure speedup = speedup(chain, bare);
        Figure work =
                researchers.times(speedup).as("workforce.researcher_months_per_month", "W", "researcher-month/month");
        workforce.diminishingReturns().ifPresent(returns -> returns.effective(chain, researchers));
        workforce.automation().ifPresent(automation -> automation.apply(chain, work));
        cost(supply, work);
        lead.ifPresent(time -> time.apply(chain, work, supply.monthlyGrowth()));
        comparisons.forEach(comparison -> comparison.apply(chain, researchers));
    }

    // FLOP per researcher-second fall as the training compute to the power -e, from where the rate was stated:
    // x f = x_ref f_ref (C / C_ref)^-e, with x tokens per researcher-second and f FLOP per token.
    private Figure tokensPerResearcherSecond(Chain chain, Supply supply) {
        Figure stated = chain.input(rate.tokensPerResearcherSecond(), "x");
        if (workforce.elasticity().isEmpty()) {
            return stated;
        }
        Rate.Reference reference = rate.reference().orElseThrow(() -> new IllegalStateException("no reference model"));
        Figure quality = required(supply.trainingCompute()).over(chain.input(reference.trainingCompute(), "C_ref"));
        Figure gain = quality.power(chain.input(workforce.elasticity().get(), "e"));
        return stated.times(chain.input(reference.flopPerToken(), "f_ref").over(required(supply.flopPerToken())))
                .over(gain)
                .as("workforce.tokens_at_quality", "x_C", "token/researcher-second");
    }

    private Figure heads(Chain chain, Figure bare) {
        Figure taxed = workforce
                .safetyTax()
                .map(tax -> bare.times(chain.one().minus(chain.input(tax, ""))))
                .orElse(bare);
        return workforce
                .supervision()
                .map(supervision ->
                        supervision.heads(chain, taxed.as("workforce.unsupervised_researchers", "", "researcher")))
                .orElse(taxed)
                .as("workforce.parallel_researchers", "P", "researcher");
    }

    private Figure speedup(Chain chain, Figure bare) {
        String unit = "researcher-month/researcher/month";
        return workforce
                .supervision()
                .flatMap(supervision -> supervision.speedup(chain, bare))
                .orElse(bare)
                .as("workforce.serial_speedup", "Q", unit);
    }

    private static void cost(Supply supply, Figure work) {
        supply.power()
                .ifPresent(power ->
                        power.over(work).as("workforce.energy_per_researcher_month", "", "kWh/researcher-month"));
        supply.rent()
                .ifPresent(
                        rent -> rent.over(work).as("workforce.rent_per_researcher_month", "", "USD/researcher-month"));
    }

    private static Figure required(Optional<Figure> figure) {
        return figure.orElseThrow(() ->
                new IllegalStateException("the elasticity of an exchange rate without training or FLOP per token"));
    }
}
