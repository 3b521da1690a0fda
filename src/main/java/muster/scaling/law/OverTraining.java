package muster.scaling.law;

import java.util.Map;
import java.util.Optional;
import muster.document.In;
import muster.document.Range;
import muster.scaling.loss.ChinchillaFormula;
import muster.scaling.loss.PowerTerms;
import muster.scaling.loss.TestError;
import muster.trace.Arithmetic;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * A loss in compute and tokens per parameter, and the error on downstream tasks at a loss (Gadre et al. 2024, arXiv 2403.08540,
 * Eqs. 4 and 5).
 *
 * <pre>
 * L = E + (a M^eta + b M^-eta) C^-eta,  M = D / N,  C = k N D
 * error = eps - c exp(-gamma L)
 * </pre>
 *
 * <p>It is a sum of powers: {@code a k^-eta / N^(2 eta) + b k^-eta / D^(2 eta)}.
 *
 * @param irreducibleLoss E, in nat per token
 * @param parameterCoefficient a, in nat per token
 * @param tokenCoefficient b, in nat per token
 * @param exponent eta
 * @param flopPerParameterToken k, in FLOP per parameter and token
 * @param error the error at a loss
 * @param domain the models of the fit
 * @param uncertainty in which directions the constants of the sum of powers are uncertain together, by name
 */
public record OverTraining(
        @In(value = "nat/token", range = Range.NON_NEGATIVE) Input irreducibleLoss,
        @In("nat/token") Input parameterCoefficient,
        @In("nat/token") Input tokenCoefficient,
        @In("1") Input exponent,
        @In("FLOP/parameter/token") Input flopPerParameterToken,
        Optional<Downstream> error,
        Optional<FitDomain> domain,
        Optional<Map<String, Direction>> uncertainty)
        implements LossLaw {

    /**
     * The average top-1 error on downstream tasks.
     *
     * @param most eps, the error of a model that knows nothing
     * @param coefficient c
     * @param rate gamma, in one over nat per token
     */
    public record Downstream(
            @In("1") Input most,
            @In("1") Input coefficient,
            @In("token/nat") Input rate) {
        /** The error at the central values. */
        public TestError central() {
            return new TestError(most.central(), coefficient.central(), rate.central());
        }

        private void apply(Chain chain, Figure loss, String under) {
            TestError.of(chain.input(most, "eps"), chain.input(coefficient, "c"), chain.input(rate, "gamma"), loss)
                    .as(under + "downstream_error", "", "1");
        }
    }

    @Override
    public void tell(Chain chain, Figure loss, String under) {
        error.ifPresent(downstream -> downstream.apply(chain, loss, under));
    }

    @Override
    public <N extends Arithmetic<N>> ChinchillaFormula<N> formula(LawConstants<N> constants) {
        N eta = constants.input(exponent, "eta");
        N k = constants.input(flopPerParameterToken, "k");
        N parameter = constants.parameter();
        N token = constants.token();
        N twice = eta.times(2).as("training.law.double_exponent", "", "1");
        N perProduct = k.times(parameter)
                .times(token)
                .over(constants.flop())
                .power(eta)
                .as("training.law.product_scale", "", "1");
        PowerTerms<N> terms = new PowerTerms<>(
                constants.input(irreducibleLoss, "E"),
                constants.input(parameterCoefficient, "a").over(perProduct),
                twice,
                constants.input(tokenCoefficient, "b").over(perProduct),
                twice,
                parameter,
                token);
        ChinchillaFormula<N> fitted = new ChinchillaFormula<>(terms, k);
        return uncertainty
                .map(directions -> Direction.moved(constants, fitted, directions.values()))
                .orElse(fitted);
    }
}
