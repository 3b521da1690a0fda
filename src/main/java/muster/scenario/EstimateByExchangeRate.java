package muster.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.uncertainty.sampling.Sampling;
import muster.workforce.ExchangeRate;
import muster.workforce.ResearcherRate;
import muster.workforce.TokenRate;
import muster.workforce.WorkforceFigures;
import muster.workforce.WorkforcePlan;

/**
 * A scenario under every exchange rate of the catalog, and under its own where that is stated. What is served is the same
 * everywhere: a serial speed that the scenario leaves to be found is the best for its own rate.
 *
 * @param own the estimate of the scenario as it is
 * @param exchanged the rates, those that state the fewest tokens for a researcher first
 */
public record EstimateByExchangeRate(Estimate own, List<Exchanged> exchanged) {
    /** The name of a rate that is stated in the scenario. */
    public static final String OWN = "(the scenario's own)";

    public EstimateByExchangeRate {
        exchanged = List.copyOf(exchanged);
    }

    /**
     * A scenario under one rate.
     *
     * @param id the id of the rate; {@link #OWN} where the scenario states it
     * @param own whether it is the one that the scenario names or states
     * @param rate the rate
     * @param quality whether it counts the quality of the model: the scenario has an elasticity, and the rate a model from which it
     *     counts
     * @param estimate the estimate of the scenario under it
     */
    public record Exchanged(String id, boolean own, TokenRate rate, boolean quality, Estimate estimate) {}

    /**
     * The scenario of a plan under every rate of its catalog; nothing, with a problem reported, where it has no workforce.
     *
     * @param plan the plan
     * @param sampling how to sample, where it is wanted
     * @param problems where problems go
     */
    public static Optional<EstimateByExchangeRate> of(
            ScenarioPlan plan, Optional<Sampling> sampling, Problems problems) {
        Catalog catalog = plan.entries();
        Estimate own = Estimate.of(plan, sampling);
        if (plan.workforce().isEmpty()
                || own.step(WorkforceFigures.PARALLEL_RESEARCHERS).isEmpty()) {
            problems.error(
                    "missing-section",
                    Place.argument(plan.name()),
                    "%s makes no researchers of tokens, so it has no exchange rate. Maybe a scenario with workforce: and inference:?"
                            .formatted(plan.name()));
            return Optional.empty();
        }
        WorkforcePlan workforce = plan.workforce().get();
        Optional<String> named = named(workforce);
        List<Exchanged> exchanged = new ArrayList<>(
                List.of(new Exchanged(named.orElse(OWN), true, workforce.rate(), workforce.countsQuality(), own)));
        for (String id : catalog.ids(ResearcherRate.KIND)) {
            if (named.filter(id::equals).isPresent()) {
                continue;
            }
            catalog.bind(ResearcherRate.KIND, new Text(id, Place.argument(id)), "workforce", problems)
                    .map(workforce::with)
                    .ifPresent(other -> exchanged.add(new Exchanged(
                            id, false, other.rate(), other.countsQuality(), Estimate.of(plan.with(other), sampling))));
        }
        exchanged.sort(Comparator.comparingDouble(each -> each.rate().centralTokens()));
        return Optional.of(new EstimateByExchangeRate(own, exchanged));
    }

    private static Optional<String> named(WorkforcePlan workforce) {
        return workforce.workforce().exchange() instanceof ExchangeRate.FromCatalog known
                ? Optional.of(known.exchangeRate().value())
                : Optional.empty();
    }
}
