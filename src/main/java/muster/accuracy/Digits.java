package muster.accuracy;

import java.math.BigDecimal;
import java.math.MathContext;
import muster.unit.Numbers;

/** Numbers as files of the fit hold them. */
final class Digits {
    private Digits() {}

    /** A number to so many significant digits, without thousands apart. */
    static String significant(double value, int digits) {
        return Numbers.exact(
                new BigDecimal(value).round(new MathContext(digits)).doubleValue());
    }
}
