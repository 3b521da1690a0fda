package muster.unit;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "7, 7",
        "-7, -7",
        "0.25, 0.25",
        "-0.25, -0.25",
        "0.001, 0.001",
        "0.00012345, 1.2345e-4",
        "1e-5, 1e-5",
        "9999999, 9999999",
        "10000000, 1e7",
        "12345678, 1.2345678e7",
        "1234567.5, 1234567.5",
        "4e21, 4e21",
        "-4e21, -4e21",
        "2e23, 2e23",
        "1e23, 1e23",
        "8.41e21, 8.41e21",
        "1.05e10, 1.05e10",
        "6.02214076e23, 6.02214076e23",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "4.9e-324, 5e-324",
        "NaN, undefined",
        "-Infinity, minus infinite",
    })
    void exactIsTheShortestText(double value, String text) {
        assertThat(NumberText.exact(value)).isEqualTo(text);
    }

    @Test
    void exactReadsBackAsTheSameNumber() {
        SplittableRandom bits = new SplittableRandom(41);
        for (int i = 0; i < 5000; i++) {
            double value = Double.longBitsToDouble(bits.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(NumberText.exact(value))).isEqualTo(value);
                assertThat(NumberText.parse(NumberText.exact(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void exactAddsNoDigitsToADecimal() {
        forAll(42, 3000, draws -> draws.whole(1, 99_999) + "e" + draws.whole(-40, 40), text -> {
            BigDecimal shown = new BigDecimal(NumberText.exact(Double.parseDouble(text)));
            assertThat(shown).isEqualByComparingTo(new BigDecimal(text));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 4 | 0",
                "-0.0 | 4 | 0",
                "999.96 | 4 | 1,000",
                "999.94 | 4 | 999.9",
                "0.00012345 | 4 | 1.234e-4",
                "0.0012345 | 3 | 0.00123",
                "0.00099996 | 4 | 0.001",
                "0.00099994 | 4 | 9.999e-4",
                "9999999 | 4 | 1.000e7",
                "9999999 | 7 | 9,999,999",
                "9999499 | 4 | 9,999,000",
                "1e7 | 4 | 1.000e7",
                "1e7 | 1 | 1e7",
                "-1e7 | 3 | -1.00e7",
                "1.5768e28 | 4 | 1.577e28",
                "-1234.5678 | 4 | -1,235",
                "1234.5678 | 6 | 1,234.57",
                "1234.49 | 5 | 1,234.5",
                "1234.49 | 4 | 1,234",
                "1234567 | 4 | 1,235,000",
                "100 | 4 | 100",
                "0.5 | 4 | 0.5",
                "2.5 | 1 | 3",
                "-2.5 | 1 | -3",
                "0.1 | 6 | 0.1",
                "-1e-9 | 2 | -1.0e-9",
                "1e-300 | 3 | 1.00e-300",
                "NaN | 3 | undefined",
                "Infinity | 3 | infinite",
            })
    void roundsToSignificantDigits(double value, int digits, String text) {
        assertThat(NumberText.rounded(value, digits)).isEqualTo(text);
    }

    @Test
    void roundedIsTheNearestNumberOfSoManyDigits() {
        forAll(43, 3000, draws -> new double[] {draws.magnitude(1e-12, 1e30), draws.whole(1, 9)}, drawn -> {
            BigDecimal shown =
                    new BigDecimal(NumberText.rounded(drawn[0], (int) drawn[1]).replace(",", ""));
            BigDecimal nearest = new BigDecimal(drawn[0]).round(new MathContext((int) drawn[1]));
            assertThat(shown).isEqualByComparingTo(nearest);
        });
    }

    /** Java's Formatter, which is slow, writes the same but for an exponent of two digits with its sign. */
    @Test
    void roundedIsWhatAFormatterWrites() {
        forAll(
                44,
                2000,
                draws -> new double[] {draws.magnitude(1e-12, 1e30), draws.whole(1, 9), draws.whole(0, 1)},
                drawn -> {
                    double value = drawn[2] == 0 ? drawn[0] : -drawn[0];
                    int digits = (int) drawn[1];
                    BigDecimal shown = new BigDecimal(value)
                            .round(new MathContext(digits, RoundingMode.HALF_UP))
                            .stripTrailingZeros();
                    double size = Math.abs(shown.doubleValue());
                    String text = size >= 1e7 || size < 1e-3
                            ? String.format(Locale.ROOT, "%." + (digits - 1) + "e", shown)
                                    .replaceAll("e[+]?(-?)0*", "e$1")
                            : String.format(Locale.ROOT, "%,." + Math.max(0, shown.scale()) + "f", shown);
                    assertThat(NumberText.rounded(value, digits)).isEqualTo(text);
                });
    }

    @Test
    void textDoesNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(NumberText.rounded(1234567, 4)).isEqualTo("1,235,000");
            assertThat(NumberText.rounded(0.25, 4)).isEqualTo("0.25");
            assertThat(NumberText.rounded(1.5e28, 2)).isEqualTo("1.5e28");
            assertThat(NumberText.exact(1234.5)).isEqualTo("1234.5");
            assertThat(NumberText.exact(1.5e28)).isEqualTo("1.5e28");
            assertThat(NumberText.parse("1.5")).isEqualTo(1.5);
            assertThat(Quantity.parse("1.5 GB")).hasToString("1.5 GB");
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(NumberText.rounded(1234.5, 6)).isEqualTo("1,234.5");
            assertThat(NumberText.exact(4e21)).isEqualTo("4e21");
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThatThrownBy(() -> Unit.parse("gibps")).hasMessageContaining("GiB/s");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void refusesNumbersThatADoubleCannotHold() {
        assertThatThrownBy(() -> NumberText.parse("1e309")).hasMessageContaining("too large");
        assertThatThrownBy(() -> NumberText.parse("-1e309")).hasMessageContaining("too large");
        assertThatThrownBy(() -> NumberText.parse("0.1e-400")).hasMessageContaining("too small");
        assertThat(NumberText.parse("0.000e-400")).isZero();
        assertThat(NumberText.parse("0e400")).isZero();
    }
}
