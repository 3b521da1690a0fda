package muster.scaling.loss;

import java.util.function.DoubleUnaryOperator;
import muster.numeric.Roots;

/**
 * A loss L(N, D) that falls in parameters and tokens, and what follows from it. Where a law has no closed form, the answers are
 * roots in ln N or ln D, searched between bounds of a parameter or a token and far more than anyone has; where there is none,
 * they are no number.
 */
public interface LossLaw {
    /** ln of 1e40: more parameters, tokens or FLOP per token than any law is asked for. */
    double MOST = 40 * StrictMath.log(10);

    /**
     * The loss in nat per token.
     *
     * @param parameters N
     * @param tokens D
     */
    double loss(double parameters, double tokens);

    /** dL / d ln N, in nat per token; below zero. */
    double perLogParameters(double parameters, double tokens);

    /** dL / d ln D, in nat per token; below zero. */
    double perLogTokens(double parameters, double tokens);

    /** What a training token costs, in FLOP. */
    double flopPerToken(double parameters);

    /** d ln (FLOP per token) / d ln N: 1 where a token costs the same for every parameter. */
    double flopElasticity(double parameters);

    /** The training compute, in FLOP. */
    default double flop(double parameters, double tokens) {
        return flopPerToken(parameters) * tokens;
    }

    /**
     * The model of least loss for a training compute: {@code dL/d ln N = (dL/d ln D) (d ln FLOP per token / d ln N)}.
     *
     * @param flop the compute, in FLOP
     */
    default Optimum optimum(double flop) {
        double parameters = StrictMath.exp(Roots.between(
                logParameters -> imbalance(StrictMath.exp(logParameters), flop), 0, StrictMath.log(flop)));
        return at(parameters, flop / flopPerToken(parameters));
    }

    private double imbalance(double parameters, double flop) {
        double tokens = flop / flopPerToken(parameters);
        return perLogParameters(parameters, tokens) - flopElasticity(parameters) * perLogTokens(parameters, tokens);
    }

    /** The tokens with which a model reaches a loss. */
    default double tokensFor(double loss, double parameters) {
        return root(tokens -> loss(parameters, tokens) - loss);
    }

    /** The parameters with which so many tokens reach a loss. */
    default double parametersFor(double loss, double tokens) {
        return root(parameters -> loss(parameters, tokens) - loss);
    }

    /** The cheapest model of a loss: the one of least training compute. */
    default Optimum cheapest(double loss) {
        double flop = StrictMath.exp(Roots.between(
                logFlop -> optimum(StrictMath.exp(logFlop)).loss() - loss, StrictMath.log(1e9), 2 * MOST));
        return optimum(flop);
    }

    private static double root(DoubleUnaryOperator function) {
        return StrictMath.exp(Roots.between(log -> function.applyAsDouble(StrictMath.exp(log)), 0, MOST));
    }

    private Optimum at(double parameters, double tokens) {
        return new Optimum(parameters, tokens, loss(parameters, tokens));
    }
}
