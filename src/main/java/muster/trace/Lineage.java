package muster.trace;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;

/** What figures are made of. */
final class Lineage {
    private Lineage() {}

    /** The figures with all that they are made of, operands before what is made of them. */
    static List<Figure> of(Collection<Figure> figures) {
        TreeSet<Figure> found = new TreeSet<>(Comparator.comparingInt(Figure::index));
        Deque<Figure> open = new ArrayDeque<>(figures);
        while (!open.isEmpty()) {
            Figure figure = open.pop();
            if (found.add(figure)) {
                open.addAll(figure.recipe().operands());
            }
        }
        return List.copyOf(found);
    }
}
