package muster.inference.step;

import muster.model.Attention;
import muster.model.FeedForward;
import muster.model.Mixed;
import muster.model.Shape;

/**
 * The time of one step of a replica that generates tokens: every operator is a roofline whose two sides blend, with a fixed
 * cost; collectives have a fixed cost and bytes; layers and steps have a fixed cost of their own.
 *
 * <pre>
 * operator = t0 + ((bytes/(e_m W))^p + (flop/(e_c P))^p)^(1/p)
 * step     = L (attention + feed-forward + cl) + collectives + output layer + ts
 * </pre>
 *
 * <p>Each term is a method of the name that it has in the model. A step carries B sequences and, where prefill runs on the same
 * chips, the prompt tokens that keep pace with them: {@code Pt = B in/out}.
 */
public final class StepTime implements TimeModel {
    private static final double OUTPUT_BYTES = 2;

    private final Shape shape;
    private final ModelFormats formats;
    private final Machine machine;
    private final CalibratedFactors constants;
    private final Collectives collectives;

    /**
     * The step time of a model on a chip.
     *
     * @param shape the model
     * @param formats its number formats on the chip
     * @param machine the chip
     * @param constants the constants of the step-time model
     */
    public StepTime(Shape shape, ModelFormats formats, Machine machine, CalibratedFactors constants) {
        this.shape = shape;
        this.formats = formats;
        this.machine = machine;
        this.constants = constants;
        this.collectives = new Collectives(constants, machine);
    }

    Machine machine() {
        return machine;
    }

    ModelFormats formats() {
        return formats;
    }

    /** The time of a step of a model with fewer or more layers, and the same output layer. */
    public StepTime ofLayers(int layers) {
        return new StepTime(shape.ofLayers(layers), formats, machine, constants);
    }

    /**
     * What a step works on.
     *
     * @param sequences sequences that are generated, of each data-parallel group
     * @param decodeTokens tokens that are decoded or verified for them
     * @param prefillTokens prompt tokens that are prefilled beside them
     * @param context tokens that each sequence looks at
     * @param promptLength the length of the prompts
     */
    record Load(double sequences, double decodeTokens, double prefillTokens, double context, double promptLength) {
        double tokens() {
            return decodeTokens + prefillTokens;
        }
    }

    @Override
    public double decode(Deployment deployment, RequestTokens context, Speculation speculation, TimeBreakdown causes) {
        double batch = deployment.batch();
        double prompt = deployment.disaggregated() ? 0 : batch * context.promptTokens() / context.outputTokens();
        return step(
                deployment,
                new Load(
                        batch,
                        batch * (1 + speculation.draftTokens()),
                        prompt,
                        context.meanTokens(),
                        context.promptTokens()),
                causes);
    }

    @Override
    public double prefill(Deployment deployment, double promptTokens, TimeBreakdown causes) {
        return step(deployment, new Load(0, 1, promptTokens - 1, 0, promptTokens), causes);
    }

    @Override
    public double prefillBatch(Deployment deployment, double prompts, double promptTokens, TimeBreakdown causes) {
        return step(deployment, new Load(0, prompts, prompts * (promptTokens - 1), 0, promptTokens), causes);
    }

    /**
     * Adds up the time of a step that prefills prompt tokens beside decoding.
     *
     * @param deployment how the replica is parallelised
     * @param context the lengths of requests
     * @param draftTokens draft tokens of each sequence
     * @param promptTokens prompt tokens of the step, of each data-parallel group
     * @return seconds
     */
    public double mixed(
            Deployment deployment, RequestTokens context, int draftTokens, double promptTokens, TimeBreakdown causes) {
        double batch = deployment.batch();
        return step(
                deployment,
                new Load(batch, batch * (1 + draftTokens), promptTokens, context.meanTokens(), context.promptTokens()),
                causes);
    }

    private double step(Deployment deployment, Load load, TimeBreakdown causes) {
        causes.clear();
        Sharding cut = Sharding.of(deployment, machine.domainChips());
        attention(causes, load, cut);
        feedForward(causes, load, deployment, cut);
        allReduces(causes, load, cut);
        outputLayer(causes, load, deployment);
        smallKernels(causes, load);
        fixed(causes, "step", 1, constants.stepSeconds());
        fixed(causes, "each sequence", load.sequences(), constants.sequenceSeconds());
        causes.collectives((deployment.stages() - 1) * constants.stageSeconds());
        record(causes, "hop to the next stage", deployment.stages() - 1.0, 0, 0, 0, 0, constants.stageSeconds());
        return causes.seconds();
    }

    // Norms, rotations, activation functions and residual sums: a fixed cost, and the stream that they pass over.
    private void smallKernels(TimeBreakdown causes, Load load) {
        double passed = constants.activationPasses() * load.tokens() * shape.width() * OUTPUT_BYTES;
        double bandwidth = constants.memoryEfficiency() * machine.bandwidthBytesPerSecond();
        causes.fixed(shape.layers() * constants.layerSeconds());
        causes.activations(shape.layers() * passed / bandwidth);
        record(causes, "small kernels", shape.layers(), passed, bandwidth, 0, 0, constants.layerSeconds());
    }

    /** {@code count} products of {@code tokens} rows with a matrix. */
    private void matrix(
            TimeBreakdown causes,
            String what,
            double count,
            double tokens,
            double outputs,
            double inputs,
            MatrixFormat format) {
        operator(
                causes,
                what,
                count,
                outputs * inputs * format.weightBytes(),
                tokens * inputs * format.activationBytes() + tokens * outputs * OUTPUT_BYTES,
                constants.memoryEfficiency() * machine.bandwidthBytesPerSecond(),
                2 * tokens * outputs * inputs,
                format.efficiency() * format.flopPerSecond(),
                constants.kernelSeconds() + format.convertSeconds());
    }

    private void operator(
            TimeBreakdown causes,
            String what,
            double count,
            double weightBytes,
            double activationBytes,
            double bandwidth,
            double flop,
            double rate,
            double fixedSeconds) {
        causes.fixed(count * fixedSeconds);
        causes.blended(count, weightBytes / bandwidth, activationBytes / bandwidth, flop / rate, constants.blend());
        record(causes, what, count, weightBytes + activationBytes, bandwidth, flop, rate, fixedSeconds);
    }

    private void record(
            TimeBreakdown causes,
            String what,
            double count,
            double bytes,
            double bandwidth,
            double flop,
            double rate,
            double fixedSeconds) {
        if (causes.records()) {
            causes.record(new StepTerm(what, count, bytes, bandwidth, flop, rate, fixedSeconds, constants.blend()));
        }
    }

    private void fixed(TimeBreakdown causes, String what, double count, double seconds) {
        causes.fixed(count * seconds);
        record(causes, what, count, 0, 0, 0, 0, seconds);
    }

    private void cache(TimeBreakdown causes, String what, double count, double bytes) {
        causes.cache(count * (bytes / cacheBandwidth()));
        record(causes, what, count, bytes, cacheBandwidth(), 0, 0, 0);
    }

    private void compute(TimeBreakdown causes, String what, double count, double flop, double rate) {
        causes.compute(count * (flop / rate));
        record(causes, what, count, 0, 0, flop, rate, 0);
    }

    private void attention(TimeBreakdown causes, Load load, Sharding cut) {
        if (shape.attention() instanceof Attention.Grouped grouped) {
            groupedProjections(causes, load, cut, grouped);
            groupedAttention(causes, load, cut, grouped);
        } else if (shape.attention() instanceof Attention.Latent latent) {
            latentProjections(causes, load, cut, latent);
            latentAttention(causes, load, cut, latent);
        }
    }

    private void groupedProjections(TimeBreakdown causes, Load load, Sharding cut, Attention.Grouped attention) {
        int linear = attention.mixed().filter(Mixed.Linear.class::isInstance).isPresent()
                ? shape.layers() - attention.fullLayers(shape.layers())
                : 0;
        double queries = (double) attention.heads() / cut.columns() * (attention.gated() ? 2 : 1);
        double keys = cut.groups(attention.kvHeads());
        double width = shape.width() / cut.rows();
        double layers = shape.layers() - linear;
        matrix(
                causes,
                "queries, keys, values",
                layers,
                load.tokens(),
                (queries + 2 * keys) * attention.headDim(),
                width,
                formats.attention());
        matrix(
                causes,
                "attention output",
                layers,
                load.tokens(),
                width,
                (double) attention.heads() * attention.headDim() / cut.columns(),
                formats.attention());
        if (linear > 0) {
            Mixed.Linear mixed = (Mixed.Linear) attention.mixed().orElseThrow();
            double values = (double) mixed.valueHeads() * mixed.valueDim() / cut.columns();
            double in = 2 * values + 2.0 * mixed.keyHeads() * mixed.keyDim() / cut.columns();
            matrix(causes, "linear attention, in", linear, load.tokens(), in, width, formats.attention());
            matrix(causes, "linear attention, out", linear, load.tokens(), width, values, formats.attention());
        }
    }

    private void groupedAttention(TimeBreakdown causes, Load load, Sharding cut, Attention.Grouped attention) {
        double share = cut.cacheShare(attention) / cut.sequences(load.sequences());
        double bytes =
                load.sequences() * attention.kvElements(shape.layers(), load.context()) * share * formats.cacheBytes();
        fixed(causes, "attention", shape.layers(), constants.attentionSeconds());
        cache(causes, "KV cache of all layers", 1, bytes);
        double pairs = load.prefillTokens() * load.promptLength() / 2;
        compute(
                causes,
                "prefill attention",
                shape.layers(),
                pairs * 4 * attention.headDim() * attention.heads() / cut.chips(),
                prefillAttentionRate());
    }

    private void latentProjections(TimeBreakdown causes, Load load, Sharding cut, Attention.Latent attention) {
        double layers = shape.layers();
        double tokens = load.tokens();
        double width = shape.width() / cut.rows();
        double heads = (double) attention.heads() / cut.columns();
        double queries = heads * (attention.nopeDim() + attention.ropeDim());
        double compressed = (double) attention.kvRank() + attention.ropeDim();
        if (attention.queryRank() > 0) {
            matrix(
                    causes,
                    "down-projections",
                    layers,
                    tokens,
                    attention.queryRank() + compressed,
                    width,
                    formats.attention());
            matrix(causes, "queries", layers, tokens, queries, attention.queryRank(), formats.attention());
        } else {
            matrix(causes, "queries and latent", layers, tokens, queries + compressed, width, formats.attention());
        }
        matrix(
                causes,
                "keys absorbed",
                layers,
                tokens,
                heads * attention.kvRank(),
                attention.nopeDim(),
                formats.wide());
        matrix(
                causes,
                "values absorbed",
                layers,
                tokens,
                heads * attention.valueDim(),
                attention.kvRank(),
                formats.wide());
        matrix(causes, "attention output", layers, tokens, width, heads * attention.valueDim(), formats.attention());
    }

    // The compressed vectors serve all heads, so that every chip that shares the heads reads all of them.
    private void latentAttention(TimeBreakdown causes, Load load, Sharding cut, Attention.Latent attention) {
        double sequences = load.sequences() / cut.sequences(load.sequences());
        double heads = (double) attention.heads() / cut.columns();
        double compressed = (double) attention.kvRank() + attention.ropeDim();
        double layers = shape.layers();
        fixed(causes, "attention", layers, constants.attentionSeconds());
        double bytes = sequences * load.context() * compressed * formats.cacheBytes();
        double flop = 2 * sequences * load.context() * heads * (attention.kvRank() + compressed);
        double rate = formats.wide().efficiency() * formats.wide().flopPerSecond();
        // The slower of both: the kernel reads while it computes.
        if (bytes / cacheBandwidth() >= flop / rate) {
            cache(causes, "latent cache", layers, bytes);
        } else {
            compute(causes, "products with the latent cache", layers, flop, rate);
        }
        double pairs = load.prefillTokens() * load.promptLength() / 2;
        double perPair = 4 * (attention.nopeDim() + attention.valueDim()) / 2.0;
        compute(
                causes,
                "prefill attention",
                layers,
                pairs * perPair * attention.heads() / cut.chips(),
                prefillAttentionRate());
    }

    private double cacheBandwidth() {
        return constants.cacheEfficiency() * machine.bandwidthBytesPerSecond();
    }

    private double prefillAttentionRate() {
        return constants.prefillAttentionEfficiency() * machine.wideFlopPerSecond();
    }

    private void feedForward(TimeBreakdown causes, Load load, Deployment deployment, Sharding cut) {
        if (shape.feedForward() instanceof FeedForward.Dense dense) {
            block(causes, shape.layers(), load, cut, dense.width(), dense.gated());
        } else if (shape.feedForward() instanceof FeedForward.Experts experts) {
            block(causes, experts.denseLayers(), load, cut, experts.denseWidth(), experts.gated());
            experts(causes, load, deployment, cut, experts);
        }
    }

    private void block(TimeBreakdown causes, int layers, Load load, Sharding cut, double inner, boolean gated) {
        if (layers > 0) {
            double width = shape.width() / cut.rows();
            double shared = inner / cut.columns();
            matrix(
                    causes,
                    "feed-forward, in",
                    layers,
                    load.tokens(),
                    shared * (gated ? 2 : 1),
                    width,
                    formats.feedForward());
            matrix(causes, "feed-forward, out", layers, load.tokens(), width, shared, formats.feedForward());
        }
    }

    private void experts(
            TimeBreakdown causes, Load load, Deployment deployment, Sharding cut, FeedForward.Experts experts) {
        double layers = shape.layers() - experts.denseLayers();
        double tokens = load.tokens() * deployment.data();
        ActivatedExperts touched = ActivatedExperts.of(experts, deployment.expert(), tokens, constants);
        double inner = experts.width() / deployment.expertTensor();
        double matrices = (experts.gated() ? 3 : 2) * (double) shape.width() * inner;
        double bandwidth = constants.expertEfficiency() * machine.bandwidthBytesPerSecond();
        operator(
                causes,
                "routed experts",
                layers,
                touched.experts() * matrices * formats.feedForward().weightBytes(),
                touched.rows() * (shape.width() + inner) * 2 * OUTPUT_BYTES,
                bandwidth,
                2 * touched.rows() * matrices,
                constants.expertComputeEfficiency()
                        * formats.feedForward().efficiency()
                        * formats.feedForward().flopPerSecond(),
                constants.expertSeconds() + touched.experts() * constants.activatedExpertSeconds());
        if (experts.shared() > 0) {
            Sharding own = deployment.data() == 1 ? cut : Sharding.NONE;
            block(causes, (int) layers, load, own, (double) experts.shared() * experts.width(), experts.gated());
        }
        if (deployment.data() > 1) {
            double sent = load.tokens() * experts.active() * shape.width();
            causes.collectives(layers * 2 * collectives.allToAll(deployment.expert(), sent));
            if (causes.records()) {
                causes.record(collectives.allToAllTerm(layers * 2, deployment.expert(), sent));
            }
        }
    }

    /** The two all-reduces of a layer; four of less where matrices are sharded in two dimensions. */
    private void allReduces(TimeBreakdown causes, Load load, Sharding cut) {
        double width = load.tokens() * shape.width();
        if (!cut.twoDimensional()) {
            allReduceInDomain(causes, 2.0 * shape.layers(), cut, width);
            allReduceAcrossDomains(causes, 2.0 * shape.layers(), cut, width / cut.inside());
        } else {
            allReducePartialWidths(causes, load, cut);
            allReduceAcrossDomains(causes, 2.0 * shape.layers(), cut, width / cut.rows());
        }
    }

    // Sums over the part of the width that each chip of a domain holds: of the projections in, and of the feed-forward
    // inside.
    private void allReducePartialWidths(TimeBreakdown causes, Load load, Sharding cut) {
        double projections = shape.attention().heads() * headWidth() / cut.columns();
        double inner = shape.feedForward() instanceof FeedForward.Dense dense
                ? (double) dense.width() * (dense.gated() ? 2 : 1) / cut.columns()
                : shape.width();
        allReduceInDomain(causes, shape.layers(), cut, load.tokens() * projections);
        allReduceInDomain(causes, shape.layers(), cut, load.tokens() * inner);
    }

    private void allReduceInDomain(TimeBreakdown causes, double count, Sharding cut, double elements) {
        causes.collectives(count * collectives.allReduceInDomain(cut.inside(), elements));
        if (causes.records()) {
            causes.record(collectives.allReduceInDomainTerm(count, cut.inside(), elements));
        }
    }

    private void allReduceAcrossDomains(TimeBreakdown causes, double count, Sharding cut, double elements) {
        causes.collectives(count * collectives.allReduceAcrossDomains(cut.across(), elements));
        if (causes.records()) {
            causes.record(collectives.allReduceAcrossDomainsTerm(count, cut.across(), elements));
        }
    }

    private double headWidth() {
        return shape.attention() instanceof Attention.Grouped grouped
                ? grouped.headDim() * (1 + 2.0 * grouped.kvHeads() / grouped.heads())
                : ((Attention.Latent) shape.attention()).nopeDim();
    }

    private void outputLayer(TimeBreakdown causes, Load load, Deployment deployment) {
        matrix(
                causes,
                "output layer",
                1,
                load.decodeTokens(),
                (double) shape.vocabulary() / deployment.tensor(),
                shape.width(),
                formats.wide());
    }
}
