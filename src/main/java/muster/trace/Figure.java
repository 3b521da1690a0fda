package muster.trace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import muster.numeric.NormalSum;
import muster.uncertainty.Source;
import muster.unit.Dimension;
import muster.unit.NumberText;
import muster.unit.Quantity;
import muster.unit.Unit;
import muster.unit.UnitMismatch;

/**
 * A quantity on its way through a chain: its value in every draw, its dimension, and the expression that made it from named
 * steps. Arithmetic checks dimensions; {@link #as} gives the figure a name and records the step. Immutable.
 */
public final class Figure implements Arithmetic<Figure> {
    static final int SUM = 1;
    static final int PRODUCT = 2;
    static final int POWER = 3;
    static final int ATOM = 4;

    private final Chain chain;
    private final double[] column;
    private final Dimension dimension;
    private final String expression;
    private final int precedence;
    private final Recipe recipe;
    private final int index;

    Figure(Chain chain, double[] column, Dimension dimension, String expression, int precedence, Recipe recipe) {
        this.chain = chain;
        this.column = column;
        this.dimension = dimension;
        this.expression = expression;
        this.precedence = precedence;
        this.recipe = recipe;
        this.index = chain.made(this);
    }

    @Override
    public Figure times(Figure other) {
        return combine(
                other,
                Operation.TIMES,
                dimension.times(other.dimension),
                within(PRODUCT) + " * " + other.within(PRODUCT),
                PRODUCT);
    }

    /** This figure a pure number of times. */
    @Override
    public Figure times(double number) {
        return map(Operation.times(number), dimension, NumberText.exact(number) + " * " + within(PRODUCT), PRODUCT);
    }

    @Override
    public Figure over(Figure other) {
        return combine(
                other,
                Operation.OVER,
                dimension.over(other.dimension),
                within(PRODUCT) + " / " + other.within(POWER),
                PRODUCT);
    }

    /**
     * The sum.
     *
     * @throws UnitMismatch if the dimensions differ
     */
    @Override
    public Figure plus(Figure other) {
        return combine(other, Operation.PLUS, same(other), within(SUM) + " + " + other.within(SUM), SUM);
    }

    /**
     * The difference.
     *
     * @throws UnitMismatch if the dimensions differ
     */
    @Override
    public Figure minus(Figure other) {
        return combine(other, Operation.MINUS, same(other), within(SUM) + " - " + other.within(PRODUCT), SUM);
    }

    /**
     * The lesser.
     *
     * @throws UnitMismatch if the dimensions differ
     */
    @Override
    public Figure min(Figure other) {
        return combine(other, Operation.MIN, same(other), "min(" + expression + ", " + other.expression + ")", ATOM);
    }

    /**
     * The greater.
     *
     * @throws UnitMismatch if the dimensions differ
     */
    @Override
    public Figure max(Figure other) {
        return combine(other, Operation.MAX, same(other), "max(" + expression + ", " + other.expression + ")", ATOM);
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
        return made(
                Operation.WHERE,
                List.of(this, figure, bound),
                dimension,
                "if(%s >= %s, %s, 0)".formatted(figure.expression, bound.expression, expression),
                ATOM);
    }

    /**
     * The whole part of a pure number; what is a rounding below a whole number counts as whole.
     *
     * @throws UnitMismatch if it has a dimension
     */
    public Figure floor() {
        if (!dimension.none()) {
            throw new UnitMismatch("floor(%s) of %s".formatted(expression, dimension));
        }
        return map(Operation.FLOOR, dimension, "floor(%s + 1e-9)".formatted(within(SUM)), ATOM);
    }

    /**
     * The square root.
     *
     * @throws UnitMismatch if the dimension has none
     */
    public Figure sqrt() {
        return map(Operation.SQRT, dimension.power(0.5), "sqrt(" + expression + ")", ATOM);
    }

    /**
     * A pure number to the power of a pure number.
     *
     * @throws UnitMismatch if either has a dimension: a fitted power law states the unit that it divides by
     */
    @Override
    public Figure power(Figure exponent) {
        if (!dimension.none() || !exponent.dimension.none()) {
            throw new UnitMismatch("%s ^ %s: %s to the power of %s"
                    .formatted(expression, exponent.expression, dimension, exponent.dimension));
        }
        return combine(exponent, Operation.POWER, dimension, within(ATOM) + " ^ " + exponent.within(ATOM), POWER);
    }

    /**
     * What compounds over this time: the integral of {@code factor^(t / every)} from zero to this time, which is
     * {@code every (factor^(this / every) - 1) / ln factor}, and this time itself where the factor is one. In the dimension
     * of this figure.
     *
     * @param factor the factor by which it grows or shrinks, a pure number above zero
     * @param every the time in which it does, of the dimension of this figure
     * @throws UnitMismatch if the factor has a dimension or the times differ in theirs
     */
    public Figure compounded(Figure factor, Figure every) {
        if (!factor.dimension.none()) {
            throw new UnitMismatch(
                    "%s, by which something grows, is in %s".formatted(factor.expression, factor.dimension));
        }
        same(every);
        String base = factor.within(ATOM);
        String times = within(PRODUCT) + " / " + every.within(POWER);
        return made(
                Operation.COMPOUNDED,
                List.of(this, factor, every),
                dimension,
                "if(%s = 1, %s, %s * (%s ^ (%s) - 1) / log(%s))"
                        .formatted(base, expression, every.within(PRODUCT), base, times, factor.expression),
                ATOM);
    }

    /**
     * e to the power of this pure number.
     *
     * @throws UnitMismatch if it has a dimension
     */
    @Override
    public Figure exp() {
        return pure("exp", Operation.EXP);
    }

    /**
     * The natural logarithm of this pure number.
     *
     * @throws UnitMismatch if it has a dimension
     */
    public Figure log() {
        return pure("log", Operation.LOG);
    }

    /**
     * The mean of powers of two pure numbers, {@code (w a^r + (1 - w) b^r)^(1/r)} with this number as the weight w of the first, and
     * its limit {@code a^w b^(1-w)} where r is zero, as {@link muster.numeric.PowerMean} computes it.
     *
     * @param a the first, zero or above
     * @param b the second, zero or above
     * @param exponent r
     * @throws UnitMismatch if one of them has a dimension
     */
    public Figure mean(Figure a, Figure b, Figure exponent) {
        List<Figure> operands = List.of(this, a, b, exponent);
        if (operands.stream().anyMatch(operand -> !operand.dimension.none())) {
            throw new UnitMismatch("a mean of powers of %s and %s, in %s and %s"
                    .formatted(a.expression, b.expression, a.dimension, b.dimension));
        }
        String w = within(PRODUCT);
        String rest = "(1 - " + within(PRODUCT) + ")";
        String r = exponent.within(ATOM);
        return made(
                Operation.POWER_MEAN,
                operands,
                dimension,
                "if(%s = 0, %s ^ %s * %s ^ %s, (%s * %s ^ %s + %s * %s ^ %s) ^ (1 / %s))"
                        .formatted(
                                r,
                                a.within(ATOM),
                                within(ATOM),
                                b.within(ATOM),
                                rest,
                                w,
                                a.within(ATOM),
                                r,
                                rest,
                                b.within(ATOM),
                                r,
                                r),
                ATOM);
    }

    /**
     * The probability that the sum of a normal variable and another is at most this pure number, as {@link NormalSum} computes it. It is
     * written as a function of this number and the deviation: {@code normal(x, s)}, {@code normal_logistic(x, s)},
     * {@code normal_gumbel(x, s)}.
     *
     * @param sum what is added to the normal variable
     * @param spread the deviation of the normal variable, above zero
     * @throws UnitMismatch if either has a dimension
     */
    public Figure below(NormalSum sum, Figure spread) {
        String name =
                sum == NormalSum.NORMAL ? "normal" : "normal_" + sum.name().toLowerCase(Locale.ROOT);
        if (!dimension.none() || !spread.dimension.none()) {
            throw new UnitMismatch("%s(%s, %s) of %s and %s"
                    .formatted(name, expression, spread.expression, dimension, spread.dimension));
        }
        return combine(
                spread,
                Operation.below(sum),
                dimension,
                "%s(%s, %s)".formatted(name, expression, spread.expression),
                ATOM);
    }

    /**
     * This pure number to the nearest whole one, halves to the even one.
     *
     * @throws UnitMismatch if it has a dimension
     */
    public Figure round() {
        if (!dimension.none()) {
            throw new UnitMismatch("round(%s) of %s".formatted(expression, dimension));
        }
        return map(Operation.ROUND, dimension, "round(%s, 0)".formatted(expression), ATOM);
    }

    @Override
    public Figure number(double number) {
        return chain.number(number);
    }

    @Override
    public Figure constant(String name, String symbol, Quantity value, Source source) {
        return chain.constant(name, symbol, value, source);
    }

    private Figure pure(String function, Operation operation) {
        if (!dimension.none()) {
            throw new UnitMismatch("%s(%s) of %s".formatted(function, expression, dimension));
        }
        return map(operation, dimension, "%s(%s)".formatted(function, expression), ATOM);
    }

    /**
     * Names the figure and records the step.
     *
     * @param name a stable name, as {@code training.compute}
     * @param symbol its symbol in equations
     * @param unit the unit in which it is shown
     * @throws UnitMismatch if the figure is not in that unit
     */
    @Override
    public Figure as(String name, String symbol, String unit) {
        Unit shown = Unit.parse(unit);
        if (!shown.dimension().equals(dimension)) {
            throw new UnitMismatch("%s = %s is in %s, not in %s".formatted(name, expression, dimension, unit));
        }
        return chain.derived(name, symbol, this, shown, expression);
    }

    /**
     * The same of a figure that some draws do not have, as a cost of tokens where none is served: there the expression is no finite
     * number, and the spread is that over the other draws.
     *
     * @throws UnitMismatch if the figure is not in that unit
     */
    public Figure asWhereFinite(String name, String symbol, String unit) {
        chain.inPart(name);
        return as(name, symbol, unit);
    }

    /**
     * The same of what a draw either has or has not, 1 or 0: its spread is the part of the samples that have it, which is its odds.
     *
     * @throws UnitMismatch if the figure has a dimension
     */
    public Figure asOdds(String name, String symbol) {
        chain.odds(name);
        return as(name, symbol, "1");
    }

    /**
     * Marks a point of a curve, which is a table beside the record and no step of it.
     *
     * @param curve the name of the curve, as {@code lead.cumulative}
     * @param at where on the curve
     * @param unit the unit in which it is shown
     * @throws UnitMismatch if the figure is not in that unit
     */
    public void at(String curve, Quantity at, String unit) {
        chain.point(curve, at, central(unit), this);
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

    Dimension dimension() {
        return dimension;
    }

    String expression() {
        return expression;
    }

    double[] column() {
        return column;
    }

    Recipe recipe() {
        return recipe;
    }

    /** Its place in the order in which the figures of its chain were made. */
    int index() {
        return index;
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

    /** This figure, named as it is, after an operation on it and on others. */
    Figure verified(Operation operation, List<Figure> operands) {
        return made(operation, operands, dimension, expression, precedence);
    }

    private Figure combine(Figure other, Operation operation, Dimension result, String text, int outer) {
        return made(operation, List.of(this, other), result, text, outer);
    }

    private Figure map(Operation operation, Dimension result, String text, int outer) {
        return made(operation, List.of(this), result, text, outer);
    }

    private Figure made(Operation operation, List<Figure> operands, Dimension result, String text, int outer) {
        double[] made = new double[column.length];
        operation.apply(operands.stream().map(Figure::column).toArray(double[][]::new), made);
        return new Figure(chain, made, result, text, outer, new Recipe(operation, operands, Optional.empty()));
    }
}
