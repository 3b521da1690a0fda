package muster.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A sum of variables times numbers, put together term by term. */
public final class LinearExpression {
    private final List<LinearTerm> terms = new ArrayList<>();

    /** Adds a term to this sum; terms of one variable add up. */
    public LinearExpression plus(double coefficient, Variable variable) {
        terms.add(new LinearTerm(ProgramChecks.finite(coefficient, "The coefficient of " + variable.name()), variable));
        return this;
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** One term for each variable, in the order of the program; none that is zero. */
    List<LinearTerm> terms() {
        List<LinearTerm> sorted = new ArrayList<>(terms);
        sorted.sort(Comparator.comparingInt(term -> term.variable().index()));
        List<LinearTerm> merged = new ArrayList<>(sorted.size());
        for (LinearTerm term : sorted) {
            int last = merged.size() - 1;
            if (last >= 0
                    && merged.get(last).variable().index() == term.variable().index()) {
                merged.set(last, new LinearTerm(merged.get(last).coefficient() + term.coefficient(), term.variable()));
            } else {
                merged.add(term);
            }
        }
        merged.removeIf(term -> term.coefficient() == 0);
        return List.copyOf(merged);
    }
}
