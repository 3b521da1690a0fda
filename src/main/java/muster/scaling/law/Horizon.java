package muster.scaling.law;

import java.util.Optional;
import muster.document.In;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * Davidson's form of the fixed ratio, with tasks that take many tokens per data point.
 *
 * <pre>
 * N = sqrt(C / (p k h m)),  D = h m N
 * </pre>
 *
 * with training compute C in FLOP, k FLOP per parameter and token in a forward pass, p forward passes that a training step
 * costs (3: a backward pass costs two), h the horizon in data-point lengths, and m tokens per parameter at horizon one.
 *
 * @param forwardFlopPerParameterToken k, in FLOP per parameter and token
 * @param passesPerStep p, what a training step costs in forward passes
 * @param horizon h, the length of a task in data points
 * @param ratio m, in token per parameter
 * @param domain where the rule was seen to hold
 */
public record Horizon(
        @In("FLOP/parameter/token") Input forwardFlopPerParameterToken,
        @In("1") Input passesPerStep,
        @In("1") Input horizon,
        @In("token/parameter") Input ratio,
        Optional<FitDomain> domain)
        implements Law {

    @Override
    public ComputeOptimal apply(Chain chain, Figure compute, String under) {
        Figure k = chain.input(forwardFlopPerParameterToken, "k");
        Figure p = chain.input(passesPerStep, "p");
        Figure perParameter = chain.input(horizon, "h")
                .times(chain.input(ratio, "m"))
                .as("training.law.tokens_per_parameter", "", "token/parameter");
        Figure parameters =
                compute.over(p.times(k).times(perParameter)).sqrt().as(under + "parameters", "N", "parameter");
        Figure tokens = perParameter.times(parameters).as(under + "tokens", "D", "token");
        return ComputeOptimal.dense(compute, parameters, tokens, Optional.empty());
    }
}
