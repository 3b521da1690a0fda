package muster.scaling.law;

import java.util.Optional;
import muster.document.In;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * A power of the compute for the parameters, as read off runs.
 *
 * <pre>
 * N = c (C / C_0)^a,  D = C / (k N)
 * </pre>
 *
 * @param coefficient c, in parameter
 * @param exponent a
 * @param referenceCompute C_0, what the law counts the compute in, in FLOP
 * @param flopPerParameterToken k, in FLOP per parameter and token
 * @param domain the models of the fit
 */
public record SizePower(
        @In("parameter") Input coefficient,
        @In("1") Input exponent,
        @In("FLOP") Input referenceCompute,
        @In("FLOP/parameter/token") Input flopPerParameterToken,
        Optional<FitDomain> domain)
        implements Law {

    @Override
    public ComputeOptimal apply(Chain chain, Figure compute, String under) {
        Figure parameters = chain.input(coefficient, "c")
                .times(compute.over(chain.input(referenceCompute, "C_0")).power(chain.input(exponent, "a")))
                .as(under + "parameters", "N", "parameter");
        Figure tokens = compute.over(chain.input(flopPerParameterToken, "k").times(parameters))
                .as(under + "tokens", "D", "token");
        return ComputeOptimal.dense(compute, parameters, tokens, Optional.empty());
    }
}
