package muster.scaling;

import java.util.Optional;
import muster.document.In;
import muster.scaling.loss.Bounded;
import muster.scaling.loss.LossLaw;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * The joint law of Kaplan et al. 2020, with its optimum under C = k N D.
 *
 * <pre>
 * L = ((N_c / N)^(alpha_N / alpha_D) + D_c / D)^alpha_D                          (Eq. 1.5)
 * </pre>
 *
 * <p>N counts parameters outside the embedding. The paper's own rule for the size, N ~ C^0.73, is read off other runs.
 *
 * @param parameterScale N_c, in parameter
 * @param parameterExponent alpha_N
 * @param tokenScale D_c, in token
 * @param tokenExponent alpha_D
 * @param flopPerParameterToken k, in FLOP per parameter and token
 * @param domain the models of the fit
 */
public record Kaplan(
        @In("parameter") Input parameterScale,
        @In("1") Input parameterExponent,
        @In("token") Input tokenScale,
        @In("1") Input tokenExponent,
        @In("FLOP/parameter/token") Input flopPerParameterToken,
        Optional<Domain> domain)
        implements LawOfLoss {

    @Override
    public TemperedSurface figures(Chain chain) {
        Figure parameter = Counted.parameter(chain);
        Figure token = Counted.token(chain);
        Figure nat = Counted.nat(chain);
        Figure outer = chain.input(tokenExponent, "alpha_D");
        Figure ratio = chain.input(parameterExponent, "alpha_N").over(outer).as("training.law.exponent_ratio", "", "1");
        Terms inside = new Terms(
                chain,
                nat.times(0),
                nat.times(chain.input(parameterScale, "N_c").over(parameter).power(ratio)),
                ratio,
                nat.times(chain.input(tokenScale, "D_c").over(token)),
                chain.one(),
                chain.input(flopPerParameterToken, "k"),
                parameter,
                token);
        return new TemperedSurface(inside, outer, Optional.empty());
    }

    @Override
    public boolean outsideEmbedding() {
        return true;
    }

    @Override
    public Optional<LossLaw> loss() {
        return Optional.of(new Bounded(
                parameterScale.central(),
                parameterExponent.central(),
                tokenScale.central(),
                tokenExponent.central(),
                flopPerParameterToken.central()));
    }
}
