package muster.allocation.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import muster.allocation.problem.Assignment;
import muster.allocation.problem.Schedule;
import muster.allocation.problem.Situation;
import muster.solver.LinearProgram;
import muster.solver.Solver;
import muster.solver.SolverOutcome;

/**
 * The best plan over schedules. Schedules are taken in the order of their bounds, the highest first; one whose bound, by itself or
 * at the dual values of the best plan so far, is no better than that plan, to the digits that are proven of it, is cut off unsolved.
 */
public final class ScheduleSearch {
    /** How near the worth of a plan must come to what no plan of its schedule can better, as a part of it. */
    static final double GAP = 1e-8;

    /** The same under a law of research, whose planes have two directions to close in from. */
    static final double RESEARCH_GAP = 1e-6;

    private static final int MOST_ROUNDS = 60;

    private final Situation situation;
    private final WorthLines lines;
    private final double gap;
    private final BestServings servings;
    private final Consumer<TriedSchedule> progress;
    private final List<TriedSchedule> tried = new ArrayList<>();
    private Optional<OptimalPlan> best = Optional.empty();

    public ScheduleSearch(Situation situation, Consumer<TriedSchedule> progress) {
        this.situation = situation;
        this.progress = progress;
        this.servings = new BestServings(situation);
        this.gap = situation.research().isPresent() ? RESEARCH_GAP : GAP;
        this.lines = WorthLines.of(situation, servings);
        // Planes that touch what is not concave do not lie above it.
        situation.research().flatMap(terms -> terms.law().notConcave()).ifPresent(reason -> {
            throw new UnprovenProgram(List.of("the law of research is not concave: " + reason));
        });
    }

    /** The best plan of any of these schedules; nothing where none can be done. */
    public Optional<OptimalPlan> best(List<Schedule> schedules) {
        best = Optional.empty();
        record Bounded(Schedule schedule, double bound) {}
        List<Bounded> queue = schedules.stream()
                .map(schedule -> new Bounded(schedule, ScheduleBound.of(situation, schedule, servings)))
                .sorted(Comparator.comparingDouble(Bounded::bound).reversed())
                .toList();
        for (Bounded next : queue) {
            if (next.bound() == Double.NEGATIVE_INFINITY) {
                record(new TriedSchedule(next.schedule(), next.bound(), TriedSchedule.Fate.TOO_LITTLE_TIME, 0));
                continue;
            }
            double bound = best.map(plan -> Math.min(next.bound(), DualBound.of(situation, next.schedule(), plan)))
                    .orElse(next.bound());
            if (cannotWin(bound)) {
                record(new TriedSchedule(next.schedule(), bound, TriedSchedule.Fate.CUT_OFF, 0));
            } else {
                solve(next.schedule(), bound);
            }
        }
        return best;
    }

    /** What became of every schedule. */
    public List<TriedSchedule> tried() {
        return List.copyOf(tried);
    }

    private void record(TriedSchedule one) {
        tried.add(one);
        progress.accept(one);
    }

    // Schedules by the hundred that come to the same, as of a model that nobody needs, differ in digits that no plan
    // has.
    private boolean cannotWin(double bound) {
        return best.isPresent() && bound - best.get().worth() <= gap * bound;
    }

    // Each round adds the tangents at its optimum, until the worth meets what the tangents allow or cannot win any
    // more.
    private void solve(Schedule schedule, double bound) {
        BestPoint best = new BestPoint(situation);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            AllocationProgram formulation = new AllocationProgram(situation, schedule, lines);
            LinearProgram program = formulation.program();
            Optional<SolverOutcome.Optimal> solution = Solver.solve(program)
                    .match(
                            Optional::of,
                            infeasible -> Optional.empty(),
                            unbounded -> {
                                throw new IllegalStateException("chips without limit: " + unbounded.ray());
                            },
                            unverified -> {
                                throw new UnprovenProgram(unverified.reasons());
                            });
            if (solution.isEmpty()) {
                record(new TriedSchedule(schedule, bound, TriedSchedule.Fate.INFEASIBLE, 0));
                return;
            }
            double most = solution.get().bound();
            // A plan of thousands of kinds takes longer to work out than to see that its tangents lie above what it is
            // worth.
            if (over(formulation, solution.get()) <= gap * most) {
                OptimalPlan plan = plan(schedule, formulation, program, solution.get());
                if (plan.bound() - plan.worth() <= gap * plan.bound()) {
                    keep(plan, bound);
                    return;
                }
            }
            if (cannotWin(most)) {
                record(new TriedSchedule(schedule, most, TriedSchedule.Fate.CUT_OFF, 0));
                return;
            }
            formulation.age(solution.get());
            if (!addBreakpoints(formulation, solution.get(), most)) {
                break;
            }
            if (situation.research().isPresent()) {
                best.towards(formulation.values(solution.get())).forEach(lines::suggest);
            }
        }
        throw new UnprovenProgram(List.of("the tangents of the schedule (%s) do not close".formatted(schedule)));
    }

    private void keep(OptimalPlan plan, double bound) {
        record(new TriedSchedule(plan.schedule(), bound, TriedSchedule.Fate.SOLVED, plan.worth()));
        if (best.isEmpty() || plan.worth() > best.get().worth()) {
            best = Optional.of(plan);
        }
    }

    // By how much the tangents overstate a solution.
    private double over(AllocationProgram formulation, SolverOutcome.Optimal solution) {
        return formulation.values(solution).stream()
                .mapToDouble(value -> value.span().length() * over(value))
                .sum();
    }

    private double over(PeriodWorth.Value value) {
        return value.worth() - situation.worth(value.span().first(), value.h100e(), value.equivalents());
    }

    // Lines that hardly differ make a program whose dual values have few digits, so only where one is needed is one
    // added.
    private boolean addBreakpoints(AllocationProgram formulation, SolverOutcome.Optimal solution, double bound) {
        boolean any = false;
        double least = gap * bound / situation.periods() / 2;
        for (PeriodWorth.Value value : formulation.values(solution)) {
            any |= over(value) > least && lines.add(value);
        }
        return any;
    }

    private OptimalPlan plan(
            Schedule schedule, AllocationProgram formulation, LinearProgram program, SolverOutcome.Optimal solution) {
        List<Assignment> assignments = formulation.assignments(solution);
        return new OptimalPlan(
                schedule,
                assignments,
                PlanEvaluation.of(situation, assignments),
                solution.bound(),
                DualValues.of(situation, schedule, formulation, solution),
                solution.certificate(),
                program);
    }
}
