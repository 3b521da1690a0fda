package muster.model;

import java.util.Optional;
import muster.document.In;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.unit.NumberText;
import muster.unit.Quantity;

/**
 * How much training a model had that is there already, as published: what says how good it is beside others.
 *
 * <pre>
 * C = training_compute, else k N_active D,  k = 6 FLOP/parameter/token
 * </pre>
 *
 * <p>Pre-training alone, one forward and one backward pass over every token; attention, recomputation and what comes after
 * pre-training are not counted. Where both keys are there they must agree within a tenth, and the compute is used.
 *
 * @param trainingCompute its training compute, in FLOP
 * @param trainingTokens the tokens that it was trained on, each as often as it was seen
 */
public record PriorTraining(
        @In("FLOP") Optional<Input> trainingCompute,
        @In("token") Optional<Input> trainingTokens) {

    /** Of which nothing is said. */
    public static final PriorTraining UNSAID = new PriorTraining(Optional.empty(), Optional.empty());

    // Published sizes and tokens have two digits, and attention adds a few hundredths to 6 N D.
    private static final double TOLERANCE = 0.1;

    private static final Quantity PER_PARAMETER_AND_TOKEN = Quantity.of(6, "FLOP/parameter/token");
    private static final Source SIX = Source.of(
            "six",
            "a multiply and an add per parameter, forward once and twice that backward; Kaplan et al. 2020, arXiv 2001.08361, section 2.1",
            Tier.DEFINITION);

    /** Whether either is said. */
    public boolean said() {
        return trainingCompute.isPresent() || trainingTokens.isPresent();
    }

    /** The same, and where nothing is said here what is said elsewhere. */
    PriorTraining or(PriorTraining other) {
        return said() ? this : other;
    }

    /**
     * The training compute, in FLOP: the input that states it, else a figure computed from the tokens.
     *
     * @param chain the run
     * @param active the parameters that a token is multiplied with
     * @param name the name of the figure where it is computed
     * @throws IllegalStateException if nothing is {@link #said}
     */
    public Figure compute(Chain chain, Figure active, String name) {
        return trainingCompute
                .map(stated -> chain.input(stated, "C"))
                .orElseGet(() -> counted(chain, active).as(name, "C", "FLOP"));
    }

    private Figure counted(Chain chain, Figure active) {
        Input tokens = trainingTokens.orElseThrow(() -> new IllegalStateException("a model of unsaid training"));
        return chain.constant(ModelFigures.TRAINING_FLOP_PER_PARAMETER_TOKEN, "k_train", PER_PARAMETER_AND_TOKEN, SIX)
                .times(active)
                .times(chain.input(tokens, "D"));
    }

    /**
     * Refuses a compute and tokens that do not agree.
     *
     * @param active the parameters that a token is multiplied with
     * @throws IllegalArgumentException if they differ by more than a tenth
     */
    void check(double active) {
        trainingCompute.ifPresent(compute -> trainingTokens.ifPresent(tokens -> {
            double counted = PER_PARAMETER_AND_TOKEN.value() * active * tokens.central();
            if (Math.abs(compute.central() / counted - 1) > TOLERANCE) {
                throw new IllegalArgumentException(
                        "training_compute is stated as %s FLOP and training_tokens make it %s"
                                .formatted(NumberText.rounded(compute.central(), 4), NumberText.rounded(counted, 4)));
            }
        }));
    }
}
