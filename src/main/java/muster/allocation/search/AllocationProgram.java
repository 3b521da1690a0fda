package muster.allocation.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.allocation.problem.Activity;
import muster.allocation.problem.Assignment;
import muster.allocation.problem.ChipStock;
import muster.allocation.problem.EfficientServings;
import muster.allocation.problem.PeriodGroup;
import muster.allocation.problem.ResearchReturns;
import muster.allocation.problem.ResourceLimits;
import muster.allocation.problem.Schedule;
import muster.allocation.problem.ServingOption;
import muster.allocation.problem.Situation;
import muster.allocation.problem.TrainingJob;
import muster.solver.LinearExpression;
import muster.solver.LinearProgram;
import muster.solver.SolverOutcome;
import muster.solver.Variable;

/**
 * The linear program of a schedule. Chips are counted in chips, power in MW, cost in millions of USD, the work of a job in
 * parts of it, worth in researcher-months. T is a period, counted from 1, or several that are alike, as {@code 1-6}; its
 * variables and constraints are those of each of them.
 *
 * <pre>
 * chips.C.T       chips of type C that train or serve in T            &lt;= how many there are
 * work.J          what the chips do of job J while it runs            &gt;= 1
 * rate.J.T        the training rate of J in T over the most           &lt;= 1
 * supervision.T   parallel researchers in T                           &lt;= supervisors * those that each directs
 * power.T         power in T                                          &lt;= the limit
 * budget          cost of all periods                                 &lt;= the budget
 * equivalents.T   researchers of speed-up 1 that do as much           =  the sum of returns.T.K
 * </pre>
 *
 * <p>Equivalents are worth worth.T, the height of the tangent that is steepest, and the slope of tangent K for each of
 * returns.T.K, of which there are as many as that tangent is the lowest for. Under a law of research the rate of research.T is worth
 * what it is over the laboratory's, and for every plane that lies above it there is
 *
 * <pre>
 * law.T.K         the rate less what plane K gives for what chips do  &lt;= its height where they do nothing
 * </pre>
 */
final class AllocationProgram {
    private static final double MEGA = 1e6;

    private final Situation situation;
    private final Schedule schedule;
    private final LinearProgram.Builder program = LinearProgram.maximise();
    private final LinearExpression objective = new LinearExpression();
    private final List<Use> uses = new ArrayList<>();
    private final List<PeriodGroup> spans;
    private final Map<String, LinearExpression> work = new LinkedHashMap<>();
    private final LinearExpression cost = new LinearExpression();
    private final WorthRows worth;

    /** The program under lines that hold the worth from above. */
    AllocationProgram(Situation situation, Schedule schedule, WorthLines lines) {
        this.situation = situation;
        this.schedule = schedule;
        this.worth = new WorthRows(lines, program, objective);
        this.spans = PeriodGroup.of(situation, schedule);
        schedule.completion().keySet().forEach(job -> work.put(job, new LinearExpression()));
        spans.forEach(this::step);
        work.forEach((job, done) -> program.atLeast("work." + job, done, 1));
        situation.limits().budgetUsd().ifPresent(budget -> program.atMost("budget", cost, budget / MEGA));
        program.objective(objective);
    }

    /** The program. */
    LinearProgram program() {
        return program.build();
    }

    /** The steps of the program. */
    List<PeriodGroup> spans() {
        return spans;
    }

    /** Chips that do the same in a span. */
    private record Use(Variable chips, PeriodGroup span, String chip, Activity activity) {}

    /** What adds up over the chips of a period. */
    private record Sums(
            Map<String, LinearExpression> rates,
            LinearExpression heads,
            LinearExpression power,
            List<PeriodWorth.Part> equivalents,
            List<PeriodWorth.Part> h100e) {
        Sums() {
            this(
                    new LinkedHashMap<>(),
                    new LinearExpression(),
                    new LinearExpression(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }
    }

    private void step(PeriodGroup span) {
        int period = span.first();
        Sums sums = new Sums();
        for (ChipStock stock : situation.stocks()) {
            if (stock.count(period) > 0) {
                LinearExpression chips = new LinearExpression();
                train(stock, span, chips, sums);
                serve(stock, span, chips, sums);
                experiment(stock, span, chips, sums);
                if (!chips.isEmpty()) {
                    program.atMost(span.name("chips." + stock.chip()), chips, stock.count(period));
                }
            }
        }
        sums.rates().forEach((job, rate) -> program.atMost(span.name("rate." + job), rate, 1));
        ResourceLimits limits = situation.limits();
        if (limits.supervisors().isPresent()) {
            program.atMost(span.name("supervision"), sums.heads(), limits.heads(period));
        }
        if (limits.powerWatts().isPresent()) {
            program.atMost(span.name("power"), sums.power(), limits.power(period) / MEGA);
        }
        worth.add(span, sums.h100e(), sums.equivalents());
    }

    private void train(ChipStock stock, PeriodGroup span, LinearExpression chips, Sums sums) {
        for (TrainingJob job : situation.jobs()) {
            double rate = job.rate(stock.chip());
            if (rate > 0 && schedule.runs(situation, job, span.first())) {
                Variable variable = variable("train." + job.id(), new Activity.Train(job.id()), stock, span, sums);
                chips.plus(1, variable);
                work.computeIfAbsent(job.id(), id -> new LinearExpression())
                        .plus(span.length() * rate * situation.periodSeconds() / job.workFlop(), variable);
                if (Double.isFinite(job.mostFlopPerSecond())) {
                    sums.rates()
                            .computeIfAbsent(job.id(), id -> new LinearExpression())
                            .plus(rate / job.mostFlopPerSecond(), variable);
                }
            }
        }
    }

    private void serve(ChipStock stock, PeriodGroup span, LinearExpression chips, Sums sums) {
        ResearchReturns returns = situation.returns();
        for (ServingOption serving : EfficientServings.worthwhile(situation, schedule, stock.chip(), span.first())) {
            String what = "serve." + serving.variant();
            Variable variable = variable(what, new Activity.Serve(serving), stock, span, sums);
            chips.plus(1, variable);
            sums.heads().plus(serving.researchersPerChip(), variable);
            double equivalents = serving.researchersPerChip() * returns.equivalents(serving.speedup());
            if (returns.constant() && situation.research().isEmpty()) {
                objective.plus(span.length() * equivalents * returns.slope(span.first(), 1), variable);
            } else {
                sums.equivalents().add(new PeriodWorth.Part(variable, equivalents));
            }
        }
    }

    private void experiment(ChipStock stock, PeriodGroup span, LinearExpression chips, Sums sums) {
        double h100e = situation.h100e(stock.chip());
        if (h100e > 0) {
            Variable variable = variable("run", new Activity.Experiment(), stock, span, sums);
            chips.plus(1, variable);
            sums.h100e().add(new PeriodWorth.Part(variable, h100e));
        }
    }

    private Variable variable(String what, Activity activity, ChipStock stock, PeriodGroup span, Sums sums) {
        Variable variable = program.variable(span.name(what + "." + stock.chip()));
        uses.add(new Use(variable, span, stock.chip(), activity));
        sums.power().plus(stock.powerWatts() / MEGA, variable);
        cost.plus(span.length() * stock.costUsdPerSecond() * situation.periodSeconds() / MEGA, variable);
        return variable;
    }

    /** Those of each span in which somebody can work; none where returns are constant. */
    List<PeriodWorth.Value> values(SolverOutcome.Optimal solution) {
        return worth.values(solution);
    }

    /** Gives up lines that have long been of no use to a solution. */
    void age(SolverOutcome.Optimal solution) {
        worth.age(solution);
    }

    /** What the chips do at a solution. */
    List<Assignment> assignments(SolverOutcome.Optimal solution) {
        List<Assignment> assignments = new ArrayList<>();
        for (Use use : uses) {
            double chips = solution.value(use.chips());
            if (chips > 0) {
                use.span()
                        .periods()
                        .forEach(period -> assignments.add(new Assignment(period, use.chip(), use.activity(), chips)));
            }
        }
        assignments.sort(Comparator.comparingInt(Assignment::period));
        return assignments;
    }
}
