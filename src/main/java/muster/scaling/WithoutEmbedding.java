package muster.scaling;

import java.util.List;
import java.util.Optional;
import muster.document.In;
import muster.document.Inline;
import muster.scaling.loss.LossLaw;
import muster.scaling.loss.WithEmbedding;
import muster.trace.Chain;
import muster.trace.Check;
import muster.trace.Figure;
import muster.trace.Kernel;
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
        @Inline Powers powers, @In("1") Input embedding, Optional<Domain> domain) implements Law {
    private static final Kernel SEARCH =
            Kernel.each(arguments -> new WithEmbedding(Terms.kernel(arguments), arguments[Terms.COUNT])
                    .optimum(arguments[Terms.COUNT + 1])
                    .parameters());

    @Override
    public Sized apply(Chain chain, Figure compute, String under) {
        Terms terms = powers.figures(chain);
        Figure w = chain.input(embedding, "w");
        Figure counted = chain.solved(
                "training.law.parameters_without_embedding",
                "N",
                "parameter",
                SEARCH,
                n -> List.of(new Check(
                        terms.parameterExponent()
                                .times(terms.parameterTerm(total(chain, terms, w, n)))
                                .times(n.plus(terms.parameter()
                                        .times(embedded(chain, terms, w, n))
                                        .times(1.0 / 3)))
                                .over(total(chain, terms, w, n)),
                        terms.tokenExponent().times(terms.tokenTerm(terms.tokens(compute, n))))),
                terms.arguments(w, compute));
        Figure parameters = total(chain, terms, w, counted).as(under + "parameters", "T", "parameter");
        Figure tokens = terms.tokens(compute, counted).as(under + "tokens", "D", "token");
        Figure loss = terms.loss(parameters, tokens).as(under + "loss", "L", "nat/token");
        return Sized.dense(compute, parameters, tokens, Optional.of(loss));
    }

    private static Figure total(Chain chain, Terms terms, Figure w, Figure n) {
        return n.plus(terms.parameter().times(embedded(chain, terms, w, n)));
    }

    private static Figure embedded(Chain chain, Terms terms, Figure w, Figure n) {
        return w.times(n.over(terms.parameter()).power(chain.one().over(chain.number(3))));
    }

    @Override
    public Optional<String> unsizable() {
        return Optional.of("it is another law seen without the embedding. Maybe that law, besiroglu?");
    }

    @Override
    public Optional<LossLaw> loss() {
        return Optional.of(new WithEmbedding(powers.central(), embedding.central()));
    }
}
