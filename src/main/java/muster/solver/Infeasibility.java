package muster.solver;

import java.util.Optional;

/**
 * Proves that a program has no feasible point: the least room that lets all constraints be met is the relaxation, and the dual
 * values at that optimum are the weights of the conflict (Farkas).
 */
final class Infeasibility {
    private Infeasibility() {}

    static Optional<Outcome.Infeasible> prove(Program program) {
        Elastic elastic = Elastic.of(program);
        return Solver.optimum(elastic.program()).flatMap(least -> {
            double[] weights = program.constraints().stream()
                    .mapToDouble(constraint -> least.price(constraint.name()))
                    .toArray();
            Clash clash = Clash.of(program, weights);
            return clash.margin() > Certificate.TOLERANCE
                    ? Optional.of(new Outcome.Infeasible(
                            clash.constraints(), clash.bounds(), elastic.cure(least), clash.margin()))
                    : Optional.empty();
        });
    }
}
