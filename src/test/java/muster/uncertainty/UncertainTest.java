package muster.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.uncertainty.distribution.Beta;
import muster.uncertainty.distribution.Distribution;
import muster.uncertainty.distribution.LogNormal;
import muster.uncertainty.distribution.Normal;
import muster.unit.UnitSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uncertain numbers as they are written. */
final class UncertainTest {

    @Test
    void anIntervalAboveZeroIsLognormalBetweenItsPercentiles() {
        Distribution capacity = Uncertain.parse("5e20 to 2e22 FLOP/s").distribution();

        assertThat(capacity).isInstanceOf(LogNormal.class);
        assertThat(capacity.quantile(0.05)).isCloseTo(5e20, withinPercentage(1e-9));
        assertThat(capacity.quantile(0.95)).isCloseTo(2e22, withinPercentage(1e-9));
        assertThat(capacity.central()).isCloseTo(Math.sqrt(5e20 * 2e22), withinPercentage(1e-9));
    }

    @Test
    void anIntervalAcrossZeroIsNormal() {
        Distribution change = Uncertain.parse("-2 to 6 %").distribution();

        assertThat(change).isInstanceOf(Normal.class);
        assertThat(change.quantile(0.05)).isCloseTo(-0.02, within(1e-12));
        assertThat(change.quantile(0.95)).isCloseTo(0.06, within(1e-12));
        assertThat(change.central()).isCloseTo(0.02, within(1e-15));
    }

    @Test
    void eachEndMayHaveItsOwnUnit() {
        Distribution time = Uncertain.parse("12 h to 2 day").distribution();

        assertThat(time.quantile(0.05)).isCloseTo(43_200, withinPercentage(1e-9));
        assertThat(time.quantile(0.95)).isCloseTo(172_800, withinPercentage(1e-9));
    }

    @Test
    void aNumberAloneIsCertain() {
        Uncertain exact = Uncertain.parse("989.4 TFLOP/s");

        assertThat(exact.distribution().certain()).isTrue();
        assertThat(exact.distribution().quantile(0.01)).isEqualTo(989.4e12);
        assertThat(exact).hasToString("989.4 TFLOP/s");
    }

    @Test
    void anIntervalOfHalfCoverageReachesItsQuartiles() {
        Distribution half =
                of(Map.of("low", "10", "high", "40", "interval", "50%")).distribution();

        assertThat(half.quantile(0.25)).isCloseTo(10, withinPercentage(1e-9));
        assertThat(half.quantile(0.75)).isCloseTo(40, withinPercentage(1e-9));
    }

    @Test
    void aMiddleThatIsGivenStandsForTheWhole() {
        Distribution shipped =
                of(Map.of("low", "681e3", "mid", "885e3", "high", "1153e3")).distribution();

        assertThat(shipped.central()).isEqualTo(885e3);
    }

    @Test
    void quantilesThatAreGivenAreMet() {
        // Medians and 5th and 95th percentiles of three shapes: to the right, to the left, across zero.
        for (double[] quantiles : new double[][] {{309_538, 381_697, 474_338}, {2, 9, 10}, {-1, 0, 20}}) {
            Distribution count = of(Map.of(
                            "dist", "through-quantiles",
                            "low", Double.toString(quantiles[0]),
                            "mid", Double.toString(quantiles[1]),
                            "high", Double.toString(quantiles[2])))
                    .distribution();

            assertThat(count.quantile(0.05)).isCloseTo(quantiles[0], withinPercentage(1e-9));
            assertThat(count.quantile(0.5)).isCloseTo(quantiles[1], within(1e-9));
            assertThat(count.quantile(0.95)).isCloseTo(quantiles[2], withinPercentage(1e-9));
            assertThat(count.central()).isEqualTo(quantiles[1]);
            assertThat(count.least()).isEqualTo(quantiles[0] > 0 ? 0 : Double.NEGATIVE_INFINITY);
        }
    }

    @Test
    void aBetaHasItsMeanAndDeviation() {
        // mean a/(a+b), variance ab/((a+b)^2 (a+b+1)): a = 9.2, b = 13.8 give 0.4 and 0.1.
        Beta beta =
                (Beta) of(Map.of("dist", "beta", "mean", "40%", "sd", "10%")).distribution();

        assertThat(beta.alpha()).isCloseTo(9.2, within(1e-9));
        assertThat(beta.beta()).isCloseTo(13.8, within(1e-9));
        assertThat(beta.central()).isEqualTo(beta.quantile(0.5));
    }

    @Test
    void anUncertainNumberSaysWhyItsCentralValueIsNoneThatIsWritten() {
        assertThat(Uncertain.parse("4500 to 5500 USD").centre())
                .contains("median of a lognormal distribution, 4,500 to 5,500 USD from 5th to 95th percentile");
        assertThat(Uncertain.parse("4500 to 5500 USD").central().value()).isCloseTo(4974.9, within(0.1));
        assertThat(Uncertain.parse("-2 to 6 %").centre())
                .contains("median of a normal distribution, -2% to 6% from 5th to 95th percentile");
        assertThat(of(Map.of("low", "681e3", "mid", "885e3", "high", "1153e3")).centre())
                .hasValueSatisfying(words -> assertThat(words).contains("distribution, 681,000 to 1,153,000"));
        assertThat(Uncertain.parse("5000 USD").centre()).isEmpty();
    }

    @Test
    void aFractionBesideAPercentageIsAQuestion() {
        for (Map<String, String> parts : List.of(
                Map.of("dist", "uniform", "low", "0.15", "high", "35%"),
                Map.of("dist", "uniform", "low", "15%", "high", "0.35"),
                Map.of("low", "0.15", "high", "35 %"),
                Map.of("dist", "normal", "mean", "50%", "sd", "0.05"),
                Map.of("low", "15%", "high", "35%", "at_most", "0.6"))) {
            assertThatExceptionOfType(UnitSyntax.class)
                    .as(parts.toString())
                    .isThrownBy(() -> of(parts))
                    .withMessageContaining("stands beside a percentage and could be a fraction");
        }
        assertThatExceptionOfType(UnitSyntax.class)
                .isThrownBy(() -> Uncertain.parse("0.15 to 35%"))
                .withMessageEndingWith("Maybe 15%, or 0.15%?");
    }

    @Test
    void aNumberThatIsNoFractionIsInThePercentBesideIt() {
        for (String text : List.of("0 to 35%", "-2 to 6 %", "1 to 6%", "15 to 35%", "0.15% to 35%")) {
            assertThat(Uncertain.parse(text).unit()).as(text).hasToString("%");
        }
        Distribution share =
                of(Map.of("dist", "uniform", "low", "15", "high", "35%")).distribution();
        assertThat(share.least()).isCloseTo(0.15, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2e22 to 5e20 FLOP/s", "1 GB to 2 s", "5 to 5", "1 to", "to 5", "1 to 2 to 3", "-1 to x"})
    void whatIsNoIntervalIsRefused(String text) {
        assertThatExceptionOfType(UnitSyntax.class).isThrownBy(() -> Uncertain.parse(text));
    }

    @Test
    void partsThatMakeNoDistributionAreRefusedWithTheReason() {
        refused(Map.of("dist", "beta", "mean", "40%", "sd", "60%"), "no beta distribution has the mean 40%");
        refused(Map.of("dist", "bta", "mean", "40%", "sd", "10%"), "Maybe beta?");
        refused(Map.of("low", "1"), "high is missing");
        refused(Map.of("low", "1", "hihg", "2"), "Maybe high?");
        refused(Map.of("low", "1", "high", "2", "mid", "3"), "mid is not between");
        refused(Map.of("dist", "lognormal", "low", "-1", "high", "2"), "a lognormal value is above 0");
        refused(Map.of("low", "1", "high", "2", "interval", "100%"), "an interval covers");
        refused(Map.of("dist", "through-quantiles", "low", "1", "high", "2"), "mid is missing");
        refused(Map.of("dist", "through-quantiles", "low", "1", "mid", "1", "high", "2"), "mid is the median");
    }

    private static void refused(Map<String, String> parts, String reason) {
        assertThatExceptionOfType(UnitSyntax.class).isThrownBy(() -> of(parts)).withMessageContaining(reason);
    }

    private static Uncertain of(Map<String, String> parts) {
        Map<String, WrittenDistribution> written = new TreeMap<>();
        parts.forEach((name, text) -> written.put(name, new WrittenDistribution.Word(text)));
        return Uncertain.of(new WrittenDistribution.Parts(written));
    }
}
