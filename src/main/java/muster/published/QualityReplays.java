package muster.published;

import java.util.Optional;
import java.util.OptionalDouble;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.scaling.quality.NumberFormats;
import muster.scaling.quality.QualityLaw;
import muster.scaling.quality.SparseTraining;
import muster.unit.Quantity;

/** What laws of quality say. */
final class QualityReplays {
    private QualityReplays() {}

    /** What the law says; nothing where it is not known or says nothing of that, which is reported. */
    static Optional<Quantity> of(FigureComputation.Quality ours, Catalog catalog, Problems problems) {
        return catalog.get(QualityLaw.KIND, ours.qualityLaw(), problems).flatMap(law -> {
            OptionalDouble told = told(law, ours);
            if (told.isEmpty()) {
                problems.error(
                        "not-told",
                        ours.qualityLaw().place(),
                        "%s is no law of sparse training with a sparsity beside it, and none of number formats without one"
                                .formatted(ours.qualityLaw().value()));
            }
            return told.isPresent() ? Optional.of(Quantity.of(told.getAsDouble(), "1")) : Optional.empty();
        });
    }

    private static OptionalDouble told(QualityLaw law, FigureComputation.Quality ours) {
        if (law instanceof SparseTraining sparse && ours.sparsity().isPresent()) {
            return OptionalDouble.of(
                    sparse.central().denseSize(ours.sparsity().get().central()));
        }
        return law instanceof NumberFormats formats && ours.sparsity().isEmpty()
                ? OptionalDouble.of(formats.central().bestBits())
                : OptionalDouble.empty();
    }
}
