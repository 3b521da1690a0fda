package muster.technique;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.document.Range;
import muster.document.yaml.Text;
import muster.scaling.quality.Pruning;
import muster.scaling.quality.QualityLaw;
import muster.scaling.quality.SparseTraining;
import muster.uncertainty.Input;

/**
 * Weights of which a part is zero and not stored, trained so. Products are computed at the dense rate: only the loading of
 * weights gets cheaper.
 *
 * @param sparsity the part that is zero
 * @param law the law of the loss at a sparsity
 * @param indexBits bits that say where a weight stands, for each that is stored
 */
record SparseWeights(
        @In(value = "1", range = Range.PART) Input sparsity,
        Text law,
        @In(value = "1", range = Range.NON_NEGATIVE) Input indexBits)
        implements Technique {
    private static final double BITS_PER_BYTE = 8;

    @Override
    public Set<Slot> slots() {
        return Set.of(Slot.TRAINING);
    }

    @Override
    public Optional<Change> resolve(Catalog catalog, Problems problems) {
        return catalog.bind(QualityLaw.KIND, law, "law", problems).flatMap(found -> {
            if (found instanceof SparseTraining sparse) {
                return Optional.of(new Prepared(this, sparse));
            }
            problems.error("unlike-law", law.place(), "%s is no law of sparse training".formatted(law.value()));
            return Optional.empty();
        });
    }

    private record Prepared(SparseWeights of, SparseTraining law) implements Change {

        @Override
        public Attempt atEqualLoss(Design design) {
            double sparsity = of.sparsity.central();
            Pruning pruning = law.central();
            // The stored weights stand for more; the dense matrices that hold them are larger by what is zero.
            double stored = 1 / pruning.denseSize(sparsity);
            double whole = stored / (1 - sparsity);
            double bytes = design.serving()
                    .weightBytes()
                    .orElse(design.serving().encodings().weights().bytes());
            double perWeight = (1 - sparsity) * (bytes + of.indexBits.central() / BITS_PER_BYTE);
            return Attempt.of(design.with(model -> model.times(whole))
                    .served(serving -> serving.in(serving.encodings(), OptionalDouble.of(perWeight)))
                    .noting(List.of("zeros are multiplied at the dense rate: no chip's sparse rate is counted on")));
        }

        @Override
        public Attempt onSameWeights(Design design) {
            return Attempt.none("its weights are trained sparse");
        }

        @Override
        public Optional<Input> ground() {
            return Optional.of(law.sizeExponent());
        }
    }
}
