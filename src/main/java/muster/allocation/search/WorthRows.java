package muster.allocation.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.allocation.problem.PeriodGroup;
import muster.allocation.problem.ResearchReturns;
import muster.allocation.problem.ResearchTerms;
import muster.allocation.problem.ResearchTerms.Plane;
import muster.solver.LinearExpression;
import muster.solver.LinearProgram;
import muster.solver.SolverOutcome;
import muster.solver.Variable;

/**
 * The part of a program that says what the work of each span is worth, under lines or planes that lie above the worth.
 *
 * @param lines those lines
 * @param program where variables and constraints go
 * @param objective where worth goes
 * @param worths what was written, span by span
 */
record WorthRows(WorthLines lines, LinearProgram.Builder program, LinearExpression objective, List<PeriodWorth> worths) {

    WorthRows(WorthLines lines, LinearProgram.Builder program, LinearExpression objective) {
        this(lines, program, objective, new ArrayList<>());
    }

    /** Adds what is worth something in a span, unless that stands in the objective as it is. */
    void add(PeriodGroup span, LinearExpression h100e, LinearExpression equivalents) {
        if (lines.cuts().isPresent()) {
            research(span, lines.cuts().get(), h100e, equivalents);
        } else if (!lines.returns().constant() && !equivalents.isEmpty()) {
            diminish(span, equivalents);
        }
    }

    // The tangents make a worth in steps, each of which adds less than the one before and has so much room until the
    // next tangent lies lower. Steps are bounds of variables, of which a simplex takes no notice, where lines would be
    // rows.
    private void diminish(PeriodGroup span, LinearExpression sum) {
        List<Variable> steps = new ArrayList<>();
        List<Tangents.Step> tangents = lines.tangents().steps(span.first());
        Variable worth = program.variable(span.name("worth"), 0, tangents.get(0).height());
        objective.plus(span.length(), worth);
        for (Tangents.Step line : tangents) {
            String name = span.name("returns") + "." + (steps.size() + 1);
            Variable step = program.variable(name, 0, line.room());
            objective.plus(span.length() * line.slope(), step);
            sum.plus(-1, step);
            steps.add(step);
        }
        program.equal(span.name("equivalents"), sum, 0);
        worths.add(new PeriodWorth.Steps(span, worth, steps, tangents));
    }

    private void research(
            PeriodGroup span, ResearchCuts cuts, LinearExpression experiments, LinearExpression labour) {
        if (nothing(cuts.terms(), experiments, labour)) {
            return;
        }
        ResearchTerms terms = cuts.terms();
        Optional<Variable> h100e =
                total(span, PeriodWorth.UnderLaw.COMPUTE, experiments, terms.laboratoryH100e());
        Optional<Variable> equivalents =
                total(span, PeriodWorth.UnderLaw.LABOUR, labour, terms.laboratoryEquivalents());
        ResearchReturns returns = lines.returns();
        double months = returns.discounted(span.first()) * returns.months();
        Variable rate = program.variable(span.name("research"));
        objective.plus(span.length() * months, rate);
        List<Plane> planes = cuts.planes(span.first());
        for (int i = 0; i < planes.size(); i++) {
            Plane plane = planes.get(i);
            LinearExpression above = new LinearExpression().plus(1, rate);
            h100e.ifPresent(total -> above.plus(-plane.perH100e() * terms.laboratoryH100e(), total));
            equivalents.ifPresent(total -> above.plus(-plane.perEquivalent() * terms.laboratoryEquivalents(), total));
            program.atMost(plane(span, i), above, plane.height());
        }
        worths.add(new PeriodWorth.UnderLaw(span, rate, months, terms, h100e, equivalents));
    }

    // Where one of the two cannot be and nothing comes of the other alone.
    private static boolean nothing(ResearchTerms terms, LinearExpression experiments, LinearExpression labour) {
        return terms.rate(
                        experiments.isEmpty() ? 0 : terms.laboratoryH100e(),
                        labour.isEmpty() ? 0 : terms.laboratoryEquivalents())
                == 0;
    }

    // In units of the laboratory, so that slopes are of a size with the rate.
    private Optional<Variable> total(PeriodGroup span, String name, LinearExpression sum, double unit) {
        if (sum.isEmpty()) {
            return Optional.empty();
        }
        Variable total = program.variable(span.name(name));
        program.equal(span.name(PeriodWorth.UnderLaw.SUM + name), sum.plus(-unit, total), 0);
        return Optional.of(total);
    }

    /** Gives up planes that have bound nothing for long. */
    void age(SolverOutcome.Optimal solution) {
        lines.cuts().ifPresent(cuts -> worths.forEach(each -> {
            PeriodGroup span = each.span();
            cuts.age(span.first(), plane -> solution.price(plane(span, plane)) > 0);
        }));
    }

    private static String plane(PeriodGroup span, int index) {
        return span.name("law") + "." + (index + 1);
    }

    /** What was written, at a solution. */
    List<PeriodWorth.Value> values(SolverOutcome.Optimal solution) {
        return worths.stream().map(each -> each.at(solution)).toList();
    }
}
