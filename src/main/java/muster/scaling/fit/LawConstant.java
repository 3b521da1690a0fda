package muster.scaling.fit;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import muster.scaling.loss.ChinchillaLoss;

/** Constants of a fitted law, in nat/token where they are losses, named as in the entry of a law in the catalog. */
public enum LawConstant {
    /** E. */
    IRREDUCIBLE_LOSS(ChinchillaLoss::irreducible, law -> 1),
    /** A, or a = A k^eta of the over-training form, where C = k N D turns N and D into C and D/N. */
    PARAMETER_COEFFICIENT(ChinchillaLoss::parameterCoefficient, LawConstant::scale),
    /** Alpha, or eta = alpha/2 of the over-training form. */
    PARAMETER_EXPONENT(ChinchillaLoss::parameterExponent, law -> 0.5),
    /** B, or b = B k^eta of the over-training form. */
    TOKEN_COEFFICIENT(ChinchillaLoss::tokenCoefficient, LawConstant::scale),
    /** Beta, or eta = beta/2 of the over-training form. */
    TOKEN_EXPONENT(ChinchillaLoss::tokenExponent, law -> 0.5);

    private final ToDoubleFunction<ChinchillaLoss> value;
    private final ToDoubleFunction<ChinchillaLoss> overTraining;

    LawConstant(ToDoubleFunction<ChinchillaLoss> value, ToDoubleFunction<ChinchillaLoss> overTraining) {
        this.value = value;
        this.overTraining = overTraining;
    }

    /**
     * The value of the constant.
     *
     * @param law the law
     * @param tied whether it is written in the over-training form
     */
    public double of(ChinchillaLoss law, boolean tied) {
        return value.applyAsDouble(law) * (tied ? overTraining.applyAsDouble(law) : 1);
    }

    private static double scale(ChinchillaLoss law) {
        return StrictMath.pow(law.flopPerParameterToken(), law.parameterExponent() / 2);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
