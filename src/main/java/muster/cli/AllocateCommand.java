package muster.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import muster.allocation.Allocated;
import muster.allocation.AllocationPlan;
import muster.allocation.Robustness;
import muster.allocation.Unproven;
import muster.catalog.Shelf;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.scenario.Estimate;
import muster.scenario.Plan;
import muster.solver.LpFormat;
import muster.uncertainty.Sampling;
import muster.uncertainty.Summary;
import muster.view.allocation.AllocationChart;
import muster.view.allocation.AllocationResult;
import muster.view.allocation.AllocationView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster allocate}: which chips train and which serve. */
@Command(
        name = "allocate",
        description = "Which chips train and which serve, period by period, and what more of each would be worth.",
        mixinStandardHelpOptions = true)
final class AllocateCommand implements Callable<Integer> {
    private static final String MAIN_JOB = "mixed-fleet";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..1",
            description = "The id of a scenario with a section allocation:, or a YAML file. Default: " + MAIN_JOB + ".")
    private String scenario = MAIN_JOB;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Changes an input, as allocation.power=30 MW; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = "--explain",
            description = "Shows the search, what was cut off and why, and every step behind the coefficients.")
    private boolean explain;

    @Option(
            names = "--export",
            paramLabel = "FILE.lp",
            description = "Writes the linear program of the plan in the LP format, for other solvers.")
    private @Nullable Path export;

    @Option(names = "--chart", paramLabel = "FILE.svg", description = "Draws the plan as stacked areas.")
    private @Nullable Path chart;

    @Mixin
    private SamplingOptions sampling = new SamplingOptions();

    @Mixin
    private Progress progress = new Progress();

    @Override
    public Integer call() {
        Problems problems = new Problems();
        Shelf shelf = catalog.shelf(problems);
        problems.orThrow();
        Plan plan = plan(shelf, problems);
        Optional<Sampling> how = sampling.sampling(spec);
        try {
            AllocationResult result = solve(plan, how);
            write(result, problems);
            problems.orThrow();
            format.print(new AllocationView(result, explain), spec.commandLine().getOut());
            return result.allocated().best().isPresent() ? Exit.GOOD : Exit.FAILED;
        } catch (Unproven unproven) {
            unproven.reasons().forEach(reason -> spec.commandLine().getErr().println("no proven plan: " + reason));
            return Exit.FAILED;
        }
    }

    private Plan plan(Shelf shelf, Problems problems) {
        List<Plan> plans = Plans.of(shelf, List.of(scenario), settings, problems);
        if (plans.size() > 1) {
            problems.error(
                    "several-scenarios",
                    new Place(scenario, 1, 1),
                    "a plan is made for one scenario, and this file has more");
        }
        plans.stream()
                .filter(plan -> plan.allocation().isEmpty())
                .forEach(plan -> problems.error(
                        "missing-section",
                        Place.argument(scenario),
                        "the scenario %s has no section allocation:".formatted(plan.name())));
        problems.orThrow();
        return plans.get(0);
    }

    private AllocationResult solve(Plan plan, Optional<Sampling> how) {
        AllocationPlan section = plan.allocation().orElseThrow();
        Allocated allocated = allocate(section);
        Optional<Allocated> unrequired =
                allocated.best().flatMap(best -> section.unrequired()).map(this::allocate);
        Map<String, Summary> spread = how.flatMap(
                        sampled -> allocated.best().map(best -> spread(plan, section, best, sampled)))
                .orElse(Map.of());
        return new AllocationResult(Estimate.of(plan), section, allocated, unrequired, how, spread);
    }

    private Allocated allocate(AllocationPlan section) {
        AtomicLong done = new AtomicLong();
        try (Progress.Line line =
                progress.of("schedules", section.schedules(), spec.commandLine().getErr())) {
            return Allocated.of(section.situation(), tried -> line.accept(done.incrementAndGet()));
        }
    }

    private Map<String, Summary> spread(Plan plan, AllocationPlan section, muster.allocation.Plan best, Sampling how) {
        try (Progress.Line line =
                progress.of("samples", how.samples(), spec.commandLine().getErr())) {
            return Robustness.of(section, best, how, plan.correlations(), line);
        }
    }

    private void write(AllocationResult result, Problems problems) {
        result.allocated().best().ifPresent(best -> {
            if (export != null) {
                WholeFile.write(export, LpFormat.of(best.program(), comments(result, best)), problems);
            }
            if (chart != null) {
                WholeFile.write(chart, AllocationChart.svg(result, best), problems);
            }
        });
    }

    private static List<String> comments(AllocationResult result, muster.allocation.Plan best) {
        return List.of(
                "%s, catalog %s: %s"
                        .formatted(
                                result.estimate().scenario(),
                                result.estimate().catalog().hash(),
                                best.schedule()),
                "The objective is in researcher-months, chips are in chips, power in MW, cost in millions of USD.");
    }
}
