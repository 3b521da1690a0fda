package muster.allocation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.document.yaml.Text;
import muster.fleet.FleetPlan;
import muster.fleet.GrowthIn;
import muster.research.Research;
import muster.uncertainty.Input;
import muster.unit.NumberText;
import muster.workforce.DiminishingReturns;
import muster.workforce.WorkforcePlan;

/**
 * The section {@code allocation:} of a scenario: what {@code muster allocate} splits the fleet over.
 *
 * @param horizon how long research is done
 * @param period the steps in which a plan can change
 * @param published models in the catalog that are there from the start, each with the training compute that the catalog states
 * @param existing the same, each with a training compute of its own
 * @param train models that could be trained
 * @param serve how models are served
 * @param start the date at which the horizon begins: a fleet of the catalog that is told no growth has in each period the chips
 *     that were there when it began; one that grows begins with those of that date, and buys what is on sale from then on
 * @param growth by what factor the dense rate of the fleet grows in a year
 * @param growthIn the chips that it then buys
 * @param lifetime how old a chip of a fleet that grows becomes before it leaves; one that grows as it is keeps all
 * @param deliveries chips that come or, below zero, go, by a name for each
 * @param power the electric power that chips at work can take
 * @param budget what chips at work can cost over the whole horizon, at their rent: under contract, else on demand, else what owning one costs
 * @param diminishing the power of parallel researchers that counts; without it, that of the workforce section
 * @param discount the part that research loses in worth when it comes a year later
 * @param capability a model that must be trained in time
 */
public record Allocation(
        @In("month") Input horizon,

        @In("day") @Otherwise(value = "30 day", because = "a month")
        Input period,

        Optional<List<Text>> published,
        @In("FLOP") Optional<Map<String, Input>> existing,
        Optional<TrainingGrid> train,
        ServingTerms serve,
        Optional<LocalDate> start,

        @In("1") @Otherwise(value = "1", because = "the fleet stays as it is")
        Input growth,

        @Otherwise(value = "newest", because = "who buys, buys what is newest on sale")
        GrowthIn growthIn,

        @In("day")
        @Otherwise(
                value = "5 year",
                because =
                        "the useful life that Amazon gives a part of its servers from 2025 on, its annual report for 2024, from memory")
        Input lifetime,

        Optional<Map<String, Delivery>> deliveries,
        @In("MW") Optional<Input> power,
        @In("USD") Optional<Input> budget,
        @In(value = "1", range = Range.FRACTION) Optional<Input> diminishing,
        @In(value = "1", range = Range.PART) Optional<Input> discount,
        Optional<Capability> capability) {

    // 1,000^0.01 is 1.07. The tangents of a smaller power leave the range of numbers.
    private static final double LEAST_EXPONENT = 0.01;

    /** The same without a capability that is required. */
    Allocation unrequired() {
        return new Allocation(
                horizon,
                period,
                published,
                existing,
                train,
                serve,
                start,
                growth,
                growthIn,
                lifetime,
                deliveries,
                power,
                budget,
                diminishing,
                discount,
                Optional.empty());
    }

    /** The kinds of chips that come to the fleet later, by id. */
    public List<String> joining() {
        return deliveries.stream()
                .flatMap(all -> all.values().stream())
                .map(delivery -> delivery.chip().value())
                .toList();
    }

    /** Whether the fleet grows by a factor. */
    public boolean grows() {
        return growth.central() != 1 || !growth.value().distribution().certain();
    }

    /**
     * Looks up chips, models and constants of the step time; nothing with problems reported.
     *
     * @param research the section of research, where the plan is to be worth what comes of it
     */
    public Optional<AllocationPlan> resolve(
            FleetPlan fleet, WorkforcePlan workforce, Optional<Research> research, Catalog catalog, Problems problems) {
        diminishing
                .or(() -> workforce.workforce().diminishingReturns().map(DiminishingReturns::exponent))
                .filter(exponent -> exponent.central() < LEAST_EXPONENT)
                .ifPresent(exponent -> problems.error(
                        "out-of-range",
                        exponent.place(),
                        "%s is %s, and a plan takes %s or more: below that a thousand researchers are worth what one is, and no program is made of it"
                                .formatted(exponent.name(), exponent.value(), NumberText.exact(LEAST_EXPONENT))));
        return AllocationLookup.of(this, fleet, workforce, research, catalog, problems);
    }
}
