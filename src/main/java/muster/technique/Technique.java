package muster.technique;

import java.util.Optional;
import java.util.Set;
import muster.catalog.Kind;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.document.Choice;

/** A way to get more from the same chips: a change to a {@link Design}, and never a factor on its speed. */
@Choice(by = "method")
public sealed interface Technique
        permits NumberFormat,
                Distilled,
                OverTrained,
                Pruned,
                SparseWeights,
                Experts,
                SharedKeys,
                Guessing,
                LongerAnswers,
                RequiredSpeed,
                PromptsApart {

    /** Techniques in the catalog. */
    Kind<Technique> KIND = new Kind<>("technique/v1", "techniques", Technique.class);

    /** The parts of a design that it fills. */
    Set<Slot> slots();

    /** Looks up what it names. */
    Optional<Change> resolve(Shelf shelf, Problems problems);
}
