package muster.technique;

import java.util.Optional;
import java.util.Set;
import muster.catalog.Catalog;
import muster.catalog.EntryKind;
import muster.diagnostic.Problems;
import muster.document.Choice;

/** A way to get more from the same chips: a change to a {@link Design}, and never a factor on its speed. */
@Choice(by = "method")
public sealed interface Technique
        permits NumberFormat,
                KnowledgeDistillation,
                OverTrained,
                Pruned,
                SparseWeights,
                MixtureOfExperts,
                AttentionVariant,
                SpeculativeDecoding,
                TestTimeCompute,
                RequiredSpeed,
                DisaggregatedPrefill {

    /** Techniques in the catalog. */
    EntryKind<Technique> KIND = new EntryKind<>("technique/v1", "techniques", Technique.class);

    /** The parts of a design that it fills. */
    Set<Slot> slots();

    /** Looks up what it names. */
    Optional<Change> resolve(Catalog catalog, Problems problems);
}
