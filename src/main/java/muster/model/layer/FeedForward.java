package muster.model.layer;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import muster.document.Choice;
import muster.document.Otherwise;

/** What each token passes through alone. Counts are over all layers, in parameters. */
@Choice(by = "kind")
public sealed interface FeedForward permits FeedForward.Experts, FeedForward.Dense, FeedForward.Varied {

    /** The kinds of blocks, with how many there are of each in a model of so many layers. */
    List<BlockGroup> groups(int layers);

    /**
     * Blocks of one kind.
     *
     * @param layers how many there are
     * @param block what each of them is; experts without dense layers
     */
    record BlockGroup(double layers, FeedForward block) {}

    /** All parameters. */
    double parameters(int layers, int width);

    /** The parameters that a token is multiplied with; on average, where that varies. */
    double activeParameters(int layers, int width);

    /** The experts, where some layers have them. */
    Optional<Experts> routed();

    /** The parameters of the experts among which routers pick. */
    double routedParameters(int layers, int width);

    /** What it is made of. */
    List<Part> parts(int layers, int width);

    /**
     * A part of it, over all layers.
     *
     * @param name what it is
     * @param parameters all of it
     * @param active what of it a token is multiplied with; on average, where that varies
     */
    record Part(String name, double parameters, double active) {}

    /** Whether engines divide dense blocks and shared experts among so many chips. */
    boolean divides(int chips);

    /**
     * Whether engines distribute the routed experts.
     *
     * @param chips chips, or groups of chips, that hold different experts
     * @param share chips that share each of them
     */
    default boolean distributes(int chips, int share) {
        return routed().map(experts -> experts.experts() % chips == 0 && experts.width() % share == 0)
                .orElse(true);
    }

    /** Matrices and biases of one block. */
    private static double block(double width, double inner, boolean gated, boolean biases) {
        double matrices = gated ? 3 : 2;
        return matrices * width * inner + (biases ? (matrices - 1) * inner + width : 0);
    }

    /**
     * The same matrices for every token.
     *
     * @param width the width between them
     * @param gated whether there are three, one of them a gate (SwiGLU, GeGLU), or two
     * @param biases whether they have biases
     */
    record Dense(
            int width,

            @Otherwise(value = "true", because = "as in most models since 2023")
            boolean gated,

            @Otherwise(value = "false", because = "most models have none")
            boolean biases)
            implements FeedForward {

        public Dense {
            ShapeChecks.positive("width", width);
        }

        @Override
        public List<BlockGroup> groups(int layers) {
            return List.of(new BlockGroup(layers, this));
        }

        @Override
        public double parameters(int layers, int modelWidth) {
            return layers * block(modelWidth, width, gated, biases);
        }

        @Override
        public double activeParameters(int layers, int modelWidth) {
            return parameters(layers, modelWidth);
        }

        @Override
        public List<Part> parts(int layers, int modelWidth) {
            double all = parameters(layers, modelWidth);
            return List.of(new Part("dense feed-forward", all, all));
        }

        @Override
        public Optional<Experts> routed() {
            return Optional.empty();
        }

        @Override
        public double routedParameters(int layers, int modelWidth) {
            return 0;
        }

        @Override
        public boolean divides(int chips) {
            return width % chips == 0;
        }
    }

    /**
     * Experts, of which a router picks some for every token (MoE).
     *
     * @param experts how many there are in a layer
     * @param active how many a token activates
     * @param width the width between an expert's matrices
     * @param shared further experts that every token activates
     * @param denseLayers layers without experts
     * @param denseWidth the width between the matrices of those
     * @param gated whether a block has three matrices or two
     * @param biases whether matrices and router have biases
     * @param routerBias whether the router alone has one
     * @param sharedGate whether shared experts have a gate of one output
     * @param sharedWidth the width between a shared expert's matrices, as of a dense block beside the experts; 0 where it is that of the others
     * @param latent the width that tokens are projected to for the routed experts, and back from (latent MoE of Nemotron 3 and Kimi K3); 0
     *     where they work in that of the model
     * @param zeroExperts further choices of the router that return the token as it is (LongCat-Flash), so that fewer of the others are
     *     activated on average
     */
    record Experts(
            int experts,
            int active,
            int width,

            @Otherwise(value = "0", because = "many models have none")
            int shared,

            @Otherwise(value = "0", because = "many models have none")
            int denseLayers,

            @Otherwise(value = "0", because = "there are no dense layers")
            int denseWidth,

            @Otherwise(value = "true", because = "as in most models since 2023")
            boolean gated,

            @Otherwise(value = "false", because = "most models have none")
            boolean biases,

            @Otherwise(value = "false", because = "most models have none")
            boolean routerBias,

            @Otherwise(value = "false", because = "most models have none")
            boolean sharedGate,

            @Otherwise(value = "0", because = "as wide as the others in most models")
            int sharedWidth,

            @Otherwise(value = "0", because = "most experts work in the width of the model")
            int latent,

            @Otherwise(value = "0", because = "most routers choose among experts alone")
            int zeroExperts)
            implements FeedForward {

        public Experts {
            ShapeChecks.positive("experts", experts, "active", active, "width", width);
            ShapeChecks.atMost("active", active, "experts", experts);
            if (denseLayers > 0 && denseWidth == 0) {
                throw new IllegalArgumentException("dense_layers need a dense_width");
            }
        }

        /** Experts in the width of the model, shared ones as wide as the others. */
        public Experts(
                int experts,
                int active,
                int width,
                int shared,
                int denseLayers,
                int denseWidth,
                boolean gated,
                boolean biases,
                boolean routerBias,
                boolean sharedGate) {
            this(
                    experts,
                    active,
                    width,
                    shared,
                    denseLayers,
                    denseWidth,
                    gated,
                    biases,
                    routerBias,
                    sharedGate,
                    0,
                    0,
                    0);
        }

        @Override
        public List<BlockGroup> groups(int layers) {
            return denseLayers == 0
                    ? List.of(new BlockGroup(layers, this))
                    : List.of(
                            new BlockGroup(denseLayers, new Dense(denseWidth, gated, biases)),
                            new BlockGroup(layers - denseLayers, of(width, 0, 0)));
        }

        @Override
        public Optional<Experts> routed() {
            return Optional.of(this);
        }

        @Override
        public double parameters(int layers, int modelWidth) {
            return parameters(layers, modelWidth, experts);
        }

        @Override
        public double activeParameters(int layers, int modelWidth) {
            return parameters(layers, modelWidth, activated());
        }

        /** How many experts a token activates on average. */
        public double activated() {
            return (double) active * experts / (experts + zeroExperts);
        }

        /** As many experts of another width, and so many dense layers of another width. */
        public Experts of(int otherWidth, int otherDenseLayers, int otherDenseWidth) {
            return new Experts(
                    experts,
                    active,
                    otherWidth,
                    shared,
                    otherDenseLayers,
                    otherDenseWidth,
                    gated,
                    biases,
                    routerBias,
                    sharedGate,
                    sharedWidth,
                    latent,
                    zeroExperts);
        }

        /** The width in which the routed experts work. */
        public double workingWidth(int modelWidth) {
            return latent == 0 ? modelWidth : latent;
        }

        /** The width between the matrices of all shared experts together. */
        public double allSharedWidth() {
            return (double) shared * (sharedWidth == 0 ? width : sharedWidth);
        }

        @Override
        public double routedParameters(int layers, int modelWidth) {
            return (layers - denseLayers) * (experts * expert(modelWidth));
        }

        @Override
        public boolean divides(int chips) {
            return (shared == 0 || allSharedWidth() % chips == 0) && (denseLayers == 0 || denseWidth % chips == 0);
        }

        @Override
        public List<Part> parts(int layers, int modelWidth) {
            double routedLayers = layers - denseLayers;
            double dense = denseLayers * block(modelWidth, denseWidth, gated, biases);
            double each = routedLayers * expert(modelWidth);
            double shared = routedLayers * sharedOnes(modelWidth);
            double routers = routedLayers * router(modelWidth);
            double latents = routedLayers * 2.0 * latent * modelWidth;
            return List.of(
                    new Part("dense feed-forward", dense, dense),
                    new Part("routed experts", each * experts, each * activated()),
                    new Part("shared experts", shared, shared),
                    new Part("routers", routers, routers),
                    new Part("into and out of the experts' width", latents, latents));
        }

        private double router(int modelWidth) {
            double routes = (double) experts + zeroExperts;
            return modelWidth * routes + (biases || routerBias ? routes : 0);
        }

        private double sharedOnes(int modelWidth) {
            return shared * block(modelWidth, sharedWidth == 0 ? width : sharedWidth, gated, biases)
                    + (sharedGate ? modelWidth : 0);
        }

        private double expert(int modelWidth) {
            return block(workingWidth(modelWidth), width, gated, biases);
        }

        private double parameters(int layers, int modelWidth, double counted) {
            double layer = expert(modelWidth) * counted
                    + sharedOnes(modelWidth)
                    + router(modelWidth)
                    + 2.0 * latent * modelWidth;
            return (layers - denseLayers) * layer + denseLayers * block(modelWidth, denseWidth, gated, biases);
        }
    }

    /**
     * Blocks of several kinds: layers without any, or of other widths.
     *
     * @param groups the layers of each kind; together no more than the model has, and none in a model of states alone
     */
    record Varied(List<BlocksOf> groups) implements FeedForward {

        /**
         * Blocks of one kind.
         *
         * @param layers how many there are
         * @param block what each of them is
         */
        public record BlocksOf(int layers, FeedForward block) {}

        public Varied {
            groups = List.copyOf(groups);
            groups.forEach(group -> {
                ShapeChecks.positive("layers", group.layers());
                if (group.block() instanceof Varied) {
                    throw new IllegalArgumentException("a group has one kind of block");
                }
            });
        }

        /** The same kinds, so many times as many layers of each, each of another size. */
        public Varied scaled(double factor, UnaryOperator<FeedForward> each) {
            return new Varied(groups.stream()
                    .map(group -> new BlocksOf(
                            (int) Math.max(1, Math.round(group.layers() * factor)), each.apply(group.block())))
                    .toList());
        }

        /** The same with another first kind. */
        public Varied withFirst(UnaryOperator<FeedForward> other) {
            if (groups.isEmpty()) {
                return this;
            }
            BlocksOf first = groups.get(0);
            return new Varied(Stream.concat(
                            Stream.of(new BlocksOf(first.layers(), other.apply(first.block()))),
                            groups.stream().skip(1))
                    .toList());
        }

        /** Layers that are listed. */
        public int listed() {
            return groups.stream().mapToInt(BlocksOf::layers).sum();
        }

        @Override
        public List<BlockGroup> groups(int layers) {
            return groups.stream()
                    .flatMap(group -> group.block().groups(group.layers()).stream())
                    .toList();
        }

        @Override
        public double parameters(int layers, int width) {
            return groups.stream()
                    .mapToDouble(group -> group.block().parameters(group.layers(), width))
                    .sum();
        }

        @Override
        public double activeParameters(int layers, int width) {
            return groups.stream()
                    .mapToDouble(group -> group.block().activeParameters(group.layers(), width))
                    .sum();
        }

        @Override
        public Optional<Experts> routed() {
            return groups.stream()
                    .flatMap(group -> group.block().routed().stream())
                    .findFirst();
        }

        @Override
        public double routedParameters(int layers, int width) {
            return groups.stream()
                    .mapToDouble(group -> group.block().routedParameters(group.layers(), width))
                    .sum();
        }

        @Override
        public List<Part> parts(int layers, int width) {
            return groups.stream()
                    .flatMap(group -> group.block().parts(group.layers(), width).stream())
                    .toList();
        }

        @Override
        public boolean divides(int chips) {
            return groups.stream().allMatch(group -> group.block().divides(chips));
        }
    }
}
