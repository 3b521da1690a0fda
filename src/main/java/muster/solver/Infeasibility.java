package muster.solver;

import java.util.Optional;

/**
 * Proves that a program has no feasible point: the least room that lets all constraints be met is the relaxation, and the dual
 * values at that optimum are the weights of the conflict (Farkas).
 */
final class Infeasibility {
    private Infeasibility() {}

    static Optional<SolverOutcome.Infeasible> prove(LinearProgram program) {
        ElasticProgram elastic = ElasticProgram.of(program);
        return Solver.optimum(elastic.program()).flatMap(least -> {
            double[] weights = program.constraints().stream()
                    .mapToDouble(constraint -> least.price(constraint.name()))
                    .toArray();
            double[] sizes = program.constraints().stream()
                    .mapToDouble(constraint -> elastic.size(constraint.name()))
                    .toArray();
            FarkasCertificate clash = FarkasCertificate.of(program, weights, sizes);
            return clash.margin() > Certificate.TOLERANCE
                    ? Optional.of(new SolverOutcome.Infeasible(
                            clash.constraints(), clash.bounds(), elastic.relaxation(least), clash.margin()))
                    : Optional.empty();
        });
    }
}
