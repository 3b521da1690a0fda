package muster.scaling.law;

import java.util.Optional;
import muster.document.In;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * A fixed number of tokens per parameter.
 *
 * <pre>
 * N = sqrt(C / (k r)),  D = r N
 * </pre>
 *
 * with training compute C in FLOP, k FLOP per parameter and token (6: two forward, four backward), and r tokens per
 * parameter (20 in Table 3 of Hoffmann et al. 2022, where it runs from 20.0 to 22.4).
 *
 * @param ratio r, in token per parameter
 * @param flopPerParameterToken k, in FLOP per parameter and token
 * @param domain where the rule was seen to hold
 */
public record TokensPerParameter(
        @In("token/parameter") Input ratio,
        @In("FLOP/parameter/token") Input flopPerParameterToken,
        Optional<FitDomain> domain)
        implements Law {

    @Override
    public ComputeOptimal apply(Chain chain, Figure compute, String under) {
        Figure r = chain.input(ratio, "r");
        Figure k = chain.input(flopPerParameterToken, "k");
        Figure parameters = compute.over(k.times(r)).sqrt().as(under + "parameters", "N", "parameter");
        Figure tokens = r.times(parameters).as(under + "tokens", "D", "token");
        return ComputeOptimal.dense(compute, parameters, tokens, Optional.empty());
    }
}
