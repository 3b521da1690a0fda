package muster.scaling.loss;

import java.util.function.DoubleUnaryOperator;
import muster.numeric.Roots;
import muster.trace.Real;

/**
 * A loss L(N, D) that falls in parameters and tokens, as a function of doubles, and what follows from it. Where its formula has no
 * closed form, the answers are roots in ln N or ln D, searched between bounds of a parameter or a token and far more than anyone
 * has; where there is none, they are no number.
 */
public interface LossSurface {
    /** ln of 1e40: more parameters, tokens or FLOP per token than any law is asked for. */
    double MOST = 40 * StrictMath.log(10);

    /** The formula, with its constants. */
    LossFormula<Real> formula();

    /** The law of a formula. */
    static LossSurface of(LossFormula<Real> formula) {
        return formula instanceof ChinchillaFormula<Real> sum ? new ChinchillaLoss(sum) : new Searched(formula);
    }

    /**
     * A law of any formula.
     *
     * @param formula the formula
     */
    record Searched(LossFormula<Real> formula) implements LossSurface {}

    /**
     * The loss in nat per token.
     *
     * @param parameters N
     * @param tokens D
     */
    default double loss(double parameters, double tokens) {
        return formula().loss(new Real(parameters), new Real(tokens)).value();
    }

    /** dL / d ln N, in nat per token; below zero. */
    default double perLogParameters(double parameters, double tokens) {
        Real n = new Real(parameters);
        Real d = new Real(tokens);
        return -formula().gainScale(n, d).times(formula().parameterGain(n, d)).value();
    }

    /** dL / d ln D, in nat per token; below zero. */
    default double perLogTokens(double parameters, double tokens) {
        Real n = new Real(parameters);
        Real d = new Real(tokens);
        return -formula().gainScale(n, d).times(formula().tokenGain(n, d)).value();
    }

    /** What a training token costs, in FLOP. */
    default double flopPerToken(double parameters) {
        return formula().flopPerToken(new Real(parameters)).value();
    }

    /** d ln (FLOP per token) / d ln N: 1 where a token costs the same for every parameter. */
    default double flopElasticity(double parameters) {
        return formula().flopElasticity(new Real(parameters)).value();
    }

    /** The training compute, in FLOP. */
    default double flop(double parameters, double tokens) {
        return flopPerToken(parameters) * tokens;
    }

    /** The parameters that a token is multiplied with; all of them in most laws. */
    default double active(double parameters) {
        return formula().active(new Real(parameters)).map(Real::value).orElse(parameters);
    }

    /**
     * The model of least loss for a training compute.
     *
     * @param flop the compute, in FLOP
     */
    default Optimum optimum(double flop) {
        double parameters = formula()
                .bestParameters(new Real(flop))
                .map(Real::value)
                .orElseGet(() -> root(n -> imbalance(n, flop), 0, StrictMath.log(flop)));
        return at(parameters, flop / flopPerToken(parameters));
    }

    private double imbalance(double parameters, double flop) {
        double tokens = flop / flopPerToken(parameters);
        return formula()
                .leastLoss(new Real(parameters), new Real(tokens))
                .excess()
                .value();
    }

    /** The tokens with which a model reaches a loss. */
    default double tokensFor(double loss, double parameters) {
        if (formula() instanceof SizingFormula<Real> sizing) {
            double tokens =
                    sizing.tokensFor(new Real(loss), new Real(parameters)).value();
            return Double.isInfinite(tokens) ? Double.NaN : tokens;
        }
        return root(tokens -> loss(parameters, tokens) - loss, 0, MOST);
    }

    /** The parameters with which so many tokens reach a loss. */
    default double parametersFor(double loss, double tokens) {
        return formula()
                .parametersFor(new Real(loss), new Real(tokens))
                .map(Real::value)
                .orElseGet(() -> root(parameters -> loss(parameters, tokens) - loss, 0, MOST));
    }

    /** The cheapest model of a loss: the one of least training compute. */
    default Optimum cheapest(double loss) {
        return formula()
                .cheapestParameters(new Real(loss))
                .map(Real::value)
                .map(parameters -> at(parameters, tokensFor(loss, parameters)))
                .orElseGet(() -> optimum(root(flop -> optimum(flop).loss() - loss, StrictMath.log(1e9), 2 * MOST)));
    }

    // A root in the logarithm, between two logarithms.
    private static double root(DoubleUnaryOperator function, double low, double high) {
        return StrictMath.exp(Roots.between(log -> function.applyAsDouble(StrictMath.exp(log)), low, high));
    }

    private Optimum at(double parameters, double tokens) {
        return new Optimum(parameters, tokens, loss(parameters, tokens));
    }
}
