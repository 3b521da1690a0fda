package muster.allocation.search;

import java.util.ArrayList;
import java.util.List;
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
record WorthRows(
        WorthLines lines, LinearProgram.Builder program, LinearExpression objective, List<PeriodWorth> worths) {

    WorthRows(WorthLines lines, LinearProgram.Builder program, LinearExpression objective) {
        this(lines, program, objective, new ArrayList<>());
    }

    /** Adds what is worth something in a span, unless that stands in the objective as it is. */
    void add(PeriodGroup span, List<PeriodWorth.Part> h100e, List<PeriodWorth.Part> equivalents) {
        if (lines.cuts().isPresent()) {
            research(span, lines.cuts().get(), h100e, equivalents);
        } else if (!lines.returns().constant() && !equivalents.isEmpty()) {
            diminish(span, equivalents);
        }
    }

    // The tangents make a worth in steps, each of which adds less than the one before and has so much room until the
    // next tangent lies lower. Steps are bounds of variables, of which a simplex takes no notice, where lines would be
    // rows.
    private void diminish(PeriodGroup span, List<PeriodWorth.Part> equivalents) {
        LinearExpression sum = new LinearExpression();
        equivalents.forEach(part -> sum.plus(part.each(), part.chips()));
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
            PeriodGroup span, ResearchCuts cuts, List<PeriodWorth.Part> h100e, List<PeriodWorth.Part> equivalents) {
        if (nothing(cuts.terms(), h100e, equivalents)) {
            return;
        }
        ResearchReturns returns = lines.returns();
        double months = returns.discounted(span.first()) * returns.months();
        Variable rate = program.variable(span.name("research"));
        objective.plus(span.length() * months, rate);
        List<Plane> planes = cuts.planes(span.first());
        for (int i = 0; i < planes.size(); i++) {
            Plane plane = planes.get(i);
            LinearExpression above = new LinearExpression().plus(1, rate);
            h100e.forEach(part -> above.plus(-plane.perH100e() * part.each(), part.chips()));
            equivalents.forEach(part -> above.plus(-plane.perEquivalent() * part.each(), part.chips()));
            program.atMost(PeriodWorth.UnderLaw.name(span, i), above, plane.height());
        }
        worths.add(new PeriodWorth.UnderLaw(span, rate, months, planes, h100e, equivalents));
    }

    // Where one of the two cannot be and nothing comes of the other alone.
    private static boolean nothing(
            ResearchTerms terms, List<PeriodWorth.Part> h100e, List<PeriodWorth.Part> equivalents) {
        return terms.rate(
                        h100e.isEmpty() ? 0 : terms.laboratoryH100e(),
                        equivalents.isEmpty() ? 0 : terms.laboratoryEquivalents())
                == 0;
    }

    /** Gives up planes that have bound nothing for long. */
    void age(SolverOutcome.Optimal solution) {
        lines.cuts()
                .ifPresent(cuts -> worths.forEach(each -> {
                    if (each instanceof PeriodWorth.UnderLaw law) {
                        cuts.age(law.span().first(), plane -> law.price(solution, plane) > 0);
                    }
                }));
    }

    /** What was written, at a solution. */
    List<PeriodWorth.Value> values(SolverOutcome.Optimal solution) {
        return worths.stream().map(each -> each.at(solution)).toList();
    }
}
