package muster.technique;

import java.util.Optional;
import java.util.Set;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.model.Shape;
import muster.model.layer.FeedForward;
import muster.uncertainty.Input;

/**
 * A part of the layers, the width and the feed-forward width of a larger model, trained further (structured pruning). The larger
 * model is trained for it, in the proportions of the family.
 *
 * @param layers the part of the layers that is left
 * @param width the part of the width of the residual stream
 * @param feedForward the part of the feed-forward width
 * @param effectiveParameters the parameters of the plain model of the same loss, over those that are left
 * @param retraining tokens that it is trained on further, over those of the larger model
 */
record Pruned(
        @Otherwise(value = "1", because = "all of them stay") @In(value = "1", range = Range.FRACTION)
        Input layers,

        @Otherwise(value = "1", because = "all of it stays") @In(value = "1", range = Range.FRACTION)
        Input width,

        @Otherwise(value = "1", because = "all of it stays") @In(value = "1", range = Range.FRACTION)
        Input feedForward,

        @In("1") Input effectiveParameters,
        @In("1") Input retraining)
        implements Technique, Change {

    @Override
    public Set<Slot> slots() {
        return Set.of(Slot.TRAINING);
    }

    @Override
    public Optional<Input> ground() {
        return Optional.of(effectiveParameters);
    }

    @Override
    public Optional<Change> resolve(Catalog catalog, Problems problems) {
        return Optional.of(this);
    }

    @Override
    public Attempt atEqualLoss(Design design) {
        Shape shape = design.model().shape();
        if (!(shape.feedForward() instanceof FeedForward.Dense)) {
            return Attempt.none("the model has experts, of which no pruned model is known");
        }
        double left = of(shape).parameters() / shape.parameters();
        double whole = 1 / (left * effectiveParameters.central());
        double flop = Design.TRAINING_FLOP
                * design.model().size()
                * whole
                * left
                * design.model().tokens().orElse(0)
                * retraining.central();
        return Attempt.of(design.with(model -> model.times(whole).formed(this::of))
                .costing(flop)
                .trading(effectiveParameters.central()));
    }

    /** What is left of a shape. */
    Shape of(Shape shape) {
        FeedForward.Dense block = (FeedForward.Dense) shape.feedForward();
        int left = part(shape.layers(), layers);
        return shape.ofLayers(left)
                .cut(
                        left,
                        part(shape.width(), width),
                        new FeedForward.Dense(part(block.width(), feedForward), block.gated(), block.biases()));
    }

    private static int part(int whole, Input part) {
        return Math.max(1, (int) Math.round(whole * part.central()));
    }

    @Override
    public Attempt onSameWeights(Design design) {
        return Attempt.none("what is left of a model is trained further");
    }
}
