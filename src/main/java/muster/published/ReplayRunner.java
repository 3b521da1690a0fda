package muster.published;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import muster.allocation.problem.Activity;
import muster.allocation.problem.Assignment;
import muster.allocation.search.AllocationSolution;
import muster.allocation.search.OptimalPlan;
import muster.catalog.Catalog;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scenario.Estimate;
import muster.scenario.Scenarios;
import muster.trace.TraceStep;
import muster.unit.Quantity;
import muster.unit.Unit;

/** Computes figures of ours from the scenarios of a catalog, each scenario with each changes once. */
final class ReplayRunner {
    private final Catalog catalog;
    private final Problems problems;
    private final Map<List<String>, Optional<Estimate>> estimates = new HashMap<>();
    private final FitReplays fits;

    ReplayRunner(Catalog catalog, Problems problems) {
        this.catalog = catalog;
        this.problems = problems;
        this.fits = new FitReplays(catalog, problems);
    }

    /** The figure; nothing where there is none, which is reported. */
    Optional<Quantity> of(FigureComputation ours) {
        if (ours instanceof FigureComputation.Estimated estimated) {
            return estimated(estimated);
        }
        if (ours instanceof FigureComputation.Allocated allocated) {
            return allocated(allocated);
        }
        if (ours instanceof FigureComputation.Fitted fitted) {
            return fits.of(fitted);
        }
        if (ours instanceof FigureComputation.Deployed deployed) {
            return DeploymentReplays.of(deployed, catalog, problems);
        }
        if (ours instanceof TaskComputation task) {
            return TaskReplays.of(task, catalog, problems);
        }
        if (ours instanceof FigureComputation.Feedback feedback) {
            return FeedbackReplays.of(feedback, problems);
        }
        if (ours instanceof FigureComputation.Produced produced) {
            return ProductionReplays.of(produced, problems);
        }
        if (ours instanceof FigureComputation.Ratio ratio) {
            return Optional.of(ratio.value());
        }
        return ours instanceof FigureComputation.Quality quality
                ? QualityReplays.of(quality, catalog, problems)
                : StepReplays.of((FigureComputation.Step) ours, catalog, problems);
    }

    private Optional<Quantity> estimated(FigureComputation.Estimated ours) {
        Optional<Quantity> value = quantity(ours.scenario(), ours.set().orElse(List.of()), ours.quantity());
        Optional<Quantity> ratio = ours.per().isEmpty()
                ? value
                : value.flatMap(above -> quantity(ours.per().get(), List.of(), ours.quantity())
                        .map(below -> new Quantity(above.base() / below.base(), Unit.ONE)));
        return ratio.map(
                quantity -> ours.during().map(time -> over(quantity, time)).orElse(quantity));
    }

    private Optional<Quantity> allocated(FigureComputation.Allocated ours) {
        return Scenarios.plan(catalog, ours.trainingShareOf(), ours.set().orElse(List.of()), problems)
                .flatMap(plan -> best(plan, ours.trainingShareOf()))
                .map(best -> Quantity.of(trainingShare(best.assignments()), "1"));
    }

    private Optional<OptimalPlan> best(muster.scenario.ScenarioPlan plan, Text scenario) {
        Optional<OptimalPlan> best = plan.allocation().flatMap(section -> AllocationSolution.best(section.situation()));
        if (best.isEmpty()) {
            problems.error(
                    "no-plan",
                    scenario.place(),
                    plan.allocation().isEmpty()
                            ? "%s has no section allocation, so no plan trains a part of its time"
                                    .formatted(scenario.value())
                            : "no plan of %s does what it requires".formatted(scenario.value()));
        }
        return best;
    }

    private static double trainingShare(List<Assignment> assignments) {
        double all = assignments.stream().mapToDouble(Assignment::chips).sum();
        double training = assignments.stream()
                .filter(assignment -> assignment.activity() instanceof Activity.Train)
                .mapToDouble(Assignment::chips)
                .sum();
        return training / all;
    }

    private Optional<Quantity> quantity(Text scenario, List<String> settings, String name) {
        return estimate(scenario, settings).flatMap(estimate -> {
            Optional<Quantity> quantity = estimate.quantity(name);
            if (quantity.isEmpty()) {
                Set<String> names =
                        estimate.steps().stream().map(TraceStep::name).collect(Collectors.toSet());
                problems.error(
                        "unknown-quantity",
                        scenario.place(),
                        "%s computes no %s.%s".formatted(scenario.value(), name, Nearest.maybe(name, names)));
            }
            return quantity;
        });
    }

    private Optional<Estimate> estimate(Text scenario, List<String> settings) {
        List<String> key = new ArrayList<>(settings);
        key.add(scenario.value());
        // Not computeIfAbsent: a scenario that is wrong is to be reported at each figure that names it.
        Optional<Estimate> known = estimates.getOrDefault(key, Optional.empty());
        if (known.isEmpty()) {
            known = Scenarios.plan(catalog, scenario, settings, problems).map(Estimate::of);
            estimates.put(key, known);
        }
        return known;
    }

    private static Quantity over(Quantity rate, Quantity time) {
        Unit unit = Unit.parse(rate.unit() + "*" + time.unit());
        return new Quantity(rate.base() * time.base(), unit);
    }
}
