/**
 * Linear programs in a vocabulary of our own, and answers that carry their proof. Nothing leaves this package that was not
 * checked against the program as it was written, with arithmetic that is not the library's.
 *
 * <pre>{@code
 * Program.Builder plan = Program.maximise();
 * Variable doors = plan.variable("doors", 0, Double.POSITIVE_INFINITY);
 * Variable windows = plan.variable("windows", 0, Double.POSITIVE_INFINITY);
 * plan.objective(new Sum().plus(3, doors).plus(5, windows));
 * plan.atMost("plant-3", new Sum().plus(3, doors).plus(2, windows), 18);
 * Outcome outcome = Solver.solve(plan.build());
 * }</pre>
 */
@NullMarked
package muster.solver;

import org.jspecify.annotations.NullMarked;
