package muster.scaling;

import java.util.Optional;
import muster.diagnostic.Place;
import muster.document.Choice;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.document.When;
import muster.scaling.law.Chinchilla;
import muster.scaling.law.ComputeOptimal;
import muster.scaling.law.Law;
import muster.scaling.law.LimitedDataOptimum;
import muster.scaling.law.OverTraining;
import muster.scaling.law.Surface;
import muster.scaling.law.TrainingFigures;
import muster.scaling.loss.ChinchillaFormula;
import muster.scaling.loss.LimitedDataFormula;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.unit.NumberText;

/** Why a model is trained that is not the one of least loss for the training compute. */
@Choice
public sealed interface Sizing permits Sizing.PartOfBest, Sizing.ForUse, Sizing.LimitedData {

    /** Where it is written. */
    Place place();

    /** Why it cannot be asked of a law; empty where it can. */
    default Optional<String> refused(Law law) {
        return law.unsizable();
    }

    /**
     * Sizes the model; records its {@code parameters}, {@code tokens} and {@code loss}.
     *
     * @param surface the loss of the law
     * @param compute the training compute, in FLOP
     * @param under what the names of these figures begin with
     */
    ComputeOptimal apply(Surface surface, Figure compute, String under);

    /** What training costs more than the compute of the section, where the loss is kept; recorded and warned of. */
    private static void overhead(Surface surface, ComputeOptimal sized, Place place) {
        Figure spent = surface.formula()
                .flopPerToken(sized.parameters())
                .times(sized.tokens())
                .as(TrainingFigures.SIZING_COMPUTE, "", "FLOP");
        double times = spent.over(sized.compute()).central("1").base();
        if (times > 1) {
            surface.chain()
                    .warn(
                            "trained-longer",
                            place,
                            "training takes %s times training.compute, for the loss of the model that is best for it"
                                    .formatted(NumberText.rounded(times, 3)));
        }
    }

    /**
     * A smaller model of the same loss, trained for longer (de Vries 2023, Go smol or go home).
     *
     * <pre>
     * N = k N_best,  L(N, D) = L_best
     * D = D_best (1 - (k^-alpha - 1) beta/alpha)^(-1/beta)   where L is a sum of powers
     * </pre>
     *
     * @param partOfBest k, its size over that of the model of least loss
     */
    @When(key = "part_of_best")
    record PartOfBest(
            @In(value = "1", range = Range.FRACTION) Input partOfBest) implements Sizing {
        @Override
        public Place place() {
            return partOfBest.place();
        }

        @Override
        public ComputeOptimal apply(Surface surface, Figure compute, String under) {
            ComputeOptimal best = surface.best(compute, TrainingFigures.BEST);
            Figure parameters = surface.chain()
                    .input(partOfBest, "k")
                    .times(best.parameters())
                    .as(under + "parameters", "N", "parameter");
            Figure loss = best.loss().orElseThrow().as(under + "loss", "L", "nat/token");
            ComputeOptimal sized = surface.sized(
                            compute, parameters, surface.formula().tokensFor(loss, parameters), under)
                    .of(loss);
            overhead(surface, sized, place());
            return sized;
        }
    }

    /**
     * The model of least cost when its use counts too, at the loss that the compute allows (Sardana et al. 2024, arXiv
     * 2401.00448).
     *
     * @param served what it serves in its life
     */
    @When(key = "served")
    record ForUse(LifetimeInference served) implements Sizing {
        @Override
        public Place place() {
            return served.outputTokens().place();
        }

        @Override
        public ComputeOptimal apply(Surface surface, Figure compute, String under) {
            ComputeOptimal sized = served.apply(surface, compute, under);
            overhead(surface, sized, place());
            return sized;
        }
    }

    /**
     * Limited data: tokens seen again are worth less, and so are parameters beyond what the data fill (Muennighoff et al. 2023,
     * arXiv 2305.16264).
     *
     * @param uniqueTokens U, the tokens that there are
     * @param tokenReuse R_D, repetitions until a token has given most of its worth
     * @param parameterReuse R_N, the same of parameters
     */
    @When(key = "unique_tokens")
    record LimitedData(
            @In("token") Input uniqueTokens,

            @Otherwise(value = "15.387756", because = "Muennighoff et al. 2023, code of huggingface/datablations")
            @In("1")
            Input tokenReuse,

            @Otherwise(value = "5.309743", because = "Muennighoff et al. 2023, code of huggingface/datablations")
            @In("1")
            Input parameterReuse)
            implements Sizing {
        @Override
        public Place place() {
            return uniqueTokens.place();
        }

        @Override
        public Optional<String> refused(Law law) {
            boolean powers = law instanceof Chinchilla || law instanceof OverTraining;
            return powers
                    ? Optional.empty()
                    : law.unsizable()
                            .or(() -> Optional.of(
                                    "repeated data are worked into sums of powers alone. Maybe besiroglu?"));
        }

        @Override
        public ComputeOptimal apply(Surface surface, Figure compute, String under) {
            Chain chain = surface.chain();
            Figure unique = chain.input(uniqueTokens, "U");
            LimitedDataFormula<Figure> formula = LimitedDataFormula.of(
                    (ChinchillaFormula<Figure>) surface.formula(),
                    unique,
                    chain.input(tokenReuse, "R_D"),
                    chain.input(parameterReuse, "R_N"));
            ComputeOptimal sized = LimitedDataOptimum.best(chain, formula, compute, under);
            double epochs = sized.tokens().over(unique).central("1").base();
            if (epochs > 1) {
                chain.warn(
                        "data-limit-binds",
                        place(),
                        "the unique tokens are seen %s times, and what is seen again is worth less"
                                .formatted(NumberText.rounded(epochs, 3)));
            }
            return sized;
        }
    }
}
