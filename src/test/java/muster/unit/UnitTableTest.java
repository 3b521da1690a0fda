package muster.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The closed list of units against a table written by hand. */
class UnitTableTest {
    private static final double EXACT = 1e-13;

    private static final Map<String, Double> DECIMAL =
            Map.of("k", 1e3, "M", 1e6, "G", 1e9, "T", 1e12, "P", 1e15, "E", 1e18, "Z", 1e21, "Y", 1e24);
    private static final Map<String, Double> BINARY = Map.of(
            "Ki", 1024.0,
            "Mi", 1048576.0,
            "Gi", 1073741824.0,
            "Ti", 1099511627776.0,
            "Pi", 1125899906842624.0);

    @ParameterizedTest
    @CsvSource({
        "FLOP, 1, FLOP",
        "OP, 1, OP",
        "B, 1, B",
        "b, 0.125, B",
        "bit, 0.125, B",
        "s, 1, s",
        "min, 60, s",
        "h, 3600, s",
        "day, 86400, s",
        "month, 2592000, s",
        "year, 31536000, s",
        "J, 1, J",
        "W, 1, J/s",
        "Wh, 3600, J",
        "token, 1, token",
        "parameter, 1, parameter",
        "chip, 1, chip",
        "USD, 1, USD",
        "stream, 1, stream",
        "researcher, 1, researcher",
        "researcher-second, 1, researcher-second",
        "researcher-hour, 3600, researcher-second",
        "researcher-month, 1, researcher-month",
        "H100e, 1, H100e",
        "nat, 1, nat",
        "1, 1, 1",
        "%, 0.01, 1",
    })
    void knowsTheBareUnit(String name, double factor, String dimension) {
        Unit unit = Unit.parse(name);
        assertThat(unit.factor()).isEqualTo(factor);
        assertThat(unit.dimension()).hasToString(dimension);
        assertThat(unit).hasToString(name);
    }

    @ParameterizedTest
    @CsvSource({
        "GiB, 1073741824, B",
        "GB, 1000000000, B",
        "KiB, 1024, B",
        "kB, 1000, B",
        "Gb, 125000000, B",
        "Gbit, 125000000, B",
        "Kib, 128, B",
        "TFLOP/s, 1e12, FLOP/s",
        "EFLOP, 1e18, FLOP",
        "YFLOP, 1e24, FLOP",
        "POP/s, 1e15, OP/s",
        "MW, 1e6, J/s",
        "kWh, 3600000, J",
        "GJ, 1e9, J",
        "ms, 0.001, s",
        "us, 0.000001, s",
        "ns, 0.000000001, s",
        "TB/s, 1e12, B/s",
        "USD/kWh, 2.7777777777777776e-7, USD/J",
        "token/s/stream, 1, token/s/stream",
        "h/day, 0.041666666666666664, 1",
        "FLOP/s/W, 1, FLOP/J",
        "s^2, 1, s^2",
        "h^-1, 2.777777777777778e-4, 1/s",
        "min*W, 60, J",
        "researcher-month/researcher/month, 3.858024691358025e-7, researcher-month/s/researcher",
    })
    void knowsTheComposedUnit(String name, double factor, String dimension) {
        assertThat(Unit.parse(name).factor()).isCloseTo(factor, withinPercentage(EXACT));
        assertThat(Unit.parse(name).dimension()).hasToString(dimension);
    }

    @ParameterizedTest
    @MethodSource("prefixed")
    void multipliesByThePrefix(String name, double factor, String bare) {
        assertThat(Unit.parse(name).factor()).isCloseTo(factor, withinPercentage(EXACT));
        assertThat(Unit.parse(name).dimension()).isEqualTo(Unit.parse(bare).dimension());
    }

    static Stream<Arguments> prefixed() {
        Map<String, Double> bare =
                Map.of("FLOP", 1.0, "OP", 1.0, "B", 1.0, "b", 0.125, "bit", 0.125, "W", 1.0, "Wh", 3600.0, "J", 1.0);
        List<Arguments> rows = new ArrayList<>();
        bare.forEach((name, size) ->
                DECIMAL.forEach((prefix, factor) -> rows.add(Arguments.of(prefix + name, factor * size, name))));
        List.of("B", "b", "bit")
                .forEach(name -> BINARY.forEach(
                        (prefix, factor) -> rows.add(Arguments.of(prefix + name, factor * bare.get(name), name))));
        return rows.stream();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mB",
                "GiFLOP",
                "GiW",
                "ks",
                "Ms",
                "kday",
                "kUSD",
                "ktoken",
                "Gparameter",
                "kchip",
                "kmin",
                "EiB",
                "dB",
                "k",
                "G",
                "Ki",
                "GGB",
                "kGB",
                "FLOP ",
                " s",
                "",
                " ",
                "/",
                "s/",
                "/s",
                "s**s",
                "s^",
                "s^0",
                "s^1.5",
                "s^10",
                "s^x",
                "FLOP/ s",
                "1e3",
                "2",
                "EUR",
                "flop",
                "TFLOP/S",
                "gb",
                "H100E",
                "Token"
            })
    void refusesWhatIsNotOnTheList(String name) {
        assertThatThrownBy(() -> Unit.parse(name)).isInstanceOf(UnitSyntax.class);
    }

    @Test
    void refusesUnitsBeyondTheNumbers() {
        assertThatThrownBy(() -> Unit.parse("YFLOP^9*YFLOP^9"))
                .isInstanceOf(UnitSyntax.class)
                .hasMessageContaining("too large");
        assertThatThrownBy(() -> Unit.parse("1/YFLOP^9/YFLOP^9"))
                .isInstanceOf(UnitSyntax.class)
                .hasMessageContaining("too small");
    }

    @Test
    void dividesByTheNextNameOnly() {
        assertThat(Unit.parse("FLOP/s*B").dimension()).hasToString("FLOP B/s");
        assertThat(Unit.parse("FLOP/s/B").dimension()).hasToString("FLOP/B/s");
    }

    @Test
    void tellsUnitsOfOneDimensionApart() {
        assertThat(Unit.parse("TFLOP/s")).isNotEqualTo(Unit.parse("GFLOP/ms")).isEqualTo(Unit.parse("TFLOP/s"));
        assertThat(Unit.parse("TFLOP/s").dimension())
                .isEqualTo(Unit.parse("GFLOP/ms").dimension());
    }
}
