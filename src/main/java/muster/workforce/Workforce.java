package muster.workforce;

import java.util.List;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.document.Inline;
import muster.document.Range;
import muster.document.yaml.Text;
import muster.uncertainty.Input;

/**
 * The section {@code workforce:} of a scenario: what generated tokens are worth in human research.
 *
 * @param exchange how many tokens do what a researcher does
 * @param elasticity what more training of a model is worth in inference
 * @param calendar when humans and AIs work
 * @param safetyTax the part of the streams that methods of safety take for themselves, as monitors
 * @param supervision humans who must direct the work
 * @param diminishingReturns how much less the next parallel researcher adds
 * @param automation which part of the tasks AIs can do, and who does the rest
 * @param compareWith the head-counts in the catalog that the figures are held against; without it all of them
 */
public record Workforce(
        @Inline ExchangeRate exchange,
        @Inline Elasticity elasticity,
        Calendar calendar,
        @In(value = "1", range = Range.PART) Optional<Input> safetyTax,
        Optional<Supervision> supervision,
        Optional<DiminishingReturns> diminishingReturns,
        Optional<Automation> automation,
        Optional<List<Text>> compareWith) {

    Workforce withoutElasticity() {
        return new Workforce(
                exchange,
                elasticity.none(),
                calendar,
                safetyTax,
                supervision,
                diminishingReturns,
                automation,
                compareWith);
    }

    /** Looks up the exchange rate and the head-counts. */
    public Optional<WorkforcePlan> resolve(Catalog catalog, Problems problems) {
        Optional<? extends TokenRate> rate = exchange.resolve(catalog, problems);
        rate.filter(found -> found.reference().isEmpty())
                .flatMap(found -> elasticity.elasticity())
                .ifPresent(
                        stated -> problems.error(
                                "missing-key",
                                stated.place(),
                                "workforce.elasticity needs the model that the exchange rate was stated for, and this rate has none. Maybe workforce.tokens_per_researcher_second with workforce.reference: {training_compute: ..., flop_per_token: ...}, or workforce.exchange_rate: finnveden-2023?"));
        elasticity
                .elasticityBelow()
                .filter(below -> elasticity.elasticity().isEmpty())
                .ifPresent(below -> problems.error(
                        "missing-key",
                        below.place(),
                        "workforce.elasticity_below is the other way of workforce.elasticity, which is missing"));
        List<HeadcountComparison> comparisons = HeadcountComparison.all(compareWith, catalog, problems);
        return rate.map(found -> new WorkforcePlan(this, found, comparisons));
    }
}
