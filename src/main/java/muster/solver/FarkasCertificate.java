package muster.solver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Constraints with weights that add up to something that no point within bounds meets (Farkas's lemma):
 *
 * <pre>
 * for all x within bounds:  sum_i w_i (a_i x) &lt; sum_i w_i b_i,  w_i &gt;= 0 for at-least, &lt;= 0 for at-most
 * </pre>
 *
 * Whoever meets the constraints meets the opposite, so nobody does.
 *
 * @param constraints the weights that are not zero, by the name of the constraint
 * @param bounds the variables whose bounds take part
 * @param margin the right side less the most of the left, over the sizes of their terms
 */
record FarkasCertificate(Map<String, Double> constraints, List<String> bounds, double margin) {
    // Weights below this part of the greatest are rounding.
    private static final double LEAST_WEIGHT = 1e-9;

    /**
     * Weights held against a program.
     *
     * @param program the program
     * @param weights the weight of each constraint
     * @param sizes the size of each constraint, in its unit
     */
    static FarkasCertificate of(LinearProgram program, double[] weights, double[] sizes) {
        List<CompensatedSum> sums = program.variables().stream()
                .map(variable -> new CompensatedSum())
                .toList();
        double greatest = IntStream.range(0, weights.length)
                .mapToDouble(row -> Math.abs(weights[row]) * sizes[row])
                .max()
                .orElse(0);
        Map<String, Double> constraints = new LinkedHashMap<>();
        CompensatedSum need = new CompensatedSum();
        for (int row = 0; row < weights.length; row++) {
            double weight = weights[row];
            if (Math.abs(weight) * sizes[row] <= LEAST_WEIGHT * greatest) {
                continue;
            }
            Constraint constraint = program.constraints().get(row);
            constraints.put(constraint.name(), weight);
            need.add(weight, constraint.bound());
            constraint.terms().forEach(term -> sums.get(term.variable().index()).add(weight, term.coefficient()));
        }
        List<Variable> taking = program.variables().stream()
                .filter(variable -> matters(sums.get(variable.index())))
                .toList();
        CompensatedSum most = new CompensatedSum();
        for (Variable variable : taking) {
            double sum = sums.get(variable.index()).value();
            most.add(sum, sum > 0 ? variable.high() : variable.low());
        }
        double size = need.size() + most.size();
        double margin = size > 0 && Double.isFinite(size) ? (need.value() - most.value()) / size : 0;
        return new FarkasCertificate(
                constraints, taking.stream().map(Variable::name).toList(), margin);
    }

    // A sum that cancels to rounding is none, and no infinite bound counts against it.
    private static boolean matters(CompensatedSum sum) {
        return Math.abs(sum.value()) > Certificate.TOLERANCE * sum.size();
    }
}
