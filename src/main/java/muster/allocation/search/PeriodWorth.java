package muster.allocation.search;

import java.util.List;
import java.util.Optional;
import muster.allocation.problem.PeriodGroup;
import muster.allocation.problem.ResearchTerms.Plane;
import muster.solver.SolverOutcome;
import muster.solver.Variable;

/** What what is done in a period of a span is worth in a program. */
sealed interface PeriodWorth {

    /**
     * What chips add to a sum.
     *
     * @param chips the variable of the chips
     * @param each what one of them adds
     */
    record Part(Variable chips, double each) {
        static double sum(List<Part> parts, SolverOutcome.Optimal solution) {
            return parts.stream()
                    .mapToDouble(part -> part.each() * solution.value(part.chips()))
                    .sum();
        }
    }

    /**
     * That at a solution.
     *
     * @param span the span
     * @param h100e compute of experiments in each of its periods, in H100e
     * @param equivalents equivalents at work in each
     * @param worth what they are worth under the lines of the program
     * @param prices under a law of research, what more of either is worth: the planes that bind, weighed by their dual values
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
     * @param planes the planes that hold the rate
     * @param h100e what chips add to the compute of experiments
     * @param equivalents what chips add to equivalents
     */
    record UnderLaw(
            PeriodGroup span,
            Variable rate,
            double months,
            List<Plane> planes,
            List<Part> h100e,
            List<Part> equivalents)
            implements PeriodWorth {

        /** What the constraint of a plane is called. */
        static String name(PeriodGroup span, int plane) {
            return span.name("law") + "." + (plane + 1);
        }

        /** The dual value of a plane. */
        double price(SolverOutcome.Optimal solution, int plane) {
            return solution.price(name(span, plane));
        }

        @Override
        public Value at(SolverOutcome.Optimal solution) {
            return new Value(
                    span,
                    Part.sum(h100e, solution),
                    Part.sum(equivalents, solution),
                    months * solution.value(rate),
                    prices(solution));
        }

        // Where one of the two cannot be, nothing is known of its worth.
        private Optional<Plane> prices(SolverOutcome.Optimal solution) {
            if (h100e.isEmpty() || equivalents.isEmpty()) {
                return Optional.empty();
            }
            double height = 0;
            double perH100e = 0;
            double perEquivalent = 0;
            for (int i = 0; i < planes.size(); i++) {
                double weight = price(solution, i) / span.length();
                height += weight * planes.get(i).height();
                perH100e += weight * planes.get(i).perH100e();
                perEquivalent += weight * planes.get(i).perEquivalent();
            }
            return Optional.of(new Plane(height, perH100e, perEquivalent));
        }
    }
}
