package muster.technique;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.model.Shape;
import muster.model.layer.FeedForward;
import muster.scaling.law.FineGrainedMoe;
import muster.scaling.law.FitDomain;
import muster.scaling.law.Law;
import muster.scaling.loss.LossSurface;
import muster.uncertainty.Input;

/**
 * Fine-grained experts in the place of feed-forward layers, of which each token activates a few (mixture of experts), at the
 * loss of a dense model on the same tokens. The two laws are of one paper and one set of data.
 *
 * @param law the law of models with experts, which says how many there are and how fine
 * @param dense the law of dense models of the same paper
 */
record MixtureOfExperts(Text law, Text dense) implements Technique {

    @Override
    public Set<Slot> slots() {
        return Set.of(Slot.FEED_FORWARD);
    }

    @Override
    public Optional<Change> resolve(Catalog catalog, Problems problems) {
        Optional<Law> experts = catalog.bind(Law.KIND, law, "law", problems);
        Optional<Law> plain = catalog.bind(Law.KIND, dense, "dense", problems);
        experts.filter(found -> !(found instanceof FineGrainedMoe))
                .ifPresent(found -> problems.error(
                        "unlike-law",
                        law.place(),
                        "%s is no law of fine-grained experts. Maybe krajewski-moe?".formatted(law.value())));
        plain.filter(found -> found.loss().isEmpty())
                .ifPresent(found ->
                        problems.error("unlike-law", dense.place(), "%s tells no loss".formatted(dense.value())));
        return experts.filter(FineGrainedMoe.class::isInstance)
                .map(FineGrainedMoe.class::cast)
                .flatMap(fine ->
                        plain.flatMap(found -> found.loss().map(loss -> new Prepared(fine, loss, found.domain()))));
    }

    private record Prepared(FineGrainedMoe fine, LossSurface plain, Optional<FitDomain> denseModels) implements Change {

        @Override
        public Attempt atEqualLoss(Design design) {
            if (design.model().tokens().isEmpty()) {
                return Attempt.none(DesignModel.NO_TOKENS);
            }
            if (!(design.model().known().feedForward() instanceof FeedForward.Dense)) {
                return Attempt.none(
                        "the model has experts already, and no law says which dense model it equals at its size");
            }
            double tokens = design.model().tokens().getAsDouble();
            double reference = design.model().outsideEmbedding();
            LossSurface law = fine.loss().orElseThrow();
            double all = law.parametersFor(plain.loss(reference, tokens), tokens);
            double active = law.active(all);
            if (!(active > 0) || Double.isInfinite(active)) {
                return Attempt.none("no model with experts has the loss of the dense one on so many tokens");
            }
            List<String> notes = new ArrayList<>(ExtrapolationNotes.notes("experts", fine.domain(), all, tokens));
            notes.addAll(ExtrapolationNotes.notes("the dense model of its paper", denseModels, reference, tokens));
            double granularity = fine.granularity().central();
            int count = (int) Math.round(fine.experts().central() * granularity);
            int visited = (int) Math.round(granularity);
            return Attempt.of(design.with(
                            model -> model.times(active / reference).formed(shape -> routed(shape, count, visited)))
                    .noting(notes));
        }

        private static Shape routed(Shape shape, int count, int visited) {
            FeedForward.Dense block = (FeedForward.Dense) shape.feedForward();
            return shape.with(new FeedForward.Experts(
                    count, visited, Math.max(1, block.width() / visited), 0, 0, 0, block.gated(), false, false, false));
        }

        @Override
        public Attempt onSameWeights(Design design) {
            return Attempt.none("a model with experts has weights of its own");
        }

        @Override
        public Optional<Input> ground() {
            return Optional.of(fine.parameterExponent());
        }
    }
}
