package muster.accuracy;

import java.math.BigDecimal;
import java.math.MathContext;
import muster.unit.NumberText;

/** Numbers as files of the fit hold them. */
final class SignificantDigits {
    private SignificantDigits() {}

    /** A number to so many significant digits, without thousands apart. */
    static String significant(double value, int digits) {
        return NumberText.exact(
                new BigDecimal(value).round(new MathContext(digits)).doubleValue());
    }
}
