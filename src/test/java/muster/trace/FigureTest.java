package muster.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import muster.unit.UnitMismatch;
import org.junit.jupiter.api.Test;

final class FigureTest {
    private final Chain chain = Given.chain();
    private final Figure a = Given.figure(chain, "a", "24 s");
    private final Figure b = Given.figure(chain, "b", "4 s");
    private final Figure c = Given.figure(chain, "c", "2 s");
    private final Figure x = Given.figure(chain, "x", "3");
    private final Figure y = Given.figure(chain, "y", "2");

    @Test
    void productsAndSumsAreWrittenFromLeftToRightWithoutParentheses() {
        assertThat(expression(a.times(b).times(c), "s^3")).isEqualTo("a * b * c");
        assertThat(expression(a.over(b).over(c), "1/s")).isEqualTo("a / b / c");
        assertThat(expression(a.plus(b).minus(c), "s")).isEqualTo("a + b - c");
        assertThat(expression(a.times(x).plus(b), "s")).isEqualTo("a * x + b");
    }

    @Test
    void aDivisorThatIsAProductKeepsItsParentheses() {
        assertThat(expression(a.over(b.times(c)), "1/s")).isEqualTo("a / (b * c)");
        assertThat(value("1/s", a.over(b.times(c)))).isEqualTo(3);
        assertThat(expression(a.over(b.over(c)), "s")).isEqualTo("a / (b / c)");
        assertThat(value("s", a.over(b.over(c)))).isEqualTo(12);
    }

    @Test
    void aSumInAProductKeepsItsParentheses() {
        assertThat(expression(a.plus(b).times(c), "s^2")).isEqualTo("(a + b) * c");
        assertThat(expression(c.times(a.minus(b)), "s^2")).isEqualTo("c * (a - b)");
        assertThat(expression(a.over(b.plus(c)), "1")).isEqualTo("a / (b + c)");
        assertThat(value("s^2", a.plus(b).times(c))).isEqualTo(56);
    }

    @Test
    void whatIsTakenAwayKeepsItsParentheses() {
        assertThat(expression(a.minus(b.minus(c)), "s")).isEqualTo("a - (b - c)");
        assertThat(value("s", a.minus(b.minus(c)))).isEqualTo(22);
        assertThat(expression(a.minus(b.plus(c)), "s")).isEqualTo("a - (b + c)");
        assertThat(value("s", a.minus(b.plus(c)))).isEqualTo(18);
    }

    @Test
    void powersKeepParenthesesAroundAllButNames() {
        assertThat(expression(x.power(y), "1")).isEqualTo("x ^ y");
        assertThat(value("1", x.power(y))).isEqualTo(9);
        assertThat(expression(x.power(y).power(y), "1")).isEqualTo("(x ^ y) ^ y");
        assertThat(value("1", x.power(y).power(y))).isEqualTo(81);
        assertThat(expression(x.power(y.power(x)), "1")).isEqualTo("x ^ (y ^ x)");
        assertThat(value("1", x.power(y.power(x)))).isEqualTo(6561);
        assertThat(expression(a.over(b).power(x.plus(y)), "1")).isEqualTo("(a / b) ^ (x + y)");
        assertThat(expression(x.times(x.power(y)), "1")).isEqualTo("x * x ^ y");
        assertThat(expression(x.over(x.power(y)), "1")).isEqualTo("x / x ^ y");
    }

    @Test
    void aSquareRootStandsInParenthesesOfItsOwn() {
        assertThat(expression(a.times(b).sqrt(), "s")).isEqualTo("sqrt(a * b)");
        assertThat(value("s", a.times(b).sqrt())).isCloseTo(9.797958971, within(1e-9));
        assertThat(expression(a.over(b.times(c).sqrt()), "1")).isEqualTo("a / sqrt(b * c)");
    }

    @Test
    void aNumberIsRoundedToAWholeOneHalvesToTheEvenOne() {
        assertThat(expression(x.over(y).round(), "1")).isEqualTo("round(x / y, 0)");
        assertThat(value("1", chain.number(2.4).round())).isEqualTo(2);
        assertThat(value("1", chain.number(2.5).round())).isEqualTo(2);
        assertThat(value("1", chain.number(3.5).round())).isEqualTo(4);
        assertThatThrownBy(a::round).isInstanceOf(UnitMismatch.class);
    }

    @Test
    void theLesserIsWrittenAsAFunction() {
        assertThat(expression(a.plus(b).min(c.times(x)).times(y), "s")).isEqualTo("min(a + b, c * x) * y");
        // The lesser of 28 s and 6 s, twice.
        assertThat(value("s", a.plus(b).min(c.times(x)).times(y))).isEqualTo(12);
        assertThatThrownBy(() -> a.min(x)).isInstanceOf(UnitMismatch.class);
    }

    @Test
    void aFigureIsKeptWhereAnotherReachesItsBound() {
        assertThat(expression(x.where(a, b), "1")).isEqualTo("if(a >= b, x, 0)");
        assertThat(value("1", x.where(a, b))).isEqualTo(3);
        assertThat(value("1", x.where(a, a))).isEqualTo(3);
        assertThat(value("1", x.where(b, a))).isEqualTo(0);
        assertThatThrownBy(() -> x.where(a, y)).isInstanceOf(UnitMismatch.class);
    }

    @Test
    void whatCompoundsIsTheIntegralOfThePower() {
        Figure half = Given.figure(chain, "half", "0.5");
        // (0.5^6 - 1) / ln 0.5 times 4 s.
        assertThat(value("s", a.compounded(half, b))).isCloseTo(5.680611724, within(1e-9));
        assertThat(expression(a.compounded(half, b), "s"))
                .isEqualTo("if(half = 1, a, b * (half ^ (a / b) - 1) / log(half))");
        // (3^(1/2) - 1) / ln 3 times 4 s.
        assertThat(value("s", c.compounded(x, b))).isCloseTo(2.665365444, within(1e-9));
    }

    @Test
    void aFactorOfOneCompoundsToTheTimeItself() {
        assertThat(value("s", a.compounded(chain.one(), b))).isEqualTo(24);
        Figure almost = Given.figure(chain, "almost", "1.0000000000000002");
        assertThat(value("s", a.compounded(almost, b))).isCloseTo(24, within(1e-13));
    }

    @Test
    void whatCompoundsIsAPureNumberOverTimes() {
        assertThatThrownBy(() -> a.compounded(b, c)).isInstanceOf(UnitMismatch.class);
        assertThatThrownBy(() -> a.compounded(x, y)).isInstanceOf(UnitMismatch.class);
    }

    @Test
    void aNumberOfTimesIsWrittenInFront() {
        assertThat(expression(a.plus(b).times(2.5), "s")).isEqualTo("2.5 * (a + b)");
        assertThat(value("s", a.plus(b).times(2.5))).isEqualTo(70);
    }

    @Test
    void everyExpressionGivesItsValueWhenItIsComputedAgain() {
        Figure sum = a.over(b.times(c)).plus(b.over(a.minus(c).times(b))).minus(x.over(c.minus(a.minus(b))));
        sum.times(0.125).as("sum", "", "1/s");
        a.minus(b.minus(c).minus(a.plus(c)))
                .over(b)
                .power(x.over(y.plus(x)).minus(y))
                .as("power", "", "1");
        a.times(b.over(c)).over(a.over(c).times(b)).sqrt().as("root", "", "1");
        a.minus(b).min(c.plus(b).times(y)).over(c).as("least", "", "1");
        x.where(c, b).plus(y.where(b, c)).as("kept", "", "1");
        a.plus(b).compounded(x.over(y).minus(y.over(x)), b.minus(c)).times(y).as("compounded", "", "s");
        a.compounded(x.over(x), b).as("simple", "", "s");

        assertThat(Reevaluation.broken(chain.steps(), Reevaluation.asItStands()))
                .isEmpty();
        assertThat(Reevaluation.broken(chain.steps(), Reevaluation.resized(7))).isEmpty();
    }

    @Test
    void aNamedFigureStandsInLaterExpressionsByItsName() {
        Figure product = a.times(b).as("product", "p", "s^2");

        assertThat(expression(product.over(c), "s")).isEqualTo("product / c");
        assertThat(expression(c.over(product), "1/s")).isEqualTo("c / product");
    }

    @Test
    void aStepIsShownInTheUnitAskedFor() {
        a.as("hours", "h", "h");

        TraceStep step = Given.step(chain, "hours");
        assertThat(step.value()).isCloseTo(24.0 / 3600, within(1e-15));
        assertThat(step.unit()).isEqualTo("h");
        assertThat(step.symbol()).isEqualTo("h");
        assertThat(step.kind()).isEqualTo(TraceStep.Kind.DERIVED);
        assertThat(step.expression()).isEqualTo("a");
    }

    @Test
    void sumsAndDifferencesOfDifferentDimensionsAreRefused() {
        assertThatThrownBy(() -> a.plus(x)).isInstanceOf(UnitMismatch.class).hasMessage("a is in s, and x is in 1");
        assertThatThrownBy(() -> a.times(b).minus(c))
                .isInstanceOf(UnitMismatch.class)
                .hasMessageContainingAll("a * b", "s^2");
    }

    @Test
    void aNameInAUnitOfAnotherDimensionIsRefusedAndNothingIsRecorded() {
        int before = chain.steps().size();

        assertThatThrownBy(() -> a.times(b).as("area", "", "s"))
                .isInstanceOf(UnitMismatch.class)
                .hasMessage("area = a * b is in s^2, not in s");
        assertThatThrownBy(() -> a.central("token")).isInstanceOf(UnitMismatch.class);
        assertThat(chain.steps()).hasSize(before);
    }

    @Test
    void powersOfDimensionsAndRootsOfOddOnesAreRefused() {
        assertThatThrownBy(() -> a.power(y)).isInstanceOf(UnitMismatch.class);
        assertThatThrownBy(() -> x.power(a)).isInstanceOf(UnitMismatch.class);
        assertThatThrownBy(a::sqrt).isInstanceOf(UnitMismatch.class);
    }

    private double value(String unit, Figure figure) {
        return figure.central(unit).value();
    }

    // A fresh name for each, since a chain computes no name twice.
    private String expression(Figure figure, String unit) {
        String name = "e" + chain.steps().size();
        figure.as(name, "", unit);
        return Given.step(chain, name).expression();
    }
}
