package muster.scaling.law;

import java.util.Optional;
import muster.document.In;
import muster.document.Inline;
import muster.scaling.loss.ChinchillaFormula;
import muster.scaling.loss.OuterPowerFormula;
import muster.trace.Arithmetic;
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
        Optional<FitDomain> domain)
        implements LossLaw {

    @Override
    public <N extends Arithmetic<N>> OuterPowerFormula<N> formula(LawConstants<N> constants) {
        ChinchillaFormula<N> sum = powers.formula(constants);
        N outer = constants.input(outerExponent, "gamma");
        N attention = constants.input(attentionFlop, "c_1");
        N embedding = constants.input(embeddingFlop, "c_2");
        return new OuterPowerFormula<>(
                sum, outer, Optional.of(new OuterPowerFormula.ExactFlop<>(attention, embedding)));
    }

    @Override
    public boolean outsideEmbedding() {
        return true;
    }
}
