package muster.solver;

/**
 * How far an answer is from proven optimal, computed from the program as written and nothing of the library's but the point
 * and the dual values. All three are relative, so 1e-9 means the ninth digit.
 *
 * <pre>
 * primal residual = the greatest breach of a constraint / the greater of its bound and the sum of its terms' sizes
 * dual residual   = the greatest reduced cost that an infinite bound forbids / the sum of its terms' sizes
 * gap             = (|bound from the dual values - objective| + what breaches are worth at the dual values)
 *                   / the greater of the objective and the ten-thousandth of the sizes of its terms, and of those of the bound
 * </pre>
 *
 * The terms of the objective are c x, those of the bound b y and the reduced costs times the bounds of variables. An optimum of 0
 * is proven by terms that cancel to the 13th digit. A reduced cost of less than the last digit of its terms counts as none.
 *
 * By weak duality no point has a better objective than the bound from the dual values; where every variable has finite bounds
 * this needs no tolerance on the dual values at all. Point and dual values lie within the bounds and signs that are theirs.
 *
 * @param primalResidual how far the point is from feasible
 * @param dualResidual how far the dual values are from feasible
 * @param gap how far objective and bound are apart
 */
public record Certificate(double primalResidual, double dualResidual, double gap) {
    /** What an answer may miss and still count as proven. */
    public static final double TOLERANCE = 1e-9;

    /** Whether the answer is proven. */
    public boolean holds() {
        return primalResidual <= TOLERANCE && dualResidual <= TOLERANCE && gap <= TOLERANCE;
    }
}
