package muster.technique;

import java.util.Optional;
import java.util.Set;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.document.Range;
import muster.scaling.law.Chinchilla;
import muster.scaling.law.Law;
import muster.scaling.loss.ChinchillaLoss;
import muster.uncertainty.Input;

/**
 * A smaller model of the same loss, trained on more tokens (Sardana et al. 2024, arXiv 2401.00448; de Vries 2023).
 *
 * <pre>
 * A/(k N)^alpha + B/(t D)^beta = A/N^alpha + B/D^beta
 * </pre>
 *
 * @param partOfSize k, its parameters over those of the model that it replaces
 * @param law the law of the loss; a sum of powers
 */
record OverTrained(@In(value = "1", range = Range.FRACTION) Input partOfSize, Law law) implements Technique {

    @Override
    public Set<Slot> slots() {
        return Set.of(Slot.TRAINING);
    }

    @Override
    public Optional<Change> resolve(Catalog catalog, Problems problems) {
        if (law.loss().orElse(null) instanceof ChinchillaLoss powers) {
            return Optional.of(new Prepared(this, powers));
        }
        problems.error(
                "unlike-law", partOfSize.place(), "law is no sum of powers of size and tokens. Maybe besiroglu?");
        return Optional.empty();
    }

    private record Prepared(OverTrained of, ChinchillaLoss law) implements Change {

        @Override
        public Attempt atEqualLoss(Design design) {
            if (design.model().tokens().isEmpty()) {
                return Attempt.none(DesignModel.NO_TOKENS);
            }
            double part = of.partOfSize.central();
            double before = design.model().tokens().getAsDouble();
            double size = design.model().visited();
            double after = law.tokensFor(law.loss(size, before), part * size);
            if (!Double.isFinite(after)) {
                return Attempt.none("no number of tokens makes up for a size of %s".formatted(of.partOfSize.value()));
            }
            return Attempt.of(design.with(model -> model.times(part).longer(after / before))
                    .trading(part)
                    .noting(ExtrapolationNotes.notes("over-training", of.law.domain(), part * size, after)));
        }

        @Override
        public Attempt onSameWeights(Design design) {
            return Attempt.none("a smaller model has weights of its own");
        }

        @Override
        public Optional<Input> ground() {
            return of.law instanceof Chinchilla sum
                    ? Optional.of(sum.powers().parameterExponent())
                    : Optional.of(of.partOfSize);
        }
    }
}
