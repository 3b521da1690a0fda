package muster.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.solver.Outcome;
import muster.solver.Program;
import muster.solver.Solver;

/**
 * The best plan over schedules. Schedules are taken in the order of their bounds, the highest first; one whose bound, by itself or
 * at the dual values of the best plan so far, is no better than that plan is cut off unsolved.
 */
final class Search {
    /** How near the worth of a plan must come to what no plan of its schedule can better, as a part of it. */
    static final double GAP = 1e-8;

    private static final int MOST_ROUNDS = 60;

    private final Situation situation;
    private final Tangents tangents;
    private final Consumer<Tried> progress;
    private final List<Tried> tried = new ArrayList<>();
    private Optional<Plan> best = Optional.empty();

    Search(Situation situation, Consumer<Tried> progress) {
        this.situation = situation;
        this.progress = progress;
        this.tangents = new Tangents(
                situation.returns(),
                IntStream.range(0, situation.periods())
                        .mapToObj(period -> most(situation, period))
                        .toList());
    }

    // If every job were complete from the start.
    private static double most(Situation situation, int period) {
        Schedule all = new Schedule(situation.jobs().stream().collect(Collectors.toMap(Job::id, job -> 0)));
        return situation.stocks().stream()
                .mapToDouble(stock -> stock.count(period)
                        * Columns.best(situation, all, stock.chip(), period).equivalentsPerChip())
                .sum();
    }

    /** The best plan of any of these schedules; nothing where none can be done. */
    Optional<Plan> best(List<Schedule> schedules) {
        best = Optional.empty();
        record Bounded(Schedule schedule, double bound) {}
        List<Bounded> queue = schedules.stream()
                .map(schedule -> new Bounded(schedule, Bound.of(situation, schedule)))
                .sorted(Comparator.comparingDouble(Bounded::bound).reversed())
                .toList();
        for (Bounded next : queue) {
            if (next.bound() == Double.NEGATIVE_INFINITY) {
                record(new Tried(next.schedule(), next.bound(), Tried.Fate.TOO_LITTLE_TIME, 0));
                continue;
            }
            double bound = best.map(plan -> Math.min(next.bound(), PriceBound.of(situation, next.schedule(), plan)))
                    .orElse(next.bound());
            if (best.isPresent() && bound <= best.get().worth()) {
                record(new Tried(next.schedule(), bound, Tried.Fate.CUT_OFF, 0));
            } else {
                solve(next.schedule(), bound);
            }
        }
        return best;
    }

    /** What became of every schedule. */
    List<Tried> tried() {
        return List.copyOf(tried);
    }

    private void record(Tried one) {
        tried.add(one);
        progress.accept(one);
    }

    // Each round adds the tangents at its optimum, until the worth meets what the tangents allow or cannot win any
    // more.
    private void solve(Schedule schedule, double bound) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Formulation formulation = new Formulation(situation, schedule, tangents);
            Program program = formulation.program();
            Optional<Outcome.Optimal> solution = Solver.solve(program)
                    .match(
                            Optional::of,
                            infeasible -> Optional.empty(),
                            unbounded -> {
                                throw new IllegalStateException("chips without limit: " + unbounded.ray());
                            },
                            unverified -> {
                                throw new Unproven(unverified.reasons());
                            });
            if (solution.isEmpty()) {
                record(new Tried(schedule, bound, Tried.Fate.INFEASIBLE, 0));
                return;
            }
            Plan plan = plan(schedule, formulation, program, solution.get());
            if (plan.bound() - plan.worth() <= GAP * plan.bound()) {
                record(new Tried(schedule, bound, Tried.Fate.SOLVED, plan.worth()));
                if (best.isEmpty() || plan.worth() > best.get().worth()) {
                    best = Optional.of(plan);
                }
                return;
            }
            if (best.isPresent() && plan.bound() <= best.get().worth()) {
                record(new Tried(schedule, plan.bound(), Tried.Fate.CUT_OFF, 0));
                return;
            }
            if (!touch(formulation, solution.get(), plan.bound())) {
                break;
            }
        }
        throw new Unproven(List.of("the tangents of the schedule (%s) do not close".formatted(schedule)));
    }

    // Lines that hardly differ make a program whose dual values have few digits, so only where one is needed is one added.
    private boolean touch(Formulation formulation, Outcome.Optimal solution, double bound) {
        boolean any = false;
        double least = GAP * bound / situation.periods() / 2;
        for (Formulation.Value value : formulation.values(solution)) {
            double over = value.worth() - situation.returns().worth(value.span().first(), value.equivalents());
            any |= over > least && tangents.touch(value.span().first(), value.equivalents());
        }
        return any;
    }

    private Plan plan(Schedule schedule, Formulation formulation, Program program, Outcome.Optimal solution) {
        List<Assignment> assignments = formulation.assignments(solution);
        return new Plan(
                schedule,
                assignments,
                Evaluation.of(situation, assignments),
                solution.bound(),
                Prices.of(situation, schedule, formulation.spans(), solution),
                solution.certificate(),
                program);
    }
}
