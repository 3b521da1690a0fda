package muster.allocation;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.fleet.FleetPlan;
import muster.hardware.Chip;
import muster.trace.Chain;
import muster.uncertainty.Draw;
import muster.uncertainty.Input;
import muster.workforce.WorkforcePlan;

/**
 * An allocation whose entries were looked up: makes situations of draws. What a chip serves is searched once, at the central
 * values of hardware and shapes; all else is drawn.
 */
public final class AllocationPlan {
    private final Allocation section;
    private final FleetPlan fleet;
    private final WorkforcePlan workforce;
    private final int periods;
    private final Map<String, Chip> chips;
    private final List<Model> models;
    private final Offers offers;

    AllocationPlan(
            Allocation section,
            FleetPlan fleet,
            WorkforcePlan workforce,
            int periods,
            Map<String, Chip> chips,
            List<Model> models,
            Offers offers) {
        this.section = section;
        this.fleet = fleet;
        this.workforce = workforce;
        this.periods = periods;
        this.chips = Collections.unmodifiableMap(new LinkedHashMap<>(chips));
        this.models = List.copyOf(models);
        this.offers = offers;
    }

    /** The section. */
    public Allocation section() {
        return section;
    }

    /** The kinds of chips that are in the fleet or come to it, by id. */
    public Map<String, Chip> chips() {
        return chips;
    }

    /** The same without the capability that is required; nothing where none is. */
    public Optional<AllocationPlan> unrequired() {
        return section.capability()
                .map(required ->
                        new AllocationPlan(section.unrequired(), fleet, workforce, periods, chips, models, offers));
    }

    /** Every input that a situation is made of. */
    public Collection<Input> reads() {
        Map<String, Input> read = new LinkedHashMap<>();
        Sheet sheet = sheet(Draw.central());
        sheet.chain().read().forEach(input -> read.put(input.name(), input));
        sheet.research(Offer.nominal(models.get(0))).read().forEach(input -> read.put(input.name(), input));
        return Collections.unmodifiableCollection(read.values());
    }

    /** The situation at the central value of every input. */
    public Situation situation() {
        return situations(Draw.central()).get(0);
    }

    /** How many schedules of completion there are. */
    public long schedules() {
        return Schedules.of(situation()).values().stream().mapToLong(List::size).sum();
    }

    /** A situation for each sample of a draw. */
    public List<Situation> situations(Draw draw) {
        return sheet(draw).situations(offers.found());
    }

    /** What no chip can do of what was asked, in words. */
    public List<String> refusals() {
        return offers.refusals();
    }

    /** The record of the figures that a situation is made of, at the central value of every input. */
    public Chain chain() {
        return sheet(Draw.central()).chain();
    }

    private Sheet sheet(Draw draw) {
        return new Sheet(section, fleet, workforce, periods, chips, models, draw);
    }
}
