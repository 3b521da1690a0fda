package muster.inference.step;

import java.util.List;
import muster.model.Shape;
import muster.model.layer.FeedForward;
import muster.model.layer.FeedForward.BlockGroup;

/** The time of what each token passes through alone: dense blocks, experts, and the way of tokens to experts on other chips. */
final class FeedForwardStep {
    private final List<BlockGroup> groups;
    private final int width;
    private final ModelFormats formats;
    private final StepOperators operators;
    private final Collectives collectives;

    FeedForwardStep(Shape shape, ModelFormats formats, StepOperators operators, Collectives collectives) {
        this.groups = shape.feedForward().groups(shape.layers()).stream()
                .filter(group -> group.layers() > 0)
                .toList();
        this.width = shape.width();
        this.formats = formats;
        this.operators = operators;
        this.collectives = collectives;
    }

    void add(TimeBreakdown causes, Load load, Deployment deployment, Sharding cut) {
        for (BlockGroup group : groups) {
            if (group.block() instanceof FeedForward.Dense dense) {
                block(causes, group.layers(), load, cut, dense.width(), dense.gated());
            } else if (group.block() instanceof FeedForward.Experts experts) {
                experts(causes, group.layers(), load, deployment, cut, experts);
            }
        }
    }

    private void block(TimeBreakdown causes, double layers, Load load, Sharding cut, double inner, boolean gated) {
        double inputs = width / cut.rows();
        double shared = inner / cut.columns();
        operators.matrix(
                causes,
                "feed-forward, in",
                layers,
                load.tokens(),
                shared * (gated ? 2 : 1),
                inputs,
                formats.feedForward());
        operators.matrix(causes, "feed-forward, out", layers, load.tokens(), inputs, shared, formats.feedForward());
    }

    private void experts(
            TimeBreakdown causes,
            double layers,
            Load load,
            Deployment deployment,
            Sharding cut,
            FeedForward.Experts experts) {
        double tokens = load.meanTokens() * deployment.data();
        CalibratedFactors constants = operators.constants();
        ActivatedExperts touched = ActivatedExperts.of(experts, deployment.expert(), tokens, constants);
        double inner = experts.width() / deployment.expertTensor();
        double working = experts.workingWidth(width);
        double matrices = (experts.gated() ? 3 : 2) * working * inner;
        latent(causes, layers, load, experts);
        operators.operator(
                causes,
                "routed experts",
                layers,
                touched.experts() * matrices * formats.feedForward().weightBytes(),
                touched.rows() * (working + inner) * 2 * StepOperators.OUTPUT_BYTES,
                constants.expertEfficiency() * operators.machine().bandwidthBytesPerSecond(),
                2 * touched.rows() * matrices,
                constants.expertComputeEfficiency()
                        * formats.feedForward().efficiency()
                        * formats.feedForward().flopPerSecond(),
                constants.expertSeconds() + touched.experts() * constants.activatedExpertSeconds());
        if (experts.shared() > 0) {
            Sharding own = deployment.data() == 1 ? cut : Sharding.NONE;
            block(causes, layers, load, own, experts.allSharedWidth(), experts.gated());
        }
        if (deployment.data() > 1) {
            double sent = sent(load, experts);
            causes.collectives(layers * 2 * collectives.allToAll(deployment.expert(), sent));
            if (causes.records()) {
                causes.record(collectives.allToAllTerm(layers * 2, deployment.expert(), sent));
            }
        }
    }

    private double sent(Load load, FeedForward.Experts experts) {
        return load.tokens() * experts.activated() * experts.workingWidth(width);
    }

    /** The time of a step in which tokens are on their way to experts of other chips and back, in s. */
    double exchangeSeconds(Load load, Deployment deployment) {
        double seconds = 0;
        for (BlockGroup group : groups) {
            if (deployment.data() > 1 && group.block() instanceof FeedForward.Experts experts) {
                seconds += group.layers() * 2 * collectives.allToAll(deployment.expert(), sent(load, experts));
            }
        }
        return seconds;
    }

    // The way into the width of the experts and back, which every chip has whole.
    private void latent(TimeBreakdown causes, double layers, Load load, FeedForward.Experts experts) {
        int latent = experts.latent();
        if (latent > 0) {
            operators.matrix(causes, "to the latent", layers, load.tokens(), latent, width, formats.feedForward());
            operators.matrix(causes, "from the latent", layers, load.tokens(), width, latent, formats.feedForward());
        }
    }

    /** Elements of each token that chips of a domain add up where each holds a part of the width, of all layers. */
    void eachPartialWidth(Sharding cut, PartialWidths use) {
        for (BlockGroup group : groups) {
            use.add(
                    group.layers(),
                    group.block() instanceof FeedForward.Dense dense
                            ? (double) dense.width() * (dense.gated() ? 2 : 1) / cut.columns()
                            : width);
        }
    }
}
