package muster.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import muster.allocation.AllocationPlan;
import muster.allocation.Robustness;
import muster.allocation.search.AllocationSolution;
import muster.allocation.search.UnprovenProgram;
import muster.catalog.Catalog;
import muster.cli.option.ChartOption;
import muster.cli.option.ExplainOption;
import muster.cli.option.FormatOption;
import muster.cli.option.OutputTarget;
import muster.cli.option.ProgressMeter;
import muster.cli.option.SamplingOptions;
import muster.cli.option.ScenarioOptions;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.scenario.Estimate;
import muster.scenario.ScenarioPlan;
import muster.solver.LpFormat;
import muster.uncertainty.sampling.SampleSummary;
import muster.uncertainty.sampling.Sampling;
import muster.view.allocation.AllocationChart;
import muster.view.allocation.AllocationResult;
import muster.view.allocation.AllocationView;
import muster.view.allocation.WorthUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster allocate}: which chips train and which serve. */
@Command(
        name = "allocate",
        description =
                "Which chips train and which serve, period by period, and what more of each would be worth: of a scenario with a section allocation:.",
        mixinStandardHelpOptions = true)
final class AllocateCommand extends CatalogResultCommand {
    private static final String MAIN_JOB = "mixed-fleet";

    @Mixin
    private ScenarioOptions scenario = new ScenarioOptions(MAIN_JOB);

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private ExplainOption explain = new ExplainOption();

    @Option(
            names = "--export",
            paramLabel = "FILE.lp",
            description =
                    "Writes the linear program of the plan in the LP format, for other solvers; - is standard output.")
    private @Nullable OutputTarget export;

    @Mixin
    private ChartOption chart = new ChartOption();

    @Mixin
    private SamplingOptions sampling = new SamplingOptions();

    @Mixin
    private ProgressMeter progress = new ProgressMeter();

    // Of no heads a law that counts them less has a rate of none and no slope, which numbers of a program do not reach.
    private static final String ALONE =
            "without people the rate of research rises without limit from no agents at all. Maybe research.people, as 2117?";

    @Override
    int run(Catalog catalog, Problems problems) {
        problems.orThrow();
        ScenarioPlan plan = plan(catalog, problems);
        Optional<Sampling> how = sampling.sampling(problems);
        problems.orThrow();
        try {
            AllocationResult result = solve(plan, how);
            write(result, problems);
            problems.orThrow();
            format.print(new AllocationView(result, explain.wanted()), out());
            return status(result.allocated().best().isPresent()
                    && result.allocated().nothing().isEmpty());
        } catch (UnprovenProgram unproven) {
            unproven.reasons().forEach(reason -> err().println("no proven plan: " + reason));
            plan.scenario()
                    .research()
                    .filter(research -> research.people().central() == 0)
                    .ifPresent(research -> err().println(ALONE));
            return ExitStatus.FAILED;
        }
    }

    private ScenarioPlan plan(Catalog catalog, Problems problems) {
        ScenarioPlan plan = scenario.plan(catalog, problems);
        if (plan.allocation().isEmpty()) {
            problems.error(
                    "missing-section",
                    Place.argument(scenario.scenario()),
                    "the scenario %s has no section allocation:".formatted(plan.name()));
        }
        plan.allocation().ifPresent(section -> section.checkSearchable(problems));
        problems.orThrow();
        return plan;
    }

    private AllocationResult solve(ScenarioPlan plan, Optional<Sampling> how) {
        AllocationPlan section = plan.allocation().orElseThrow();
        AllocationSolution allocated = allocate(section);
        Optional<AllocationSolution> unrequired =
                allocated.best().flatMap(best -> section.unrequired()).map(this::allocate);
        Map<String, SampleSummary> spread = how.flatMap(sampled -> allocated
                        .best()
                        .filter(best -> allocated.nothing().isEmpty())
                        .map(best -> spread(plan, section, best, sampled)))
                .orElse(Map.of());
        return new AllocationResult(Estimate.of(plan), section, allocated, unrequired, how, spread);
    }

    private AllocationSolution allocate(AllocationPlan section) {
        AtomicLong done = new AtomicLong();
        try (ProgressMeter.Line line = progress.of("schedules", section.schedules(), err())) {
            return AllocationSolution.of(section.situation(), tried -> line.accept(done.incrementAndGet()));
        }
    }

    private Map<String, SampleSummary> spread(
            ScenarioPlan plan, AllocationPlan section, muster.allocation.search.OptimalPlan best, Sampling how) {
        try (ProgressMeter.Line line = progress.of("samples", how.samples(), err())) {
            return Robustness.of(section, best, how, plan.correlations(), line);
        }
    }

    private void write(AllocationResult result, Problems problems) {
        result.allocated().best().ifPresent(best -> {
            if (export != null) {
                export.write(LpFormat.of(best.program(), comments(result, best)), problems);
            }
            chart.write(() -> AllocationChart.svg(result, best), problems);
        });
    }

    private static List<String> comments(AllocationResult result, muster.allocation.search.OptimalPlan best) {
        return List.of(
                "%s, catalog %s: %s"
                        .formatted(
                                result.estimate().scenario(),
                                result.estimate().catalog().hash(),
                                best.schedule()),
                "The objective is in %s, chips are in chips, power in MW, cost in millions of USD."
                        .formatted(WorthUnit.words(result.allocated().situation())));
    }
}
