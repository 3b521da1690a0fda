package muster.scaling;

import java.util.List;
import java.util.Optional;
import muster.document.In;
import muster.document.Inline;
import muster.scaling.loss.LossLaw;
import muster.scaling.loss.PowerSum;
import muster.scaling.loss.Tempered;
import muster.trace.Chain;
import muster.trace.Check;
import muster.trace.Figure;
import muster.trace.Kernel;
import muster.uncertainty.Input;

/**
 * The supervised law of Busbridge et al. 2025 (arXiv 2502.08606), a sum of powers to a power, with the exact arithmetic of a
 * token.
 *
 * <pre>
 * L = E + (A / N^alpha + B / D^beta)^gamma,  N outside the embedding               (Eq. 1)
 * C = k N (1 + c_1 N^(-1/3) + c_2 N^(-2/3)) D                                     (App. H)
 * </pre>
 *
 * @param powers the constants; A and B are to the power 1/gamma of a loss
 * @param outerExponent gamma
 * @param attentionFlop c_1, of attention to the context
 * @param embeddingFlop c_2, of the output layer
 * @param domain the models of the fit
 */
public record Supervised(
        @Inline Powers powers,
        @In("1") Input outerExponent,
        @In("1") Input attentionFlop,
        @In("1") Input embeddingFlop,
        Optional<Domain> domain)
        implements Law {
    // The outer power has no part in where the optimum lies.
    private static final Kernel SEARCH = Kernel.each(
            arguments -> new Tempered(0, Terms.kernel(arguments), 1, arguments[Terms.COUNT], arguments[Terms.COUNT + 1])
                    .optimum(arguments[Terms.COUNT + 2])
                    .parameters());

    @Override
    public Sized apply(Chain chain, Figure compute, String under) {
        Terms terms = powers.figures(chain);
        Figure nat = Counted.nat(chain);
        Arithmetic arithmetic =
                new Arithmetic(chain, terms, chain.input(attentionFlop, "c_1"), chain.input(embeddingFlop, "c_2"));
        Figure parameters = chain.solved(
                under + "parameters",
                "N",
                "parameter",
                SEARCH,
                n -> List.of(new Check(
                        terms.parameterExponent().times(terms.parameterTerm(n)),
                        arithmetic
                                .elasticity(n)
                                .times(terms.tokenExponent())
                                .times(terms.tokenTerm(compute.over(arithmetic.flopPerToken(n)))))),
                terms.arguments(arithmetic.attention, arithmetic.embedding, compute));
        Figure perToken = arithmetic.flopPerToken(parameters).as("training.law.flop_per_token", "", "FLOP/token");
        Figure tokens = compute.over(perToken).as(under + "tokens", "D", "token");
        Figure loss = terms.irreducible()
                .plus(nat.times(terms.parameterTerm(parameters)
                        .plus(terms.tokenTerm(tokens))
                        .over(nat)
                        .power(chain.input(outerExponent, "gamma"))))
                .as(under + "loss", "L", "nat/token");
        return Sized.dense(compute, parameters, tokens, Optional.of(loss));
    }

    private record Arithmetic(Chain chain, Terms terms, Figure attention, Figure embedding) {
        Figure flopPerToken(Figure n) {
            return terms.flopPerParameterToken()
                    .times(n)
                    .times(chain.one().plus(attention(n)).plus(embedding(n)));
        }

        Figure elasticity(Figure n) {
            return chain.one()
                    .plus(attention(n).times(2.0 / 3))
                    .plus(embedding(n).times(1.0 / 3))
                    .over(chain.one().plus(attention(n)).plus(embedding(n)));
        }

        private Figure attention(Figure n) {
            return attention.over(n.over(terms.parameter()).power(chain.one().over(chain.number(3))));
        }

        private Figure embedding(Figure n) {
            return embedding.over(
                    n.over(terms.parameter()).power(chain.number(2).over(chain.number(3))));
        }
    }

    @Override
    public boolean outsideEmbedding() {
        return true;
    }

    @Override
    public Optional<LossLaw> loss() {
        return Optional.of(central());
    }

    /** The loss at the central values. */
    public Tempered central() {
        PowerSum sum = powers.central();
        PowerSum inside = new PowerSum(
                0,
                sum.parameterCoefficient(),
                sum.parameterExponent(),
                sum.tokenCoefficient(),
                sum.tokenExponent(),
                sum.flopPerParameterToken());
        return new Tempered(
                sum.irreducible(), inside, outerExponent.central(), attentionFlop.central(), embeddingFlop.central());
    }
}
