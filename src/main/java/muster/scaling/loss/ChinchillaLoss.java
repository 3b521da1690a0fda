package muster.scaling.loss;

import muster.trace.Real;

/**
 * A {@link ChinchillaFormula} as a function of doubles, as fits make it.
 *
 * @param formula the formula
 */
public record ChinchillaLoss(ChinchillaFormula<Real> formula) implements LossSurface {

    /**
     * The law of constants.
     *
     * @param irreducible E, in nat per token
     * @param parameterCoefficient A, in nat per token
     * @param parameterExponent alpha
     * @param tokenCoefficient B, in nat per token
     * @param tokenExponent beta
     * @param flopPerParameterToken k, in FLOP per parameter and token
     */
    public ChinchillaLoss(
            double irreducible,
            double parameterCoefficient,
            double parameterExponent,
            double tokenCoefficient,
            double tokenExponent,
            double flopPerParameterToken) {
        this(new ChinchillaFormula<>(
                new PowerTerms<>(
                        new Real(irreducible),
                        new Real(parameterCoefficient),
                        new Real(parameterExponent),
                        new Real(tokenCoefficient),
                        new Real(tokenExponent),
                        new Real(1),
                        new Real(1)),
                new Real(flopPerParameterToken)));
    }

    /** E, in nat per token. */
    public double irreducible() {
        return formula.terms().irreducible().value();
    }

    /** A, in nat per token. */
    public double parameterCoefficient() {
        return formula.terms().parameterCoefficient().value();
    }

    /** Alpha. */
    public double parameterExponent() {
        return formula.terms().parameterExponent().value();
    }

    /** B, in nat per token. */
    public double tokenCoefficient() {
        return formula.terms().tokenCoefficient().value();
    }

    /** Beta. */
    public double tokenExponent() {
        return formula.terms().tokenExponent().value();
    }

    /** k, in FLOP per parameter and token. */
    public double flopPerParameterToken() {
        return formula.flopPerParameterToken().value();
    }

    /** G: the parameters of the best model over the power of the compute. */
    public double balance() {
        return formula.balance().value();
    }

    /** The power of the compute with which the best model grows: beta / (alpha + beta). */
    public double sizeExponent() {
        return formula.sizeExponent().value();
    }

    /** The model whose training compute is best spent on so many parameters. */
    public Optimum ofSize(double parameters) {
        double tokens = formula.tokensOfBest(new Real(parameters)).value();
        return new Optimum(parameters, tokens, loss(parameters, tokens));
    }
}
