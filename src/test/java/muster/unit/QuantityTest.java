package muster.unit;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    private static final List<String> UNITS = List.of(
            "FLOP/s",
            "TFLOP/s",
            "TOP/s",
            "GiB",
            "GB",
            "TB/s",
            "Gb/s",
            "kW",
            "kWh",
            "USD/h",
            "token/s/stream",
            "request/s",
            "day",
            "month",
            "year",
            "h/day",
            "ms",
            "%",
            "1",
            "researcher-month",
            "token/researcher-second",
            "parameter");

    @ParameterizedTest
    @CsvSource({
        "989.4 TFLOP/s, 9.894e14",
        "80 GiB, 85899345920",
        "80 GB, 80000000000",
        "25%, 0.25",
        "25 %, 0.25",
        "10, 10",
        "4e21 FLOP/s, 4e21",
        "4.0e+21 FLOP/s, 4e21",
        "4E21 FLOP/s, 4e21",
        "-3 s, -3",
        "+3 s, 3",
        ".5 h, 1800",
        "5. min, 300",
        "'  80   GiB  ', 85899345920",
        "400 Gb/s, 50000000000",
        "0 USD, 0",
    })
    void readsTheText(String text, double base) {
        assertThat(Quantity.parse(text).base()).isCloseTo(base, withinPercentage(1e-13));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "989.4 TFLOP/s",
                "80 GiB",
                "25%",
                "127.48%",
                "0.07%",
                "10",
                "4e21 FLOP/s",
                "2e23 FLOP/s",
                "8.41e21 FLOP",
                "502.45 ms",
                "1.73 kW",
                "10512000 s",
                "0.1 TB/s",
                "-0.5 day",
                "3.35 TB/s",
                "0"
            })
    void isShownAsItWasWritten(String text) {
        String shown = text.equals("10512000 s") ? "1.0512e7 s" : text;
        assertThat(Quantity.parse(text)).hasToString(shown);
    }

    @Test
    void comesBackFromItsText() {
        forAll(21, 2000, draws -> Quantity.of(draws.magnitude(1e-12, 1e28), draws.oneOf(UNITS)), quantity -> {
            Quantity back = Quantity.parse(quantity.toString());
            assertThat(back.unit()).isEqualTo(quantity.unit());
            assertThat(back.base()).isCloseTo(quantity.base(), within(2 * Math.ulp(quantity.base())));
        });
    }

    @Test
    void showsTheDigitsThatWereWrittenInEveryUnit() {
        forAll(22, 2000, draws -> decimal(draws.magnitude(1e-2, 1e6)) + " " + draws.oneOf(UNITS), text -> {
            String expected = text.replace(" %", "%").replaceAll(" 1$", "");
            assertThat(Quantity.parse(text)).hasToString(expected);
        });
    }

    @Test
    void convertsWithinADimension() {
        assertThat(Quantity.parse("1 GiB").in("MiB")).isEqualTo(1024);
        assertThat(Quantity.parse("90 day").in("month")).isEqualTo(3);
        assertThat(Quantity.parse("36 month").in("day")).isEqualTo(1080);
        assertThat(Quantity.parse("1 year").in("day")).isEqualTo(365);
        assertThat(Quantity.parse("1 TFLOP/s").in(Unit.parse("FLOP/ms"))).isEqualTo(1e9);
    }

    @Test
    void capitalsTellBitsFromBytes() {
        assertThat(Quantity.parse("1 GB").base())
                .isEqualTo(8 * Quantity.parse("1 Gb").base());
        assertThat(Quantity.parse("8 Gb/s").in("GB/s")).isEqualTo(1);
    }

    @Test
    void aMonthIsThirtyDaysAndTwelveAreNoYear() {
        assertThat(Quantity.parse("1 month").in("h")).isEqualTo(720);
        assertThat(Quantity.parse("12 month").in("day")).isEqualTo(360);
        assertThat(Quantity.parse("1 year").in("h")).isEqualTo(8760);
    }

    @ParameterizedTest
    @CsvSource({
        "1 researcher-second, s",
        "1 researcher-second, researcher-month",
        "1 s, researcher-second",
        "1 month, researcher-month",
        "1 researcher-month, researcher",
        "1 stream, researcher",
        "1 FLOP, OP",
        "1 TFLOP/s, TOP/s",
        "1 token, parameter",
        "1 FLOP/s, FLOP",
        "1 GB/s, GB",
        "1 W, J",
        "1 chip, H100e",
        "1, chip",
        "25%, s",
    })
    void keepsDifferentThingsApart(String quantity, String unit) {
        assertThatThrownBy(() -> Quantity.parse(quantity).in(unit))
                .isInstanceOf(UnitMismatch.class)
                .hasMessageContaining(unit);
    }

    @Test
    void equalsByValueAndWrittenUnit() {
        assertThat(Quantity.parse("1 GB")).isEqualTo(Quantity.of(1, "GB")).isNotEqualTo(Quantity.parse("1000 MB"));
    }

    private static String decimal(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
