package muster.solver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A point and dual values that claim to be optimal, held against the program as written.
 *
 * <p>Values are brought within the bounds of their variables and dual values to the sign that their constraint has; either only
 * changes what is checked, since weak duality holds for any dual values of the right sign.
 */
final class CandidateSolution {
    // Where terms cancel to less than this part of them, the objective has no more digits than it leaves.
    private static final double LEAST_PART = 1e-4;
    // A reduced cost that is less of its terms is what is left where dual values are rounded to doubles.
    private static final double LAST_DIGIT = 0x1p-50;

    private final LinearProgram program;
    private final double[] values;
    private final double[] prices;
    private final double[] reduced;
    private final double[] left;
    private double primalResidual;
    private double dualResidual;
    private double objective;
    private double bound;
    private double size;
    // What breaches are worth at the dual values: by as much the objective may be too good.
    private double doubt;

    private CandidateSolution(LinearProgram program, double[] values, double[] prices) {
        this.program = program;
        this.values = values;
        this.prices = prices;
        this.reduced = new double[values.length];
        this.left = new double[prices.length];
    }

    /**
     * Checks a claim.
     *
     * @param program the program
     * @param values the values by the index of the variable
     * @param prices the dual values by the index of the constraint
     */
    static CandidateSolution of(LinearProgram program, double[] values, double[] prices) {
        double[] within = values.clone();
        program.variables()
                .forEach(variable -> within[variable.index()] = variable.clamp(values[variable.index()]) + 0.0);
        double[] signed = prices.clone();
        for (int row = 0; row < signed.length; row++) {
            boolean fits = program.constraints()
                    .get(row)
                    .relation()
                    .allows(signed[row] * program.sense().sign());
            signed[row] = fits ? signed[row] + 0.0 : 0;
        }
        CandidateSolution candidate = new CandidateSolution(program, within, signed);
        candidate.checkPoint();
        candidate.checkDuals();
        return candidate;
    }

    /** The values by the index of the variable. */
    double[] values() {
        return values.clone();
    }

    /** The dual values by the index of the constraint. */
    double[] prices() {
        return prices.clone();
    }

    /** The reduced costs by the index of the variable. */
    double[] reduced() {
        return reduced.clone();
    }

    /** The left sides by the index of the constraint. */
    double[] left() {
        return left.clone();
    }

    /** This point with the dual values of another. */
    CandidateSolution pricedAs(CandidateSolution other) {
        return of(program, values, other.prices);
    }

    private void checkPoint() {
        CompensatedSum total = new CompensatedSum();
        program.objective()
                .forEach(term ->
                        total.add(term.coefficient(), values[term.variable().index()]));
        objective = total.value();
        size = total.size();
        List<Constraint> constraints = program.constraints();
        for (int row = 0; row < constraints.size(); row++) {
            Constraint constraint = constraints.get(row);
            CompensatedSum sum = new CompensatedSum();
            constraint
                    .terms()
                    .forEach(term ->
                            sum.add(term.coefficient(), values[term.variable().index()]));
            left[row] = sum.value();
            double breach = constraint.relation().violation(left[row], constraint.bound());
            if (breach > 0) {
                primalResidual = Math.max(primalResidual, breach / Math.max(sum.size(), Math.abs(constraint.bound())));
                doubt += breach * Math.abs(prices[row]);
            }
        }
    }

    private void checkDuals() {
        CompensatedSum[] columns = new CompensatedSum[values.length];
        double[] costs = program.costs();
        for (int j = 0; j < columns.length; j++) {
            columns[j] = new CompensatedSum();
            columns[j].add(costs[j], 1);
        }
        CompensatedSum total = new CompensatedSum();
        List<Constraint> constraints = program.constraints();
        for (int row = 0; row < constraints.size(); row++) {
            Constraint constraint = constraints.get(row);
            double price = prices[row];
            total.add(price, constraint.bound());
            constraint.terms().forEach(term -> columns[term.variable().index()].add(-price, term.coefficient()));
        }
        for (Variable variable : program.variables()) {
            CompensatedSum column = columns[variable.index()];
            double cost = Math.abs(column.value()) <= LAST_DIGIT * column.size() ? 0 : column.value();
            reduced[variable.index()] = cost;
            double best = cost * program.sense().sign() > 0 ? variable.high() : variable.low();
            if (Double.isFinite(best)) {
                total.add(cost, best);
            } else if (cost != 0) {
                dualResidual = Math.max(dualResidual, Math.abs(cost) / column.size());
                doubt += Math.abs(cost * values[variable.index()]);
            }
        }
        bound = total.value();
        size += total.size();
    }

    /** The proof, whether it holds or not. */
    Certificate certificate() {
        double difference = Math.abs(bound - objective) + doubt;
        double scale = Math.max(Math.abs(objective), size * LEAST_PART);
        return new Certificate(primalResidual, dualResidual, difference == 0 ? 0 : difference / scale);
    }

    /** The answer; only for a proof that holds. */
    SolverOutcome.Optimal optimal() {
        Map<String, Double> byVariable = new LinkedHashMap<>();
        Map<String, Double> costs = new LinkedHashMap<>();
        for (Variable variable : program.variables()) {
            byVariable.put(variable.name(), values[variable.index()]);
            costs.put(variable.name(), reduced[variable.index()]);
        }
        Map<String, Double> byConstraint = new LinkedHashMap<>();
        Map<String, Double> slacks = new LinkedHashMap<>();
        for (int row = 0; row < prices.length; row++) {
            Constraint constraint = program.constraints().get(row);
            byConstraint.put(constraint.name(), prices[row]);
            double slack = constraint.relation() == Relation.AT_LEAST
                    ? left[row] - constraint.bound()
                    : constraint.bound() - left[row];
            slacks.put(constraint.name(), slack);
        }
        return new SolverOutcome.Optimal(objective, bound, byVariable, byConstraint, costs, slacks, certificate());
    }
}
