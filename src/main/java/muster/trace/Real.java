package muster.trace;

import muster.uncertainty.Source;
import muster.unit.Quantity;

/**
 * A number in base units, without a record: what searches and fits compute with.
 *
 * @param value the number
 */
public record Real(double value) implements Arithmetic<Real> {

    @Override
    public Real plus(Real other) {
        return new Real(value + other.value);
    }

    @Override
    public Real minus(Real other) {
        return new Real(value - other.value);
    }

    @Override
    public Real times(Real other) {
        return new Real(value * other.value);
    }

    @Override
    public Real times(double number) {
        return new Real(value * number);
    }

    @Override
    public Real over(Real other) {
        return new Real(value / other.value);
    }

    // Strict, as the figures are, so that the last digit does not hang on the processor.
    @Override
    public Real power(Real exponent) {
        return new Real(StrictMath.pow(value, exponent.value));
    }

    @Override
    public Real exp() {
        return new Real(StrictMath.exp(value));
    }

    @Override
    public Real min(Real other) {
        return new Real(Math.min(value, other.value));
    }

    @Override
    public Real max(Real other) {
        return new Real(Math.max(value, other.value));
    }

    @Override
    public Real number(double number) {
        return new Real(number);
    }

    @Override
    public Real constant(String name, String symbol, Quantity constant, Source source) {
        return new Real(constant.base());
    }

    /** This number: there is no record that would name it. */
    @Override
    public Real as(String name, String symbol, String unit) {
        return this;
    }
}
