package muster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of an equation changes, and never what it says. */
class FormulaTest {
    private static final Map<String, String> SYMBOLS =
            Map.of("model.parameters", "N", "training.dense.parameters", "N", "training.law.tokens", "D", "law.a", "A");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            law.a * x                                                           | `A * x`
            law.a / (model.parameters / training.law.parameter) ^ b             | `A / N ^ b`
            training.law.token * (law.a / c) ^ b                                | `(A / c) ^ b`
            training.law.parameter_count * training.law.tokens                  | `training.law.parameter_count * D`
            0 * training.law.nat + c                                            | `0 + c`
            a + 1 * b / (1 * c)                                                 | `a + b / c`
            a / 1 * b - 1 * c                                                   | `a / 1 * b - 1 * c`
            a ^ 1 * b + 21 * c                                                  | `a ^ 1 * b + 21 * c`
            ((a + b)) * max((a + b), c)                                         | `(a + b) * max((a + b), c)`
            (a + b) * (a - b)                                                   | `(a + b) * (a - b)`
            (a * (b + c))                                                       | `a * (b + c)`
            0.3333333333333333 * a + 2.0345052083333332e-5 * b                  | `0.33333 * a + 2.0345e-5 * b`
            (fleet.CHIP.n * u + fleet.CHIP.n * u) / F                           | `sum(fleet.CHIP.n * u) / F`
            1 / (law.eta + law.eta)                                             | `1 / (law.eta + law.eta)`
            """)
    void anEquationIsWrittenPlainly(String expression, String formula) {
        assertThat(Formula.of("x.y", expression, SYMBOLS)).isEqualTo(formula);
    }

    @Test
    void aSymbolNeverStandsForTwoFiguresOfOneEquation() {
        assertThat(Formula.of("x.y", "model.parameters / training.dense.parameters", SYMBOLS))
                .isEqualTo("`model.parameters / training.dense.parameters`");
        assertThat(Formula.of("model.parameters", "2 * training.dense.parameters", SYMBOLS))
                .isEqualTo("`2 * training.dense.parameters`");
        assertThat(Formula.of("x.y", "2 * training.dense.parameters", SYMBOLS)).isEqualTo("`2 * N`");
    }

    @Test
    void whatALongEquationSaysTwiceIsSaidOnce() {
        String part = "(first_long_name + second_long_name * third_long_name)";

        assertThat(Formula.of("x.y", "a / %s ^ b + exp(c * %s) / %s".formatted(part, part, part), SYMBOLS))
                .isEqualTo("`a / p_1 ^ b + exp(c * p_1) / p_1`"
                        + "<br>with `p_1 = first_long_name + second_long_name * third_long_name`");
    }

    @Test
    void aLongEquationGoesOnBelowBeforeItsOutermostSigns() {
        String left = "coefficient_of_the_law / (number_of_parameters + another_number) ^ exponent_of_the_law";
        String right = "other_coefficient / (number_of_tokens + another_number) ^ other_exponent";

        assertThat(Formula.of("x.y", left + " = " + right, SYMBOLS)).isEqualTo("`%s`<br>`= %s`".formatted(left, right));
        assertThat(Formula.of("x.y", left + " + " + right, SYMBOLS)).isEqualTo("`%s`<br>`+ %s`".formatted(left, right));
    }
}
