package muster.scaling.quality;

import muster.catalog.EntryKind;
import muster.document.Choice;

/** How the quality of a model hangs on something else than its size and its tokens: a teacher, a number format, experts, zeros. */
@Choice(by = "method")
public sealed interface QualityLaw permits Distillation, NumberFormats, RoutedExperts, SparseTraining {

    /** Laws of quality in the catalog. */
    EntryKind<QualityLaw> KIND = new EntryKind<>("quality-law/v1", "quality-laws", QualityLaw.class);
}
