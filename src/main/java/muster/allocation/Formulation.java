package muster.allocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.solver.Outcome;
import muster.solver.Program;
import muster.solver.Sum;
import muster.solver.Variable;

/**
 * The linear program of a schedule. Chips are counted in chips, power in MW, cost in millions of USD, the work of a job in
 * parts of it, worth in researcher-months; periods are counted from 1 in names.
 *
 * <pre>
 * chips.C.T       chips of type C that train or serve in T            &lt;= how many there are
 * work.J          what the chips do of job J while it runs            &gt;= 1
 * rate.J.T        the training rate of J in T over the most           &lt;= 1
 * supervision.T   parallel researchers in T                           &lt;= supervisors * those that each directs
 * power.T         power in T                                          &lt;= the limit
 * budget          cost of all periods                                 &lt;= the budget
 * equivalents.T   researchers of speed-up 1 that do as much           =  equivalents in T
 * returns.T.K     worth in T                                          &lt;= tangent K
 * </pre>
 */
final class Formulation {
    private static final double MEGA = 1e6;

    private final Situation situation;
    private final Schedule schedule;
    private final Program.Builder program = Program.maximise();
    private final Sum objective = new Sum();
    private final Map<Variable, Assignment> assignments = new LinkedHashMap<>();
    private final Map<String, Sum> work = new LinkedHashMap<>();
    private final Sum cost = new Sum();
    private final List<Variable> equivalents = new ArrayList<>();

    /** The program under tangents of the worth, which constant returns do without. */
    Formulation(Situation situation, Schedule schedule, Tangents tangents) {
        this.situation = situation;
        this.schedule = schedule;
        schedule.completion().keySet().forEach(job -> work.put(job, new Sum()));
        for (int period = 0; period < situation.periods(); period++) {
            period(period, tangents);
        }
        work.forEach((job, done) -> program.atLeast("work." + job, done, 1));
        situation.limits().budgetUsd().ifPresent(budget -> program.atMost("budget", cost, budget / MEGA));
        program.objective(objective);
    }

    /** The program. */
    Program program() {
        return program.build();
    }

    /** What adds up over the chips of a period. */
    private record Sums(Map<String, Sum> rates, Sum heads, Sum power, Sum equivalents) {}

    private void period(int period, Tangents tangents) {
        Sums sums = new Sums(new LinkedHashMap<>(), new Sum(), new Sum(), new Sum());
        for (Stock stock : situation.stocks()) {
            if (stock.count(period) > 0) {
                Sum chips = new Sum();
                train(stock, period, chips, sums);
                serve(stock, period, chips, sums);
                program.atMost(name("chips." + stock.chip(), period), chips, stock.count(period));
            }
        }
        sums.rates().forEach((job, rate) -> program.atMost(name("rate." + job, period), rate, 1));
        Limits limits = situation.limits();
        if (limits.supervisors().isPresent()) {
            program.atMost(name("supervision", period), sums.heads(), limits.heads(period));
        }
        if (limits.powerWatts().isPresent()) {
            program.atMost(name("power", period), sums.power(), limits.power(period) / MEGA);
        }
        if (!situation.returns().constant()) {
            diminish(period, sums.equivalents(), tangents);
        }
    }

    private void train(Stock stock, int period, Sum chips, Sums sums) {
        for (Job job : situation.jobs()) {
            double rate = job.rate(stock.chip());
            if (rate > 0 && schedule.runs(situation, job, period)) {
                Variable variable = variable("train." + job.id(), new Activity.Train(job.id()), stock, period, sums);
                chips.plus(1, variable);
                work.computeIfAbsent(job.id(), id -> new Sum())
                        .plus(rate * situation.periodSeconds() / job.workFlop(), variable);
                if (Double.isFinite(job.mostFlopPerSecond())) {
                    sums.rates()
                            .computeIfAbsent(job.id(), id -> new Sum())
                            .plus(rate / job.mostFlopPerSecond(), variable);
                }
            }
        }
    }

    private void serve(Stock stock, int period, Sum chips, Sums sums) {
        Returns returns = situation.returns();
        for (Serving serving : Columns.worthwhile(situation, schedule, stock.chip(), period)) {
            String what = "serve." + serving.variant();
            Variable variable = variable(what, new Activity.Serve(serving), stock, period, sums);
            chips.plus(1, variable);
            sums.heads().plus(serving.researchersPerChip(), variable);
            double equivalents = serving.researchersPerChip() * returns.equivalents(serving.speedup());
            if (returns.constant()) {
                objective.plus(equivalents * returns.slope(period, 1), variable);
            } else {
                sums.equivalents().plus(equivalents, variable);
            }
        }
    }

    private Variable variable(String what, Activity activity, Stock stock, int period, Sums sums) {
        Variable variable = program.variable(name(what + "." + stock.chip(), period));
        assignments.put(variable, new Assignment(period, stock.chip(), activity, 0));
        sums.power().plus(stock.powerWatts() / MEGA, variable);
        cost.plus(stock.costUsdPerSecond() * situation.periodSeconds() / MEGA, variable);
        return variable;
    }

    private void diminish(int period, Sum sum, Tangents tangents) {
        Returns returns = situation.returns();
        boolean nobody = sum.isEmpty();
        Variable many = program.variable(name("equivalents", period));
        program.equal(name("equivalents", period), sum.plus(-1, many), 0);
        equivalents.add(many);
        Variable worth = program.variable(name("worth", period));
        objective.plus(1, worth);
        if (nobody) {
            program.atMost(name("returns", period), new Sum().plus(1, worth), 0);
            return;
        }
        int number = 0;
        for (double touch : tangents.of(period)) {
            Sum line = new Sum().plus(1, worth).plus(-returns.slope(period, touch), many);
            program.atMost(name("returns", period) + "." + ++number, line, tangents.height(period, touch));
        }
    }

    /** The equivalents of each period at a solution; nothing where returns are constant. */
    List<Double> equivalents(Outcome.Optimal solution) {
        return equivalents.stream().map(solution::value).toList();
    }

    /** What the chips do at a solution. */
    List<Assignment> assignments(Outcome.Optimal solution) {
        List<Assignment> used = new ArrayList<>();
        assignments.forEach((variable, assignment) -> {
            double chips = solution.value(variable);
            if (chips > 0) {
                used.add(new Assignment(assignment.period(), assignment.chip(), assignment.activity(), chips));
            }
        });
        return used;
    }

    /** The name of a constraint or variable in a period. */
    static String name(String what, int period) {
        return what + "." + (period + 1);
    }
}
