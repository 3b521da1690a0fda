package muster.allocation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.allocation.problem.Schedules;
import muster.allocation.problem.Situation;
import muster.allocation.search.OptimalPlan;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Problems;
import muster.diagnostic.Severity;
import muster.fleet.FleetFuture;
import muster.fleet.FleetPlan;
import muster.hardware.Chip;
import muster.model.Architecture;
import muster.research.Research;
import muster.trace.Chain;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.SampleBatch;
import muster.workforce.WorkforcePlan;
import org.jspecify.annotations.Nullable;

/**
 * An allocation whose entries were looked up: makes situations of draws. What a chip serves is searched once, at the central
 * values of hardware and shapes; all else is drawn.
 */
public final class AllocationPlan {
    private final Allocation section;
    private final FleetPlan fleet;
    private final WorkforcePlan workforce;
    private final Optional<ResearchSection> research;
    private final int periods;
    private final Map<String, Chip> chips;
    private final Map<String, List<Double>> historicCounts;
    private final Optional<FleetFuture> future;
    private final List<CandidateModel> models;
    private final ServingOffers offers;
    private @Nullable Situation central;

    AllocationPlan(
            Allocation section,
            FleetPlan fleet,
            WorkforcePlan workforce,
            Optional<ResearchSection> research,
            int periods,
            Map<String, Chip> chips,
            Map<String, List<Double>> stood,
            Optional<FleetFuture> future,
            List<CandidateModel> models,
            ServingOffers offers) {
        this.section = section;
        this.fleet = fleet;
        this.workforce = workforce;
        this.research = research;
        this.periods = periods;
        this.chips = Collections.unmodifiableMap(new LinkedHashMap<>(chips));
        this.historicCounts = stood;
        this.future = future;
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

    FleetPlan fleet() {
        return fleet;
    }

    ServingOffers offers() {
        return offers;
    }

    WorkforcePlan workforce() {
        return workforce;
    }

    /** The law of research under which it is planned, where there is one. */
    Optional<ResearchSection> law() {
        return research;
    }

    /** The section of research under which it is planned, where there is one. */
    public Optional<Research> research() {
        return research.map(ResearchSection::research);
    }

    int periods() {
        return periods;
    }

    List<CandidateModel> models() {
        return models;
    }

    /** The part of the fleet's chips of a kind that was there when a period began; all of them unless a start is given. */
    double historicCounts(String chip, int period) {
        List<Double> parts = historicCounts.get(chip);
        return parts == null ? 1 : parts.get(period);
    }

    /** How the fleet grows, where it buys other chips than it has. */
    Optional<FleetFuture> future() {
        return future;
    }

    /** By what the fleet grows and what it buys, in words, where it grows. */
    public Optional<String> growth() {
        return Optional.of(section)
                .filter(Allocation::grows)
                .map(grows -> "%s times a year by rate, in %s"
                        .formatted(
                                grows.growth().value(),
                                future.map(bought -> "%s; what is older than %s leaves"
                                                .formatted(
                                                        bought.words(),
                                                        grows.lifetime().value()))
                                        .orElse("the kinds of chips that it has, of which none leaves")));
    }

    /** Whether a model does research that counts: it has the capability that is required. */
    boolean counts(CandidateModel model) {
        return section.capability()
                .map(required -> model.centralQuality() >= required.atLeast().central() * (1 - 1e-12))
                .orElse(true);
    }

    /** The power of parallel researchers that counts, where returns diminish. */
    Optional<Input> exponent() {
        return research()
                .map(under -> under.law().headsExponent())
                .or(section::diminishing)
                .or(() -> workforce.workforce().diminishingReturns().map(returns -> returns.exponent()));
    }

    /** The same without the capability that is required; nothing where none is. */
    public Optional<AllocationPlan> unrequired() {
        return section.capability()
                .map(required -> new AllocationPlan(
                        section.unrequired(),
                        fleet,
                        workforce,
                        research,
                        periods,
                        chips,
                        historicCounts,
                        future,
                        models,
                        offers));
    }

    /** Every input that a situation is made of. */
    public Collection<Input> reads() {
        Map<String, Input> read = new LinkedHashMap<>();
        chain().read().forEach(input -> read.put(input.name(), input));
        ResearchRates.reads(models.get(0), workforce).forEach(input -> read.put(input.name(), input));
        return Collections.unmodifiableCollection(read.values());
    }

    /** Inputs that change nothing here and belong to an entry that cannot do without them. */
    public Collection<Input> spared() {
        return chain().spared();
    }

    /** Every input that a sample draws: those that are read, and the error of the step-time model. */
    Collection<Input> drawn() {
        Map<String, Input> drawn = new LinkedHashMap<>();
        reads().forEach(input -> drawn.put(input.name(), input));
        offers.found().forEach(offer -> offer.error().ifPresent(error -> drawn.put(error.name(), error)));
        return Collections.unmodifiableCollection(drawn.values());
    }

    /** The situation at the central value of every input. */
    public synchronized Situation situation() {
        if (central == null) {
            central = situations(SampleBatch.central()).get(0);
        }
        return central;
    }

    /** The chips of a kind in each period at the central value of every input, below zero where more leave than there are. */
    List<Double> central(String chip) {
        return new SampledSituation(this, chain().columns(), 0).counts(chip);
    }

    /** Reports, before a search begins, that there are more schedules of completion than it could go through. */
    public void checkSearchable(Problems problems) {
        if (Schedules.areTooMany(situation())) {
            problems.error(
                    "too-many-schedules",
                    section.horizon().place(),
                    "there are more than %s ways to complete models over %s periods, each with a linear program of its own. Maybe a longer allocation.period, or fewer allocation.train.points?"
                            .formatted(Schedules.MOST, periods));
        }
    }

    /** How many schedules of completion there are. */
    public long schedules() {
        return Schedules.of(situation()).values().stream().mapToLong(List::size).sum();
    }

    /** A situation for each sample of a draw. */
    public List<Situation> situations(SampleBatch draw) {
        return new SituationFigures(this, draw).situations(offers.found());
    }

    /**
     * Where a plan stands on shaky ground: models that it trains on chips of several makers or generations at once, and limits of the
     * search for replicas that bind what it serves.
     */
    public List<Diagnostic> warnings(OptimalPlan plan) {
        List<Diagnostic> warnings = new ArrayList<>(MixedRuns.of(this, plan));
        warnings.addAll(offers.limits(plan));
        return warnings;
    }

    /** What no chip can do of what was asked, in words. */
    public List<String> refusals() {
        return offers.refusals();
    }

    /** Warnings of models of whose shape something is to be known, and of those and chips that the fit of the calibration did not see. */
    public List<Diagnostic> cautions() {
        List<Diagnostic> cautions = new ArrayList<>(offers.cautions());
        models().forEach(model -> model.architecture()
                .caution()
                .ifPresent(words -> cautions.add(new Diagnostic(
                        Severity.WARNING,
                        Architecture.CAUTION,
                        section.serve().serialSpeed().place(),
                        model.id() + ": " + words))));
        return cautions;
    }

    /** The record of the figures that a situation is made of, at the central value of every input. */
    public Chain chain() {
        return new SituationFigures(this, SampleBatch.central()).chain();
    }
}
