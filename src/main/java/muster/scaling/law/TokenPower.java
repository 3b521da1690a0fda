package muster.scaling.law;

import java.util.Optional;
import muster.document.In;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * A power of the compute for the tokens, as read off runs.
 *
 * <pre>
 * D = c (C / C_0)^b,  N = C / (k D)
 * </pre>
 *
 * @param coefficient c, in token
 * @param exponent b
 * @param referenceCompute C_0, what the law counts the compute in, in FLOP
 * @param flopPerParameterToken k, in FLOP per parameter and token
 * @param domain the models of the fit
 */
public record TokenPower(
        @In("token") Input coefficient,
        @In("1") Input exponent,
        @In("FLOP") Input referenceCompute,
        @In("FLOP/parameter/token") Input flopPerParameterToken,
        Optional<FitDomain> domain)
        implements Law {

    @Override
    public ComputeOptimal apply(Chain chain, Figure compute, String under) {
        Figure tokens = chain.input(coefficient, "c")
                .times(compute.over(chain.input(referenceCompute, "C_0")).power(chain.input(exponent, "b")))
                .as(under + "tokens", "D", "token");
        Figure parameters = compute.over(chain.input(flopPerParameterToken, "k").times(tokens))
                .as(under + "parameters", "N", "parameter");
        return ComputeOptimal.dense(compute, parameters, tokens, Optional.empty());
    }
}
