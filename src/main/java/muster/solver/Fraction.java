package muster.solver;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * A number that nothing is rounded of, in lowest terms.
 *
 * @param over the numerator
 * @param under the denominator, above zero
 */
record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {
    static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
    static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

    private static final MathContext MORE_THAN_A_DOUBLE = new MathContext(40);

    /** A finite double, which is a whole number over a power of two. */
    static Fraction of(double value) {
        BigDecimal digits = new BigDecimal(value);
        BigInteger unscaled = digits.unscaledValue();
        return digits.scale() <= 0
                ? new Fraction(unscaled.multiply(BigInteger.TEN.pow(-digits.scale())), BigInteger.ONE)
                : reduced(unscaled, BigInteger.TEN.pow(digits.scale()));
    }

    private static Fraction reduced(BigInteger over, BigInteger under) {
        BigInteger common = over.gcd(under);
        BigInteger divisor = under.signum() < 0 ? common.negate() : common;
        return new Fraction(over.divide(divisor), under.divide(divisor));
    }

    Fraction plus(Fraction other) {
        return reduced(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Fraction minus(Fraction other) {
        return plus(other.negated());
    }

    Fraction times(Fraction other) {
        return sign() == 0 || other.sign() == 0
                ? ZERO
                : reduced(over.multiply(other.over), under.multiply(other.under));
    }

    /** By anything but zero. */
    Fraction by(Fraction other) {
        return reduced(over.multiply(other.under), under.multiply(other.over));
    }

    Fraction negated() {
        return new Fraction(over.negate(), under);
    }

    int sign() {
        return over.signum();
    }

    @Override
    public int compareTo(Fraction other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }

    /** Rounded once. */
    double value() {
        return new BigDecimal(over)
                .divide(new BigDecimal(under), MORE_THAN_A_DOUBLE)
                .doubleValue();
    }
}
