package muster.technique.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.catalog.Catalog;
import muster.catalog.Entry;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.technique.Change;
import muster.technique.Design;
import muster.technique.Slot;
import muster.technique.Technique;
import muster.uncertainty.Source;

/**
 * A technique of the catalog, looked up.
 *
 * @param id its id
 * @param title what it is, in one line
 * @param slots the parts of a design that it fills
 * @param change what it does
 */
public record NamedTechnique(String id, String title, Set<Slot> slots, Change change) {
    private static final String TIME =
            "nothing that is generated changes; the time of a step, calibrated on measured servers";

    /** Looks techniques up; nothing where one is not there, which is reported. */
    public static List<NamedTechnique> all(Catalog catalog, List<Text> ids, Problems problems) {
        List<NamedTechnique> all = new ArrayList<>();
        for (Text id : ids) {
            Optional<String> title = catalog.entry(Technique.KIND, id, problems).flatMap(Entry::title);
            catalog.get(Technique.KIND, id, problems)
                    .ifPresent(technique -> technique
                            .resolve(catalog, problems)
                            .ifPresent(change -> all.add(new NamedTechnique(
                                    id.value(), title.orElse(id.value()), technique.slots(), change))));
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
    public boolean goesWith(NamedTechnique other) {
        return slots.stream().noneMatch(other.slots::contains);
    }

    private Slot first() {
        return slots.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    /** Techniques in the order in which they are applied. */
    static List<NamedTechnique> inOrder(List<NamedTechnique> techniques) {
        return techniques.stream()
                .sorted(Comparator.comparing(NamedTechnique::first))
                .toList();
    }

    /** How well its effect on quality is known. */
    public QualityEvidence standing() {
        return QualityEvidence.of(change.ground());
    }

    /** The source of its effect. */
    public String source() {
        return change.ground()
                .map(input -> input.source().map(Source::citation).orElse("no source"))
                .orElse(TIME);
    }
}
