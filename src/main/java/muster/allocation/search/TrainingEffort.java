package muster.allocation.search;

import java.util.Optional;
import muster.allocation.problem.ChipStock;
import muster.allocation.problem.PeriodGroup;
import muster.allocation.problem.ResourceLimits;
import muster.allocation.problem.Schedule;
import muster.allocation.problem.Situation;
import muster.allocation.problem.TrainingJob;
import muster.solver.LinearExpression;
import muster.solver.LinearProgram;
import muster.solver.Solver;
import muster.solver.SolverOutcome;
import muster.solver.Variable;

/** How much of a job all chips together can do by a period, and how much more of something would be enough. */
final class TrainingEffort {
    private static final double MEGA = 1e6;

    /** What could be more. */
    enum Room {
        NOTHING,
        CHIPS,
        POWER,
        BUDGET
    }

    private final Situation situation;
    private final TrainingJob job;
    private final Room room;
    private final LinearProgram.Builder program;
    private final Variable more;
    private final LinearExpression work = new LinearExpression();

    private TrainingEffort(Situation situation, TrainingJob job, int by, Room room) {
        this.situation = situation;
        this.job = job;
        this.room = room;
        program = room == Room.NOTHING ? LinearProgram.maximise() : LinearProgram.minimise();
        more = program.variable("more");
        LinearExpression cost = new LinearExpression();
        for (PeriodGroup span : PeriodGroup.of(situation, Schedule.NOTHING.with(job.id(), by))) {
            if (span.first() < by) {
                step(span, cost);
            }
        }
        Optional<Double> budget = situation.limits().budgetUsd();
        if (budget.isPresent()) {
            program.atMost("budget", roomy(cost, Room.BUDGET, 1), budget.get() / MEGA);
        }
    }

    private void step(PeriodGroup span, LinearExpression cost) {
        int period = span.first();
        LinearExpression power = new LinearExpression();
        LinearExpression rate = new LinearExpression();
        for (ChipStock stock : situation.stocks()) {
            double each = job.rate(stock.chip());
            if (each > 0 && stock.count(period) > 0) {
                Variable chips = program.variable(span.name("train." + stock.chip()));
                work.plus(span.length() * each * situation.periodSeconds() / job.workFlop(), chips);
                rate.plus(each / job.mostFlopPerSecond(), chips);
                power.plus(stock.powerWatts() / MEGA, chips);
                cost.plus(span.length() * stock.costUsdPerSecond() * situation.periodSeconds() / MEGA, chips);
                LinearExpression used = roomy(new LinearExpression().plus(1, chips), Room.CHIPS, stock.count(period));
                program.atMost(span.name("chips." + stock.chip()), used, stock.count(period));
            }
        }
        program.atMost(span.name("rate." + job.id()), rate, 1);
        if (situation.limits().powerWatts().isPresent()) {
            LinearExpression limited = roomy(power, Room.POWER, 1);
            program.atMost(span.name("power"), limited, situation.limits().power(period) / MEGA);
        }
    }

    private LinearExpression roomy(LinearExpression sum, Room kind, double size) {
        return kind == room ? sum.plus(-size, more) : sum;
    }

    /** The most of a job that can be done by a period, as a part of it. */
    static double most(Situation situation, TrainingJob job, int by) {
        TrainingEffort effort = new TrainingEffort(situation, job, by, Room.NOTHING);
        effort.program.objective(effort.work);
        effort.program.atMost("no-more", new LinearExpression().plus(1, effort.more), 0);
        return Solver.solve(effort.program.build())
                .match(
                        SolverOutcome.Optimal::objective,
                        infeasible -> 0.0,
                        unbounded -> Double.POSITIVE_INFINITY,
                        unverified -> {
                            throw new UnprovenProgram(unverified.reasons());
                        });
    }

    /** The program of a job that must be complete by a period. */
    static LinearProgram enough(Situation situation, TrainingJob job, int by) {
        TrainingEffort effort = new TrainingEffort(situation, job, by, Room.NOTHING);
        effort.program.atLeast("work." + job.id(), effort.work, 1);
        return effort.program.build();
    }

    /** The least that something must be more for a job to be complete by a period: a part of all chips, watts or USD. */
    static Optional<Double> least(Situation situation, TrainingJob job, int by, Room room) {
        ResourceLimits limits = situation.limits();
        boolean limited = switch (room) {
            case NOTHING -> false;
            case CHIPS -> true;
            case POWER -> limits.powerWatts().isPresent();
            case BUDGET -> limits.budgetUsd().isPresent();
        };
        if (!limited) {
            return Optional.empty();
        }
        TrainingEffort effort = new TrainingEffort(situation, job, by, room);
        effort.program.atLeast("work." + job.id(), effort.work, 1);
        effort.program.objective(new LinearExpression().plus(1, effort.more));
        return Solver.solve(effort.program.build())
                .match(
                        optimal -> Optional.of(optimal.objective() * (room == Room.CHIPS ? 1 : MEGA)),
                        infeasible -> Optional.empty(),
                        unbounded -> Optional.empty(),
                        unverified -> {
                            throw new UnprovenProgram(unverified.reasons());
                        });
    }
}
