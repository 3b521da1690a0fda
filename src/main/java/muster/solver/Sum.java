package muster.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A sum of variables times numbers, put together term by term. */
public final class Sum {
    private final List<Term> terms = new ArrayList<>();

    /** Adds a term to this sum; terms of one variable add up. */
    public Sum plus(double coefficient, Variable variable) {
        terms.add(new Term(Check.finite(coefficient, "The coefficient of " + variable.name()), variable));
        return this;
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** One term for each variable, in the order of the program; none that is zero. */
    List<Term> terms() {
        List<Term> sorted = new ArrayList<>(terms);
        sorted.sort(Comparator.comparingInt(term -> term.variable().index()));
        List<Term> merged = new ArrayList<>(sorted.size());
        for (Term term : sorted) {
            int last = merged.size() - 1;
            if (last >= 0
                    && merged.get(last).variable().index() == term.variable().index()) {
                merged.set(last, new Term(merged.get(last).coefficient() + term.coefficient(), term.variable()));
            } else {
                merged.add(term);
            }
        }
        merged.removeIf(term -> term.coefficient() == 0);
        return List.copyOf(merged);
    }
}
