package muster.scaling.law;

/** The names of figures of training. What a law reckons on its own way is named in the file of the law, below {@code training.law}. */
public final class TrainingFigures {
    /** What the names of figures of the model that is best without use begin with. */
    public static final String BEST = "training.best.";

    /** Dense peak rate of the chips that train and are up. */
    public static final String CAPACITY = "training.capacity";

    /** Arithmetic that goes into training, after utilisation. */
    public static final String COMPUTE = "training.compute";

    /** The batch beyond which more at once helps little. */
    public static final String CRITICAL_BATCH = "training.critical_batch";

    /** What the names of figures of the dense model begin with, in whose place experts stand. */
    public static final String DENSE = "training.dense.";

    /** The parameters of that model. */
    public static final String DENSE_PARAMETERS = "training.dense.parameters";

    /** The compute that would give the same quality without the gains. */
    public static final String EFFECTIVE_COMPUTE = "training.effective_compute";

    /** The arithmetic that the training takes exactly, beside the 6 N D of the compute. */
    public static final String EXACT_COMPUTE = "training.exact_compute";

    /** What training takes for a token of a shape: parameters, attention and softmax, forward and backward. */
    public static final String EXACT_FLOP_PER_TOKEN = "training.exact_flop_per_token";

    /** The exact arithmetic over 6 N D. */
    public static final String EXACT_OVER_SIX_N_D = "training.exact_over_six_n_d";

    /** The compute that the wall of latency leaves. */
    public static final String FEASIBLE_COMPUTE = "training.feasible_compute";

    /** Effective compute that better algorithms are worth, over the compute. */
    public static final String GAINS_ALGORITHMIC = "training.gains.algorithmic";

    /** The least time of the training at that batch. */
    public static final String LEAST_DURATION = "training.least_duration";

    /** What the names of figures of the second law of experts begin with. */
    public static final String MOE_BY_LAW = "training.moe.by_law.";

    /** The same of a law of fine-grained experts. */
    public static final String MOE_BY_FINE_GRAINED_LAW = "training.moe.by_law.fine_grained_moe.";

    /** The largest dense model for which the first law of experts holds. */
    public static final String MOE_LAW_HOLDS_TO = "training.moe.law_holds_to";

    /** What the names of inputs of experts at the same loss begin with. */
    public static final String MOE_SAME_LOSS = "training.moe.same_loss.";

    /** A coefficient of the second law, read where there is one. */
    public static final String MOE_SECOND_LAW_PARAMETER_COEFFICIENT =
            "training.moe.same_loss.second_law.parameter_coefficient";

    /** The part of the routed experts that a token activates. */
    public static final String MOE_VISITED_EXPERTS = "training.moe.visited_experts";

    /** What training the experts takes: 6 FLOP for each active parameter and token. */
    public static final String MOE_COMPUTE = "training.moe_compute";

    /** What a product with a parameter takes. */
    public static final String MULTIPLY_AND_ADD = "training.multiply_and_add";

    /** The path of the shape that a trained model is given. */
    public static final String SHAPE = "training.shape";

    /** Training tokens over the text that there is. */
    public static final String SHARE_OF_TOKEN_STOCK = "training.share_of_token_stock";

    /** The 6 of 6 N D. */
    public static final String SIX = "training.six";

    /** What training takes, where the model is not the best for its compute. */
    public static final String SIZING_COMPUTE = "training.sizing.compute";

    /** Cost of training and use over that of the model that is best without use. */
    public static final String SIZING_COST_RATIO = "training.sizing.cost_ratio";

    /** What is served, in training tokens of the same cost. */
    public static final String SIZING_SERVED_IN_TRAINING_TOKENS = "training.sizing.served_in_training_tokens";

    /** What a FLOP of training costs. */
    public static final String SIZING_USD_PER_FLOP = "training.sizing.usd_per_flop";

    /** Steps of the training at that batch. */
    public static final String STEPS = "training.steps";

    /** The path of the text that there is. */
    public static final String TOKEN_STOCK = "training.token_stock";

    /** The tokens of the text that there is. */
    public static final String TOKEN_STOCK_TOKENS = "training.token_stock.tokens";

    private TrainingFigures() {}
}
