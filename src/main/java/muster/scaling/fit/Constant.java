package muster.scaling.fit;

import java.util.Locale;
import muster.scaling.loss.PowerSum;

/** Constants of a fitted law, in nat/token where they are losses, named as in the entry of a law in the catalog. */
public enum Constant {
    /** E. */
    IRREDUCIBLE_LOSS {
        @Override
        public double of(FittedLaw fitted) {
            return fitted.law().irreducible();
        }
    },
    /** A, or a = A k^eta of the over-training form. */
    PARAMETER_COEFFICIENT {
        @Override
        public double of(FittedLaw fitted) {
            return fitted.law().parameterCoefficient() * scale(fitted);
        }
    },
    /** Alpha, or eta = alpha/2 of the over-training form. */
    PARAMETER_EXPONENT {
        @Override
        public double of(FittedLaw fitted) {
            return fitted.law().parameterExponent() / (fitted.fit().tied() ? 2 : 1);
        }
    },
    /** B, or b = B k^eta of the over-training form. */
    TOKEN_COEFFICIENT {
        @Override
        public double of(FittedLaw fitted) {
            return fitted.law().tokenCoefficient() * scale(fitted);
        }
    },
    /** Beta, or eta = beta/2 of the over-training form. */
    TOKEN_EXPONENT {
        @Override
        public double of(FittedLaw fitted) {
            return fitted.law().tokenExponent() / (fitted.fit().tied() ? 2 : 1);
        }
    };

    /** The value of the constant of a fitted law. */
    public abstract double of(FittedLaw fitted);

    // C = k N D turns N and D into C and D/N.
    private static double scale(FittedLaw fitted) {
        PowerSum law = fitted.law();
        return fitted.fit().tied() ? StrictMath.pow(law.flopPerParameterToken(), law.parameterExponent() / 2) : 1;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
