package muster.model;

/** The names of figures of models: their size, their shape and what a token takes. */
public final class ModelFigures {
    /** What a parameter costs for a token that is generated. */
    public static final String FLOP_PER_PARAMETER_TOKEN = "inference.flop_per_parameter_token";

    /** Arithmetic to generate one token, in the FLOP rule. */
    public static final String FLOP_PER_TOKEN = "inference.flop_per_token";

    /** Parameters that a token is multiplied with, of a model with experts. */
    public static final String ACTIVE_PARAMETERS = "model.active_parameters";

    /** What the names of the bytes of a parameter begin with; the encoding follows. */
    public static final String BYTES_PER_PARAMETER = "model.bytes_per_parameter.";

    /** Loss that the law predicts; not comparable between laws. */
    public static final String LOSS = "model.loss";

    /** Parameters of the model that the scenario trains or serves. */
    public static final String PARAMETERS = "model.parameters";

    /** What the names of figures of a shape begin with. */
    public static final String SHAPE = "model.shape.";

    /** Those that a token is multiplied with: without the input embedding and idle experts. */
    public static final String SHAPE_ACTIVE_PARAMETERS = "model.shape.active_parameters";

    /** The width between the feed-forward matrices; of one expert, where there are experts. */
    public static final String SHAPE_FEED_FORWARD = "model.shape.feed_forward";

    /** Query heads of a layer. */
    public static final String SHAPE_HEADS = "model.shape.heads";

    /** Elements that a token adds to the KV cache. */
    public static final String SHAPE_KV_ELEMENTS_PER_TOKEN = "model.shape.kv_elements_per_token";

    /** Key and value heads of a layer. */
    public static final String SHAPE_KV_HEADS = "model.shape.kv_heads";

    /** Layers: as many as come nearest to the parameters. */
    public static final String SHAPE_LAYERS = "model.shape.layers";

    /** All parameters of the shape. */
    public static final String SHAPE_PARAMETERS = "model.shape.parameters";

    /** The width of the residual stream. */
    public static final String SHAPE_WIDTH = "model.shape.width";

    /** Tokens that it is trained on. */
    public static final String TOKENS = "model.tokens";

    /** Training compute of a model that is there already, from its published tokens. */
    public static final String TRAINING_COMPUTE = "model.training_compute";

    /** FLOP to train a parameter on a token, forward and backward. */
    public static final String TRAINING_FLOP_PER_PARAMETER_TOKEN = "model.training_flop_per_parameter_token";

    /** What the names of the sizes of the weights begin with; the encoding follows. */
    public static final String WEIGHTS = "model.weights.";

    private ModelFigures() {}
}
