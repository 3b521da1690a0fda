package muster.allocation.search;

import java.util.List;
import java.util.Optional;
import muster.allocation.problem.PeriodGroup;
import muster.allocation.problem.ResearchTerms;
import muster.allocation.problem.ResearchTerms.Plane;
import muster.solver.SolverOutcome;
import muster.solver.Variable;

/** What what is done in a period of a span is worth in a program. */
sealed interface PeriodWorth {

    /**
     * That at a solution.
     *
     * @param span the span
     * @param h100e compute of experiments in each of its periods, in H100e
     * @param equivalents equivalents at work in each
     * @param worth what they are worth under the lines of the program
     * @param prices under a law of research, what more of either is worth by the dual values, as a plane through that worth
     */
    record Value(PeriodGroup span, double h100e, double equivalents, double worth, Optional<Plane> prices) {}

    /** The span. */
    PeriodGroup span();

    /** What it is worth at a solution. */
    Value at(SolverOutcome.Optimal solution);

    /**
     * Worth of equivalents alone, under tangents: of none, and of each step of them.
     *
     * @param span the span
     * @param none the variable of what no equivalents are worth
     * @param steps the variables of the steps
     * @param lines the tangents of the steps
     */
    record Steps(PeriodGroup span, Variable none, List<Variable> steps, List<Tangents.Step> lines)
            implements PeriodWorth {
        @Override
        public Value at(SolverOutcome.Optimal solution) {
            double equivalents = 0;
            double worth = solution.value(none);
            for (int step = 0; step < steps.size(); step++) {
                double taken = solution.value(steps.get(step));
                equivalents += taken;
                worth += lines.get(step).slope() * taken;
            }
            return new Value(span, 0, equivalents, worth, Optional.empty());
        }
    }

    /**
     * Worth under a law of research.
     *
     * @param span the span
     * @param rate the variable of the rate of research
     * @param months what a rate of 1 is worth in a period
     * @param terms the law
     * @param compute the variable of the compute of experiments over the laboratory's, where any chip can run some
     * @param labour the variable of the equivalents over the laboratory's, where any chip can serve some
     */
    record UnderLaw(
            PeriodGroup span,
            Variable rate,
            double months,
            ResearchTerms terms,
            Optional<Variable> compute,
            Optional<Variable> labour)
            implements PeriodWorth {
        /** What the variable of compute is called. */
        static final String COMPUTE = "compute";

        /** What the variable of labour is called. */
        static final String LABOUR = "labour";

        /** What the constraint that makes a variable the sum of what chips do is called; the name of the variable follows. */
        static final String SUM = "sum-";

        @Override
        public Value at(SolverOutcome.Optimal solution) {
            double h100e = terms.laboratoryH100e() * compute.map(solution::value).orElse(0.0);
            double equivalents = terms.laboratoryEquivalents() * labour.map(solution::value).orElse(0.0);
            double worth = months * solution.value(rate);
            boolean both = compute.isPresent() && labour.isPresent();
            double perH100e = price(solution, compute, COMPUTE);
            double perEquivalent = price(solution, labour, LABOUR);
            Plane prices = new Plane(worth - perH100e * h100e - perEquivalent * equivalents, perH100e, perEquivalent);
            return new Value(span, h100e, equivalents, worth, Optional.of(prices).filter(plane -> both));
        }

        // The sum is at least what is made of it, so more on its right side is less of either.
        private double price(SolverOutcome.Optimal solution, Optional<Variable> variable, String name) {
            return variable.isPresent() ? -solution.price(span.name(SUM + name)) / span.length() : 0;
        }
    }
}
