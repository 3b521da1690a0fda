package muster.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Solves programs; every outcome is proven from the program itself, or said to be unverified. */
public final class Solver {
    private static final double FEW_DIGITS = 1e-12;

    private Solver() {}

    /** What becomes of a program. */
    public static SolverOutcome solve(LinearProgram program) {
        Optional<SolverOutcome.Optimal> bySums = Aggregation.optimum(program);
        return bySums.isPresent()
                ? bySums.get()
                : each(program).match(optimal -> exacter(program, optimal), none -> none, none -> none, none -> none);
    }

    // Of coefficients of every size what holds to nine digits may be far from what holds: where few digits were lost
    // there is
    // none to find.
    private static SolverOutcome exacter(LinearProgram program, SolverOutcome.Optimal optimal) {
        return optimal.certificate().primalResidual() <= FEW_DIGITS
                ? optimal
                : inFractions(program).orElse(optimal);
    }

    private static SolverOutcome each(LinearProgram program) {
        List<String> reasons = new ArrayList<>();
        List<CandidateSolution> seen = new ArrayList<>();
        for (SimplexVariant simplex : SimplexVariant.values()) {
            Optional<OjAlgoSolver.Answer> answer = ask(program, simplex, reasons);
            Optional<? extends SolverOutcome> proven = answer.flatMap(found -> prove(program, simplex, found, seen));
            if (proven.isPresent()) {
                return proven.get();
            }
            answer.ifPresent(found -> reasons.add(reason(simplex, found)));
        }
        Optional<SolverOutcome.Optimal> exact = inFractions(program);
        if (exact.isPresent()) {
            return exact.get();
        }
        // The library calls some programs solved that have no feasible point, or no limit.
        Optional<? extends SolverOutcome> none = Infeasibility.prove(program);
        none = none.isPresent() ? none : FractionSimplex.solved(program).flatMap(FractionSimplex::unbounded);
        return none.isPresent() ? none.get() : new SolverOutcome.Unverified(reasons);
    }

    private static Optional<SolverOutcome.Optimal> inFractions(LinearProgram program) {
        return FractionSimplex.solved(program)
                .flatMap(FractionSimplex::optimum)
                .filter(candidate -> candidate.certificate().holds())
                .map(CandidateSolution::optimal);
    }

    /** The optimum of a program that is known to have one, if it can be proven. */
    static Optional<SolverOutcome.Optimal> optimum(LinearProgram program) {
        List<CandidateSolution> seen = new ArrayList<>();
        for (SimplexVariant simplex : SimplexVariant.values()) {
            Optional<SolverOutcome.Optimal> proven =
                    ask(program, simplex, new ArrayList<>()).flatMap(found -> optimal(program, simplex, found, seen));
            if (proven.isPresent()) {
                return proven;
            }
        }
        return inFractions(program);
    }

    private static Optional<? extends SolverOutcome> prove(
            LinearProgram program, SimplexVariant simplex, OjAlgoSolver.Answer answer, List<CandidateSolution> seen) {
        Optional<SolverOutcome.Optimal> optimal = proven(answer.candidate(), seen);
        if (optimal.isPresent()) {
            return optimal;
        }
        Optional<? extends SolverOutcome> claimed = switch (answer.claim()) {
            case INFEASIBLE -> Infeasibility.prove(program);
            case UNBOUNDED -> UnboundedRay.prove(program);
            case OPTIMAL, NOTHING -> Optional.empty();
        };
        return claimed.isPresent() ? claimed : refined(program, simplex, answer, seen);
    }

    // Whatever the library calls its answer: a point and dual values that pass are the optimum.
    private static Optional<SolverOutcome.Optimal> optimal(
            LinearProgram program, SimplexVariant simplex, OjAlgoSolver.Answer answer, List<CandidateSolution> seen) {
        Optional<SolverOutcome.Optimal> proven = proven(answer.candidate(), seen);
        return proven.isPresent() ? proven : refined(program, simplex, answer, seen);
    }

    private static Optional<SolverOutcome.Optimal> refined(
            LinearProgram program, SimplexVariant simplex, OjAlgoSolver.Answer answer, List<CandidateSolution> seen) {
        if (answer.claim() == OjAlgoSolver.Claim.INFEASIBLE) {
            return Optional.empty();
        }
        try {
            return IterativeRefinement.of(program, answer.candidate(), simplex).stream()
                    .map(refined -> proven(refined, seen))
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (RuntimeException undocumented) {
            // As when it is asked: one way less to try.
            return Optional.empty();
        }
    }

    // The point of one answer and the dual values of another make as good a proof.
    private static Optional<SolverOutcome.Optimal> proven(CandidateSolution last, List<CandidateSolution> seen) {
        List<CandidateSolution> pairs = new ArrayList<>(List.of(last));
        seen.forEach(earlier -> pairs.addAll(List.of(earlier.pricedAs(last), last.pricedAs(earlier))));
        seen.add(last);
        return pairs.stream()
                .filter(candidate -> candidate.certificate().holds())
                .findFirst()
                .map(CandidateSolution::optimal);
    }

    private static Optional<OjAlgoSolver.Answer> ask(
            LinearProgram program, SimplexVariant simplex, List<String> reasons) {
        try {
            return Optional.of(OjAlgoSolver.ask(program, simplex));
        } catch (RuntimeException e) {
            // The library fails in ways that it does not document; one way less to try, no fault of the program.
            reasons.add("%s: failed with %s".formatted(simplex, e));
            return Optional.empty();
        }
    }

    private static String reason(SimplexVariant simplex, OjAlgoSolver.Answer answer) {
        Certificate certificate = answer.candidate().certificate();
        return String.format(
                Locale.ROOT,
                "%s: says %s, and the proof fails (primal residual %.1e, dual residual %.1e, gap %.1e)",
                simplex,
                answer.claim(),
                certificate.primalResidual(),
                certificate.dualResidual(),
                certificate.gap());
    }
}
