package muster.model;

import muster.document.Choice;
import muster.document.Otherwise;

/** What each token passes through alone. Counts are over all layers, in parameters. */
@Choice(by = "kind")
public sealed interface FeedForward permits FeedForward.Experts, FeedForward.Dense {

    /** All parameters. */
    double parameters(int layers, int width);

    /** The parameters that a token is multiplied with. */
    double activeParameters(int layers, int width);

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
        public double parameters(int layers, int modelWidth) {
            return layers * block(modelWidth, width, gated, biases);
        }

        @Override
        public double activeParameters(int layers, int modelWidth) {
            return parameters(layers, modelWidth);
        }
    }

    /**
     * Experts, of which a router picks some for every token (MoE).
     *
     * @param experts how many there are in a layer
     * @param active how many a token activates
     * @param width the width between an expert's matrices
     * @param shared further experts of the same width that every token activates
     * @param denseLayers layers without experts
     * @param denseWidth the width between the matrices of those
     * @param gated whether a block has three matrices or two
     * @param biases whether matrices and router have biases
     * @param routerBias whether the router alone has one
     * @param sharedGate whether shared experts have a gate of one output
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
            boolean sharedGate)
            implements FeedForward {

        public Experts {
            ShapeChecks.positive("experts", experts, "active", active, "width", width);
            ShapeChecks.atMost("active", active, "experts", experts);
            if (denseLayers > 0 && denseWidth == 0) {
                throw new IllegalArgumentException("dense_layers need a dense_width");
            }
        }

        @Override
        public double parameters(int layers, int modelWidth) {
            return parameters(layers, modelWidth, experts);
        }

        @Override
        public double activeParameters(int layers, int modelWidth) {
            return parameters(layers, modelWidth, active);
        }

        /** As many experts of another width, and so many dense layers of another width. */
        Experts of(int otherWidth, int otherDenseLayers, int otherDenseWidth) {
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
                    sharedGate);
        }

        /** The parameters of the experts among which the router picks. */
        public double routedParameters(int layers, int modelWidth) {
            return (layers - denseLayers) * (experts * block(modelWidth, width, gated, biases));
        }

        private double parameters(int layers, int modelWidth, int counted) {
            double expert = block(modelWidth, width, gated, biases);
            double router = (double) modelWidth * experts + (biases || routerBias ? experts : 0);
            double layer = expert * (counted + shared) + router + (sharedGate ? modelWidth : 0);
            return (layers - denseLayers) * layer + denseLayers * block(modelWidth, denseWidth, gated, biases);
        }
    }
}
