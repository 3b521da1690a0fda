package muster.trace;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import muster.unit.Dimension;
import muster.unit.Numbers;
import muster.unit.Quantity;
import muster.unit.Unit;
import muster.unit.UnitMismatch;

/**
 * A quantity on its way through a chain: its value in every draw, its dimension, and the expression that made it from named
 * steps. Arithmetic checks dimensions; {@link #as} gives the figure a name and records the step. Immutable.
 */
public final class Figure {
    static final int SUM = 1;
    static final int PRODUCT = 2;
    static final int POWER = 3;
    static final int ATOM = 4;

    private final Chain chain;
    private final double[] column;
    private final Dimension dimension;
    private final String expression;
    private final int precedence;

    Figure(Chain chain, double[] column, Dimension dimension, String expression, int precedence) {
        this.chain = chain;
        this.column = column;
        this.dimension = dimension;
        this.expression = expression;
        this.precedence = precedence;
    }

    public Figure times(Figure other) {
        return combine(
                other,
                (a, b) -> a * b,
                dimension.times(other.dimension),
                within(PRODUCT) + " * " + other.within(PRODUCT),
                PRODUCT);
    }

    /** This figure a pure number of times. */
    public Figure times(double number) {
        return map(a -> a * number, dimension, Numbers.exact(number) + " * " + within(PRODUCT), PRODUCT);
    }

    public Figure over(Figure other) {
        return combine(
                other,
                (a, b) -> a / b,
                dimension.over(other.dimension),
                within(PRODUCT) + " / " + other.within(POWER),
                PRODUCT);
    }

    /**
     * The sum.
     *
     * @throws UnitMismatch if the dimensions differ
     */
    public Figure plus(Figure other) {
        return combine(other, Double::sum, same(other), within(SUM) + " + " + other.within(SUM), SUM);
    }

    /**
     * The difference.
     *
     * @throws UnitMismatch if the dimensions differ
     */
    public Figure minus(Figure other) {
        return combine(other, (a, b) -> a - b, same(other), within(SUM) + " - " + other.within(PRODUCT), SUM);
    }

    /**
     * The lesser.
     *
     * @throws UnitMismatch if the dimensions differ
     */
    public Figure min(Figure other) {
        return combine(other, Math::min, same(other), "min(" + expression + ", " + other.expression + ")", ATOM);
    }

    /**
     * This figure where one reaches another, else zero.
     *
     * @param figure what should reach
     * @param bound what should be reached
     * @throws UnitMismatch if their dimensions differ
     */
    public Figure where(Figure figure, Figure bound) {
        figure.same(bound);
        double[] kept = new double[column.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = figure.column[i] >= bound.column[i] ? column[i] : 0;
        }
        return new Figure(
                chain,
                kept,
                dimension,
                "if(%s >= %s, %s, 0)".formatted(figure.expression, bound.expression, expression),
                ATOM);
    }

    /**
     * The square root.
     *
     * @throws UnitMismatch if the dimension has none
     */
    public Figure sqrt() {
        return map(Math::sqrt, dimension.power(0.5), "sqrt(" + expression + ")", ATOM);
    }

    /**
     * A pure number to the power of a pure number.
     *
     * @throws UnitMismatch if either has a dimension: a fitted power law states the unit that it divides by
     */
    public Figure power(Figure exponent) {
        if (!dimension.none() || !exponent.dimension.none()) {
            throw new UnitMismatch("%s ^ %s: %s to the power of %s"
                    .formatted(expression, exponent.expression, dimension, exponent.dimension));
        }
        // Strict, so that the last digit does not hang on the processor.
        return combine(exponent, StrictMath::pow, dimension, within(ATOM) + " ^ " + exponent.within(ATOM), POWER);
    }

    /**
     * Names the figure and records the step.
     *
     * @param name a stable name, as {@code training.compute}
     * @param symbol its symbol in equations
     * @param unit the unit in which it is shown
     * @throws UnitMismatch if the figure is not in that unit
     */
    public Figure as(String name, String symbol, String unit) {
        Unit shown = Unit.parse(unit);
        if (!shown.dimension().equals(dimension)) {
            throw new UnitMismatch("%s = %s is in %s, not in %s".formatted(name, expression, dimension, unit));
        }
        return chain.derived(name, symbol, column, shown, expression);
    }

    /**
     * The value in the first draw, which in a central run is the central value.
     *
     * @throws UnitMismatch if the figure is not in that unit
     */
    public Quantity central(String unit) {
        Unit shown = Unit.parse(unit);
        if (!shown.dimension().equals(dimension)) {
            throw new UnitMismatch("%s is in %s, not in %s".formatted(expression, dimension, unit));
        }
        return new Quantity(column[0], shown);
    }

    double[] column() {
        return column;
    }

    private String within(int outer) {
        return precedence < outer ? "(" + expression + ")" : expression;
    }

    private Dimension same(Figure other) {
        if (!dimension.equals(other.dimension)) {
            throw new UnitMismatch(
                    "%s is in %s, and %s is in %s".formatted(expression, dimension, other.expression, other.dimension));
        }
        return dimension;
    }

    private Figure combine(Figure other, DoubleBinaryOperator operator, Dimension result, String text, int outer) {
        double[] combined = new double[column.length];
        for (int i = 0; i < combined.length; i++) {
            combined[i] = operator.applyAsDouble(column[i], other.column[i]);
        }
        return new Figure(chain, combined, result, text, outer);
    }

    private Figure map(DoubleUnaryOperator operator, Dimension result, String text, int outer) {
        double[] mapped = new double[column.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = operator.applyAsDouble(column[i]);
        }
        return new Figure(chain, mapped, result, text, outer);
    }
}
