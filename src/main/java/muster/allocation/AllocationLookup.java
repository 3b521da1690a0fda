package muster.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.fleet.FleetFuture;
import muster.fleet.FleetPlan;
import muster.fleet.GrowthIn;
import muster.fleet.chips.ChipCount;
import muster.hardware.Chip;
import muster.inference.calibration.Calibration;
import muster.inference.calibration.DatedEngine;
import muster.inference.replica.CertainChip;
import muster.inference.replica.Encodings;
import muster.model.Architecture;
import muster.model.Proportions;
import muster.research.Research;
import muster.trace.Chain;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.SampleBatch;
import muster.unit.NumberText;
import muster.workforce.WorkforcePlan;

/** Looks up what the section of an allocation names. */
final class AllocationLookup {
    // Nearly thirty years of days.
    private static final int MOST_PERIODS = 10_000;
    // Of sizes that differ by less than anyone tells apart.
    private static final int MOST_POINTS = 10_000;

    private final Allocation section;
    private final Catalog catalog;
    private final Problems problems;

    private AllocationLookup(Allocation section, Catalog catalog, Problems problems) {
        this.section = section;
        this.catalog = catalog;
        this.problems = problems;
    }

    static Optional<AllocationPlan> of(
            Allocation section,
            FleetPlan fleet,
            WorkforcePlan workforce,
            Optional<Research> research,
            Catalog catalog,
            Problems problems) {
        AllocationLookup lookup = new AllocationLookup(section, catalog, problems);
        int before = problems.reports();
        int periods = lookup.periods();
        Optional<FleetFuture> future = section.grows() ? lookup.future(fleet, periods) : Optional.empty();
        Map<String, Chip> chips = lookup.chips(fleet, future);
        Map<String, List<Double>> stood = lookup.historicCounts(fleet, periods);
        List<CandidateModel> models = new ArrayList<>(lookup.existing());
        section.train().ifPresent(train -> models.addAll(lookup.grid(train)));
        List<Encodings> formats = section.serve().formats().stream()
                .flatMap(format -> Encodings.parse(format, problems).stream())
                .toList();
        Optional<Calibration> calibration =
                catalog.bind(Calibration.KIND, Calibration.STANDARD, AllocationFigures.CALIBRATION, problems);
        Optional<DatedEngine> engine =
                calibration.flatMap(known -> known.engine(section.serve().engine(), problems));
        section.serve().context().check(problems);
        chips.values().forEach(chip -> CertainChip.check(chip, formats, problems));
        lookup.servable(models);
        Optional<ResearchSection> law =
                research.flatMap(under -> ResearchSection.of(under, section, fleet, chips, problems));
        if (problems.reports() > before || calibration.isEmpty() || engine.isEmpty()) {
            return Optional.empty();
        }
        AllocationPlan plan = new AllocationPlan(
                section,
                fleet,
                workforce,
                law,
                periods,
                chips,
                stood,
                future,
                models,
                new ServingOffers(section.serve(), chips, models, formats, calibration.get(), engine.get()));
        plan.chain().refusals().forEach(refusal -> problems.error(refusal.code(), refusal.place(), refusal.message()));
        lookup.deliverable(plan);
        return problems.reports() > before ? Optional.empty() : Optional.of(plan);
    }

    private Optional<FleetFuture> future(FleetPlan fleet, int periods) {
        if (section.growthIn() instanceof GrowthIn.AsItIs) {
            return Optional.empty();
        }
        Optional<LocalDate> start = section.start().or(() -> fleet.date(catalog, problems));
        if (start.isEmpty()) {
            problems.error(
                    "growth-date",
                    section.growth().place(),
                    "growth goes into the chips that are newest on sale, and the date at which the horizon begins is not known. Maybe allocation.start: 2025-12-31, or allocation.growth_in: as-it-is?");
        }
        return start.flatMap(date -> FleetFuture.of(
                fleet,
                section.growthIn(),
                new FleetFuture.Span(
                        date,
                        periods,
                        section.period().central(),
                        section.lifetime().central(),
                        section.growth().place()),
                catalog,
                problems));
    }

    // A fleet that grows by a factor has no past to plan for, only a day on which it begins.
    private Map<String, List<Double>> historicCounts(FleetPlan fleet, int periods) {
        if (section.grows()) {
            Map<String, List<Double>> stood = new LinkedHashMap<>();
            section.start()
                    .filter(start -> fleet.date(catalog, problems).isPresent())
                    .ifPresent(start -> FleetHistory.of(
                                    fleet,
                                    start,
                                    1,
                                    section.period().central(),
                                    section.horizon().place(),
                                    catalog,
                                    problems)
                            .forEach((chip, parts) -> stood.put(chip, Collections.nCopies(periods, parts.get(0)))));
            return stood;
        }
        return section.start()
                .map(start -> FleetHistory.of(
                        fleet,
                        start,
                        periods,
                        section.period().central(),
                        section.horizon().place(),
                        catalog,
                        problems))
                .orElse(Map.of());
    }

    // No more chips can leave than there are.
    private void deliverable(AllocationPlan plan) {
        section.deliveries().orElse(Map.of()).values().stream()
                .filter(delivery -> delivery.count().central() < 0)
                .forEach(delivery -> plan.central(delivery.chip().value()).stream()
                        .filter(count -> count < 0)
                        .findFirst()
                        .ifPresent(count -> problems.error(
                                "negative-chips",
                                delivery.count().place(),
                                "%s more %s would leave than there are"
                                        .formatted(
                                                NumberText.rounded(-count, 4),
                                                delivery.chip().value()))));
    }

    private int periods() {
        double periods = section.horizon().central() / section.period().central();
        String words = "the horizon %s is %s periods of %s"
                .formatted(
                        section.horizon().value(),
                        NumberText.rounded(periods, 4),
                        section.period().value());
        if (periods > MOST_PERIODS) {
            problems.error(
                    "out-of-range",
                    section.period().place(),
                    "%s, and a plan has at most %s".formatted(words, MOST_PERIODS));
            // Nothing is looked up for so many.
            return 1;
        }
        long whole = Math.round(periods);
        if (whole < 1 || Math.abs(periods - whole) > 1e-9 * periods) {
            problems.error("not-whole", section.horizon().place(), words + "; it must be a whole number of them");
        }
        return (int) Math.max(1, whole);
    }

    private Map<String, Chip> chips(FleetPlan fleet, Optional<FleetFuture> future) {
        Map<String, Chip> chips = new LinkedHashMap<>();
        for (ChipCount counted : fleet.apply(new Chain(SampleBatch.central())).chips()) {
            chips.put(counted.type().id().value(), counted.type().chip());
        }
        if (chips.isEmpty()) {
            problems.error(
                    "fleet-without-chips",
                    section.horizon().place(),
                    "a plan is made of chips, and the fleet is only a rate. Maybe fleet.made_of?");
        }
        future.ifPresent(bought -> bought.chips().forEach(chips::putIfAbsent));
        section.deliveries()
                .ifPresent(deliveries -> deliveries
                        .values()
                        .forEach(delivery -> catalog.get(Chip.KIND, delivery.chip(), problems)
                                .ifPresent(chip -> chips.put(delivery.chip().value(), chip))));
        chips.forEach((id, chip) -> complete(fleet, id, chip));
        return chips;
    }

    private void complete(FleetPlan fleet, String id, Chip chip) {
        section.power()
                .filter(power -> fleet.power(id, chip).isEmpty())
                .ifPresent(power ->
                        problems.error("unknown-of-chip", power.place(), "the power of %s is not known".formatted(id)));
        section.budget()
                .filter(budget -> fleet.rent(id, chip).isEmpty())
                .ifPresent(budget ->
                        problems.error("unknown-of-chip", budget.place(), "the rent of %s is not known".formatted(id)));
    }

    private List<CandidateModel> existing() {
        List<CandidateModel> models = new ArrayList<>();
        section.published().orElse(List.of()).forEach(id -> published(id).ifPresent(models::add));
        section.existing()
                .ifPresent(existing -> existing.forEach((id, compute) -> catalog.get(
                                Architecture.KIND, new Text(id, compute.place()), problems)
                        .ifPresent(architecture -> models.add(new CandidateModel(
                                id, architecture, chain -> chain.input(compute, "C"), Optional.empty())))));
        distinct();
        return models;
    }

    private Optional<CandidateModel> published(Text id) {
        String name = AllocationFigures.PUBLISHED + id.value();
        return catalog.bind(Architecture.KIND, id, name, problems)
                .filter(architecture -> said(id, architecture))
                .map(architecture -> new CandidateModel(
                        id.value(),
                        architecture,
                        chain -> architecture
                                .training()
                                .compute(
                                        chain,
                                        chain.input(
                                                architecture.activeParameters(name + ".active_parameters", id.place()),
                                                "N_active"),
                                        name + ".training_compute"),
                        Optional.empty()));
    }

    private boolean said(Text id, Architecture architecture) {
        if (!architecture.training().said()) {
            problems.error(
                    "unknown-training",
                    id.place(),
                    "the catalog does not say how much training %s had. Maybe allocation.existing: {%s: ... FLOP}, or training_tokens in its entry?"
                            .formatted(id.value(), id.value()));
        }
        return architecture.training().said();
    }

    private void distinct() {
        Set<String> ids = new HashSet<>(section.existing().orElse(Map.of()).keySet());
        section.published().orElse(List.of()).stream()
                .filter(id -> !ids.add(id.value()))
                .forEach(id -> problems.error(
                        "two-models",
                        id.place(),
                        "%s is there twice, in allocation.published and allocation.existing or twice in one"
                                .formatted(id.value())));
    }

    private List<CandidateModel> grid(TrainingGrid train) {
        List<CandidateModel> models = new ArrayList<>();
        Optional<Proportions> proportions = catalog.get(Architecture.KIND, train.shape(), problems)
                .flatMap(Architecture::shape)
                .flatMap(Proportions::of);
        if (proportions.isEmpty() && problems.none()) {
            problems.error(
                    "no-shape",
                    train.shape().place(),
                    "%s is no dense model with grouped heads, whose proportions another size could have"
                            .formatted(train.shape().value()));
        }
        if (train.points() > MOST_POINTS) {
            problems.error(
                    "out-of-range",
                    train.from().place(),
                    "a grid has at most %s points, not %s".formatted(MOST_POINTS, train.points()));
            return models;
        }
        if (train.points() < 1
                || train.from().central() > train.to().central()
                || (train.points() == 1)
                        != (train.from().central() == train.to().central())) {
            problems.error(
                    "bad-range",
                    train.from().place(),
                    "a grid goes up from its first point to its last; one of a single point is from and to the same");
            return models;
        }
        List<GridPoint> points =
                proportions.map(like -> GridPoint.all(train, like)).orElse(List.of());
        if (proportions.isPresent() && points.isEmpty()) {
            problems.error(
                    "bad-range",
                    train.from().place(),
                    "%s points from %s to %s lie so near each other that no digits tell them apart"
                            .formatted(
                                    train.points(),
                                    train.from().value(),
                                    train.to().value()));
        }
        points.stream().filter(point -> sizable(train, point)).forEach(point -> models.addAll(point.models()));
        return models;
    }

    // What the proportions of a model can be brought to, down to a student of it.
    private boolean sizable(TrainingGrid train, GridPoint point) {
        double parameters = point.parameters();
        if (parameters >= GridPoint.LEAST_PARAMETERS && parameters <= GridPoint.MOST_PARAMETERS) {
            return true;
        }
        problems.error(
                "out-of-range",
                (point.point() == 0 ? train.from() : train.to()).place(),
                "the law makes a model of %s parameters of %s FLOP, and a shape has %s to %s"
                        .formatted(
                                NumberText.rounded(parameters, 3),
                                NumberText.rounded(point.flop(), 3),
                                NumberText.rounded(GridPoint.LEAST_PARAMETERS, 3),
                                NumberText.rounded(GridPoint.MOST_PARAMETERS, 3)));
        return false;
    }

    private void servable(List<CandidateModel> models) {
        for (CandidateModel model : models) {
            if (model.architecture().shape().isEmpty()) {
                problems.error(
                        "no-shape",
                        section.serve().serialSpeed().place(),
                        "%s has stated sizes and no shape, from which a step is timed".formatted(model.id()));
            }
        }
        if (models.isEmpty()) {
            problems.error(
                    "missing-key",
                    section.horizon().place(),
                    "there is no model to serve: allocation.published, allocation.existing or allocation.train is missing");
        }
    }

    static double central(Input input) {
        return input.value().distribution().central();
    }
}
