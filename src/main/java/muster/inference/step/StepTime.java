package muster.inference.step;

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
    private final Shape shape;
    private final ModelFormats formats;
    private final Machine machine;
    private final CalibratedFactors constants;
    private final Collectives collectives;
    private final StepOperators operators;
    private final AttentionStep attention;
    private final FeedForwardStep feedForward;
    private final double sublayers;

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
        this.operators = new StepOperators(machine, constants);
        this.attention = new AttentionStep(shape, formats, operators);
        this.feedForward = new FeedForwardStep(shape, formats, operators, collectives);
        this.sublayers = shape.sublayers();
    }

    Machine machine() {
        return machine;
    }

    double rankSpread() {
        return constants.rankSpread();
    }

    ModelFormats formats() {
        return formats;
    }

    /** The time of a step of a model with fewer or more layers, and the same output layer. */
    public StepTime ofLayers(int layers) {
        return new StepTime(shape.ofLayers(layers), formats, machine, constants);
    }

    @Override
    public double decode(Deployment deployment, RequestTokens context, Speculation speculation, TimeBreakdown causes) {
        double batch = deployment.batch();
        double prompt = deployment.disaggregated() ? 0 : batch * context.computedTokens() / context.outputTokens();
        return mixed(deployment, context, speculation, prompt, 1, causes);
    }

    @Override
    public double prefill(Deployment deployment, double promptTokens, TimeBreakdown causes) {
        return step(deployment, new Load(0, 1, promptTokens - 1, 1, 0, promptTokens), causes);
    }

    @Override
    public double prefillBatch(Deployment deployment, double prompts, double promptTokens, TimeBreakdown causes) {
        return step(deployment, new Load(0, prompts, prompts * (promptTokens - 1), 1, 0, promptTokens), causes);
    }

    @Override
    public double prefillAll(Deployment deployment, double prompts, RequestTokens context, TimeBreakdown causes) {
        double computed = prompts * (context.computedTokens() - 1);
        return step(
                deployment,
                new Load(0, prompts, computed, 1, 0, context.promptTokens(), context.cachedTokens()),
                causes);
    }

    /**
     * Adds up the time of a step that prefills prompt tokens beside decoding.
     *
     * @param deployment how the replica is parallelised
     * @param context the lengths of requests
     * @param speculation how draft tokens are proposed
     * @param promptTokens prompt tokens of the step, of each data-parallel group that prefills
     * @param prefillingGroups the part of the data-parallel groups that prefill in the same step
     * @return seconds
     */
    public double mixed(
            Deployment deployment,
            RequestTokens context,
            Speculation speculation,
            double promptTokens,
            double prefillingGroups,
            TimeBreakdown causes) {
        causes.clear();
        double batch = deployment.batch();
        double drafted = speculation.draftTokens();
        if (speculation.predictionHead() && drafted > 0) {
            draft(causes, deployment, new Load(batch, batch, 0, 0, context.meanTokens(), 1), drafted);
        }
        return add(
                causes,
                deployment,
                new Load(
                        batch,
                        batch * (1 + drafted),
                        promptTokens,
                        prefillingGroups,
                        context.meanTokens(),
                        context.promptTokens(),
                        context.cachedTokens()));
    }

    // Each draft token takes a pass through one layer like those of the model, the output layer, and the host.
    private void draft(TimeBreakdown causes, Deployment deployment, Load load, double tokens) {
        TimeBreakdown pass = like(causes);
        layers(pass, deployment, load);
        causes.add(pass, tokens / shape.layers(), "draft: ");
        TimeBreakdown output = like(causes);
        outputLayer(output, 1, load, deployment);
        operators.fixed(output, "host", 1, constants.draftSeconds());
        causes.add(output, tokens, "draft: ");
    }

    private double step(Deployment deployment, Load load, TimeBreakdown causes) {
        causes.clear();
        return add(causes, deployment, load);
    }

    private double add(TimeBreakdown causes, Deployment deployment, Load load) {
        layers(causes, deployment, load);
        // The slowest stage sets the pace: the one with the output layer, and every stage has a host of its own.
        double stages = deployment.stages();
        outputLayer(causes, stages, load, deployment);
        operators.fixed(causes, "step", stages, constants.stepSeconds());
        operators.fixed(causes, "each sequence", stages * load.sequences(), constants.sequenceSeconds());
        causes.collectives((stages - 1) * constants.stageSeconds());
        operators.record(causes, "hop to the next stage", stages - 1, 0, 0, 0, 0, constants.stageSeconds());
        return causes.seconds();
    }

    /**
     * The layers; where experts are spread over more than a scale-up domain in two batches, if that is faster: while tokens of one
     * are on their way over the network, the chip computes the other.
     *
     * <pre>
     * two batches = 2 max(c, x), c = layers of half the load without its exchange, x = its exchange
     * </pre>
     *
     * <p>DeepSeek-V3, arXiv 2412.19437, section 3.4; two-batch overlap of SGLang (large-scale EP, May 2025). Each half reads the
     * weights and has the fixed costs of a whole.
     */
    private void layers(TimeBreakdown causes, Deployment deployment, Load load) {
        if (deployment.data() == 1 || deployment.expert() <= machine.domainChips()) {
            inOneBatch(causes, deployment, load);
            return;
        }
        TimeBreakdown whole = like(causes);
        inOneBatch(whole, deployment, load);
        TimeBreakdown half = like(causes);
        inOneBatch(half, deployment, load.half());
        double exchange = feedForward.exchangeSeconds(load.half(), deployment);
        double hidden = 2 * Math.min(exchange, half.seconds() - exchange);
        if (whole.seconds() <= 2 * half.seconds() - hidden) {
            causes.add(whole, 1, "");
        } else {
            causes.add(half, 2, "half: ");
            causes.collectives(-hidden);
            operators.record(causes, "exchange of one half beside the other", 1, 0, 0, 0, 0, -hidden);
        }
    }

    private static TimeBreakdown like(TimeBreakdown causes) {
        return causes.records() ? TimeBreakdown.recording() : new TimeBreakdown();
    }

    private void inOneBatch(TimeBreakdown causes, Deployment deployment, Load load) {
        Sharding cut = Sharding.of(deployment, machine.domainChips());
        attention.add(causes, load, cut);
        feedForward.add(causes, load, deployment, cut);
        allReduces(causes, load, cut);
        smallKernels(causes, load);
    }

    // Norms, rotations, activation functions and residual sums: a fixed cost, and the streams that they pass over.
    private void smallKernels(TimeBreakdown causes, Load load) {
        double passed = constants.activationPasses()
                * load.tokens()
                * shape.width()
                * shape.residualStreams()
                * StepOperators.OUTPUT_BYTES;
        double bandwidth = constants.memoryEfficiency() * machine.bandwidthBytesPerSecond();
        double layers = sublayers / 2;
        causes.fixed(layers * constants.layerSeconds());
        causes.activations(layers * passed / bandwidth);
        operators.record(causes, "small kernels", layers, passed, bandwidth, 0, 0, constants.layerSeconds());
    }

    /** The two all-reduces of a layer; four of less where matrices are sharded in two dimensions. */
    private void allReduces(TimeBreakdown causes, Load load, Sharding cut) {
        double width = load.tokens() * shape.width();
        if (!cut.twoDimensional()) {
            allReduceInDomain(causes, sublayers, cut, width);
            allReduceAcrossDomains(causes, sublayers, cut, width / cut.inside());
        } else {
            // Sums over the part of the width that each chip of a domain holds.
            PartialWidths add = (layers, elements) -> allReduceInDomain(causes, layers, cut, load.tokens() * elements);
            attention.eachPartialWidth(cut, add);
            feedForward.eachPartialWidth(cut, add);
            allReduceAcrossDomains(causes, sublayers, cut, width / cut.rows());
        }
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

    private void outputLayer(TimeBreakdown causes, double count, Load load, Deployment deployment) {
        operators.matrix(
                causes,
                "output layer",
                count,
                load.decodeTokens(),
                (double) shape.vocabulary() / deployment.tensor(),
                shape.width(),
                formats.wide());
    }
}
