package muster.technique;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.catalog.Entry;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.uncertainty.Source;

/**
 * A technique of the catalog, looked up.
 *
 * @param id its id
 * @param title what it is, in one line
 * @param slots the parts of a design that it fills
 * @param change what it does
 */
public record Named(String id, String title, Set<Slot> slots, Change change) {
    private static final String TIME =
            "nothing that is generated changes; the time of a step, calibrated on measured servers";

    /** Looks techniques up; nothing where one is not there, which is reported. */
    public static List<Named> all(Shelf shelf, List<Text> ids, Problems problems) {
        List<Named> all = new ArrayList<>();
        for (Text id : ids) {
            Optional<String> title = shelf.entry(Technique.KIND, id, problems).flatMap(Entry::title);
            shelf.get(Technique.KIND, id, problems)
                    .ifPresent(technique -> technique
                            .resolve(shelf, problems)
                            .ifPresent(change -> all.add(
                                    new Named(id.value(), title.orElse(id.value()), technique.slots(), change))));
        }
        return problems.none() ? List.copyOf(all) : List.of();
    }

    /** Whether a design has it already: it is served as it would be with it, and the model is the same. */
    public boolean in(Design design) {
        return change.onSameWeights(design)
                .design()
                .filter(other -> other.serving().equals(design.serving())
                        && other.model().worth() == 1)
                .isPresent();
    }

    /** A design without what it fills: numbers in 16 bits, no draft tokens. */
    public Design without(Design design) {
        return design.served(serving -> serving.without(slots));
    }

    /** Whether both can be had together. */
    public boolean goesWith(Named other) {
        return slots.stream().noneMatch(other.slots::contains);
    }

    private Slot first() {
        return slots.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    /** Techniques in the order in which they are applied. */
    static List<Named> inOrder(List<Named> techniques) {
        return techniques.stream().sorted(Comparator.comparing(Named::first)).toList();
    }

    /** How well its effect on quality is known. */
    public Standing standing() {
        return Standing.of(change.ground());
    }

    /** The source of its effect. */
    public String source() {
        return change.ground()
                .map(input -> input.source().map(Source::citation).orElse("no source"))
                .orElse(TIME);
    }
}
