package muster.trace;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** The arithmetic of formulas: figures and doubles make the same operations, those that their names say. */
final class ArithmeticTest {
    private static final int RUNS = 500;

    private interface Operator {
        <N extends Arithmetic<N>> N of(N a, N b);
    }

    private static void same(Operator formula, DoubleBinaryOperator expected) {
        Chain chain = Given.chain();
        forAll(196, RUNS, draws -> List.of(draws.magnitude(1e-3, 30), draws.magnitude(1e-3, 30)), drawn -> {
            double a = drawn.get(0);
            double b = drawn.get(1);
            double value = formula.of(new Real(a), new Real(b)).value();

            assertThat(value).isEqualTo(expected.applyAsDouble(a, b));
            assertThat(formula.of(chain.number(a), chain.number(b)).central("1").base())
                    .isEqualTo(value);
        });
    }

    @Test
    void figuresAndDoublesMakeTheSameOperations() {
        same(Arithmetic::plus, Double::sum);
        same(Arithmetic::minus, (a, b) -> a - b);
        same(Arithmetic::times, (a, b) -> a * b);
        same(Arithmetic::over, (a, b) -> a / b);
        same(Arithmetic::power, StrictMath::pow);
        same(Arithmetic::min, Math::min);
        same(Arithmetic::max, Math::max);
    }

    @Test
    void aPartAPowerOfEAndAConstantAreTheSame() {
        same(
                new Operator() {
                    @Override
                    public <N extends Arithmetic<N>> N of(N a, N b) {
                        return a.times(1.0 / 3).plus(b.exp()).plus(a.number(7));
                    }
                },
                (a, b) -> a * (1.0 / 3) + StrictMath.exp(b) + 7);
    }
}
