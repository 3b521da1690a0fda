package muster.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Solves programs; every outcome is proven from the program itself, or said to be unverified. */
public final class Solver {
    private Solver() {}

    /** What becomes of a program. */
    public static Outcome solve(Program program) {
        List<String> reasons = new ArrayList<>();
        for (Simplex simplex : Simplex.values()) {
            Optional<? extends Outcome> proven = attempt(program, simplex, reasons);
            if (proven.isPresent()) {
                return proven.get();
            }
        }
        return new Outcome.Unverified(reasons);
    }

    /** The optimum of a program that is known to have one, if it can be proven. */
    static Optional<Outcome.Optimal> optimum(Program program) {
        for (Simplex simplex : Simplex.values()) {
            Optional<Library.Answer> answer = ask(program, simplex, new ArrayList<>());
            Optional<Outcome.Optimal> proven = answer.flatMap(Solver::optimal);
            if (proven.isPresent()) {
                return proven;
            }
        }
        return Optional.empty();
    }

    private static Optional<? extends Outcome> attempt(Program program, Simplex simplex, List<String> reasons) {
        Optional<Library.Answer> answer = ask(program, simplex, reasons);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        Optional<? extends Outcome> proven = optimal(answer.get());
        if (proven.isEmpty()) {
            proven = switch (answer.get().claim()) {
                case INFEASIBLE -> Infeasibility.prove(program);
                case UNBOUNDED -> Ray.prove(program);
                case OPTIMAL, NOTHING -> Optional.empty();
            };
        }
        if (proven.isEmpty()) {
            reasons.add(reason(simplex, answer.get()));
        }
        return proven;
    }

    // Whatever the library calls its answer: a point and prices that pass are the optimum.
    private static Optional<Outcome.Optimal> optimal(Library.Answer answer) {
        Candidate candidate = answer.candidate();
        return candidate.certificate().holds() ? Optional.of(candidate.optimal()) : Optional.empty();
    }

    private static Optional<Library.Answer> ask(Program program, Simplex simplex, List<String> reasons) {
        try {
            return Optional.of(Library.ask(program, simplex));
        } catch (RuntimeException e) {
            // The library fails in ways that it does not document; one way less to try, no fault of the program.
            reasons.add("%s: failed with %s".formatted(simplex, e));
            return Optional.empty();
        }
    }

    private static String reason(Simplex simplex, Library.Answer answer) {
        Certificate certificate = answer.candidate().certificate();
        return "%s: says %s, and the proof fails (primal residual %.1e, dual residual %.1e, gap %.1e)"
                .formatted(
                        simplex,
                        answer.claim(),
                        certificate.primalResidual(),
                        certificate.dualResidual(),
                        certificate.gap());
    }
}
