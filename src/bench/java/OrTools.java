import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import muster.allocation.Allocated;
import muster.solver.Constraint;
import muster.solver.Program;
import muster.solver.Term;

/**
 * GLOP or CLP of OR-Tools on the linear program of the best plan of {@link Allocation}, in process: the least seconds of five,
 * and the objective.
 *
 * <pre>
 * java -cp CLASSES:target/muster.jar:ORTOOLS OrTools CHIPS PERIODS VARIANTS LIMITS GLOP
 * </pre>
 */
public final class OrTools {
    private OrTools() {}

    public static void main(String[] arguments) {
        Loader.loadNativeLibraries();
        Program program = Allocated.best(Allocation.situation(arguments)).orElseThrow().program();
        double[] objective = {0};
        double seconds = IntStream.range(0, 5)
                .mapToDouble(i -> Allocation.seconds(() -> objective[0] = solve(program, arguments[4])))
                .min()
                .orElseThrow();
        System.out.printf(Locale.ROOT, "%.6f %.12g%n", seconds, objective[0]);
    }

    private static double solve(Program program, String name) {
        MPSolver solver = MPSolver.createSolver(name);
        List<MPVariable> variables = program.variables().stream()
                .map(variable -> solver.makeNumVar(variable.low(), variable.high(), variable.name()))
                .toList();
        for (Term term : program.objective()) {
            solver.objective().setCoefficient(variables.get(term.variable().index()), term.coefficient());
        }
        solver.objective().setMaximization();
        for (Constraint constraint : program.constraints()) {
            double bound = constraint.bound();
            MPConstraint row = switch (constraint.relation()) {
                case AT_MOST -> solver.makeConstraint(Double.NEGATIVE_INFINITY, bound);
                case AT_LEAST -> solver.makeConstraint(bound, Double.POSITIVE_INFINITY);
                case EQUAL -> solver.makeConstraint(bound, bound);
            };
            for (Term term : constraint.terms()) {
                row.setCoefficient(variables.get(term.variable().index()), term.coefficient());
            }
        }
        if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
            throw new IllegalStateException(name + " found no optimum");
        }
        return solver.objective().value();
    }
}
