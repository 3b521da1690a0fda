package muster.scaling;

import java.util.Optional;
import muster.document.In;
import muster.document.Inline;
import muster.scaling.loss.LossLaw;
import muster.scaling.loss.PowerSum;
import muster.scaling.loss.Tempered;
import muster.trace.Chain;
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
        implements LawOfLoss {

    @Override
    public TemperedSurface figures(Chain chain) {
        return new TemperedSurface(
                powers.figures(chain),
                chain.input(outerExponent, "gamma"),
                Optional.of(new TemperedSurface.ExactFlop(
                        chain.input(attentionFlop, "c_1"), chain.input(embeddingFlop, "c_2"))));
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
        return new Tempered(
                sum.irreducible(),
                sum.without(),
                outerExponent.central(),
                attentionFlop.central(),
                embeddingFlop.central());
    }
}
