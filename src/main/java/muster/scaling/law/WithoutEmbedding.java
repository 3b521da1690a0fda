package muster.scaling.law;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import muster.document.In;
import muster.document.Inline;
import muster.scaling.loss.ChinchillaFormula;
import muster.scaling.loss.LossFormula;
import muster.scaling.loss.LossSurface;
import muster.trace.Arithmetic;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.trace.SolutionCheck;
import muster.uncertainty.Input;

/**
 * A sum of powers for someone who counts parameters and compute without the embedding (Pearce and Song 2024, arXiv 2406.12907):
 * the loss is in all parameters, T = N + w N^(1/3), and the compute is k N D.
 *
 * @param powers the constants of the loss
 * @param embedding w, parameters of the embedding over the cube root of the others
 * @param domain the models of the fit
 */
public record WithoutEmbedding(
        @Inline Powers powers, @In("1") Input embedding, Optional<FitDomain> domain) implements Law {

    /**
     * A loss in all parameters seen by someone who counts those outside the embedding. It explains why Kaplan et al. 2020 found
     * models to grow faster than Hoffmann et al. 2022 did.
     *
     * @param law the loss in all parameters
     * @param embedding w
     */
    record EmbeddingFormula<N extends Arithmetic<N>>(ChinchillaFormula<N> law, N embedding) implements LossFormula<N> {

        /** T: all parameters. */
        N total(N parameters) {
            return parameters.plus(law.terms().parameter().times(embedded(parameters)));
        }

        private N embedded(N parameters) {
            return embedding.times(parameters
                    .over(law.terms().parameter())
                    .power(parameters.number(1).over(parameters.number(3))));
        }

        @Override
        public N loss(N parameters, N tokens) {
            return law.loss(total(parameters), tokens);
        }

        @Override
        public N parameterGain(N parameters, N tokens) {
            return law.parameterGain(total(parameters), tokens)
                    .times(parameters.plus(
                            law.terms().parameter().times(embedded(parameters)).times(1.0 / 3)))
                    .over(total(parameters));
        }

        @Override
        public N tokenGain(N parameters, N tokens) {
            return law.tokenGain(parameters, tokens);
        }

        @Override
        public N flopPerToken(N parameters) {
            return law.flopPerToken(parameters);
        }

        @Override
        public <M extends Arithmetic<M>> EmbeddingFormula<M> map(Function<N, M> each) {
            return new EmbeddingFormula<>(law.map(each), each.apply(embedding));
        }
    }

    /** The loss, with the constants of a run or their central values. */
    <N extends Arithmetic<N>> EmbeddingFormula<N> formula(LawConstants<N> constants) {
        return new EmbeddingFormula<>(powers.formula(constants), constants.input(embedding, "w"));
    }

    @Override
    public ComputeOptimal apply(Chain chain, Figure compute, String under) {
        EmbeddingFormula<Figure> formula = formula(LawConstants.on(chain));
        ChinchillaFormula<Figure> law = formula.law();
        Figure counted = LossSearch.under(chain, formula, compute)
                .solved(
                        "training.law.parameters_without_embedding",
                        sample ->
                                sample.law(formula).optimum(sample.of(compute)).parameters(),
                        n -> List.of(balanced(formula, n, law.tokens(compute, n))));
        Figure parameters = formula.total(counted).as(under + "parameters", "T", "parameter");
        Figure tokens = law.tokens(compute, counted).as(under + "tokens", "D", "token");
        Figure loss = law.loss(parameters, tokens).as(under + "loss", "L", "nat/token");
        return ComputeOptimal.dense(compute, parameters, tokens, Optional.of(loss));
    }

    // A token costs the same for every parameter, so the gains themselves are equal.
    private static SolutionCheck balanced(EmbeddingFormula<Figure> formula, Figure n, Figure tokens) {
        return new SolutionCheck(formula.parameterGain(n, tokens), formula.tokenGain(n, tokens));
    }

    @Override
    public Optional<String> unsizable() {
        return Optional.of("it is another law seen without the embedding. Maybe that law, besiroglu?");
    }

    @Override
    public Optional<LossSurface> loss() {
        return Optional.of(LossSurface.of(formula(LawConstants.central())));
    }
}
