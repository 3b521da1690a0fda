package muster.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Optional;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scaling.law.FitDomain;
import muster.scaling.loss.ChinchillaLoss;
import muster.scaling.loss.Optimum;
import muster.scaling.quality.LowPrecisionLoss;
import muster.scaling.quality.Pruning;
import muster.scaling.quality.RoutedExpertsLoss;
import muster.scenario.Estimate;
import muster.scenario.Worked;
import muster.trace.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small parts of laws, with constants for which they can be worked out in the head. */
final class ScalingPartsTest {

    private static Text text(String value) {
        return new Text(value, Place.argument("asked"));
    }

    @ParameterizedTest
    @CsvSource({
        "1e20..1e28, 1e20, 1e28",
        "1e20 FLOP..2e20, 1e20, 2e20",
        "1..1e60, 1, 1e60",
        "2..2.1e60, , ",
        "1e20..1e20, , ",
        "1e21..1e20, , ",
        "1e20, , ",
        "1e20..1e21..1e22, , ",
        "1e20..-1e21, , "
    })
    void aRangeGoesUp(String written, Double low, Double high) {
        Problems problems = new Problems();
        Optional<ComputeRange> range = ComputeRange.parse(text(written), problems);
        assertThat(range).isEqualTo(low == null ? Optional.empty() : Optional.of(new ComputeRange(low, high)));
        assertThat(problems.none()).isEqualTo(low != null);
    }

    @Test
    void lawsAreComparedFromAThousandthToAHundredTimesAtLeast() {
        assertThat(ComputeRange.around(1e22)).isEqualTo(new ComputeRange(1e18, 1e28));
        assertThat(ComputeRange.around(1e20).low()).isCloseTo(1e17, withinPercentage(1e-9));
        assertThat(ComputeRange.around(1e27).high()).isCloseTo(1e29, withinPercentage(1e-9));
        assertThat(new ComputeRange(1e20, 1e22).decades()).hasSize(3);
        assertThat(new ComputeRange(1e20, 9.99e21).decades()).hasSize(2);
        assertThat(new ComputeRange(3, 4).decades()).containsExactly(3.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "128/8 | {experts: 128, active: 8} | ",
                " 8/8 | {experts: 8, active: 8} | ",
                "256/8+1 | {experts: 256, active: 8, shared: 1} | ",
                "8/9 | | out-of-range",
                "8 | | not-a-count",
                "8/+1 | | not-a-count"
            })
    void expertsAreWrittenWithThoseThatATokenActivates(String written, String read, String code) {
        Problems problems = new Problems();
        assertThat(ExpertCounts.parse(text(written), problems).map(ExpertCounts::toString))
                .isEqualTo(Optional.ofNullable(read));
        assertThat(problems.sorted().stream().map(Diagnostic::code))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    /** Frantar et al. 2023, Eq. 1: (2 / (0.5 + 1))^2 and (4 / (3 * 0.25 + 1))^4. */
    @Test
    void weightsThatAreNotZeroAreWorthMoreThanAsManyOfADenseModel() {
        assertThat(new Pruning(1, 1, 1, 0.5).denseSize(0)).isEqualTo(1);
        assertThat(new Pruning(1, 1, 1, 0.5).denseSize(0.5)).isCloseTo(16.0 / 9, within(1e-12));
        assertThat(new Pruning(3, 2, 1, 0.25).denseSize(0.5)).isCloseTo(Math.pow(4 / 1.75, 4), within(1e-12));
    }

    /** Clark et al. 2022: three experts between 1 and 2 are 1 / (1 / (3 - 1 + 2) + 1 / 2) = 4 / 3 of them. */
    @Test
    void expertsSaturate() {
        RoutedExpertsLoss law = new RoutedExpertsLoss(-0.5, -1, 0.25, 1, 1, 2);
        // One expert is the dense model: 10^(-0.5 log N + 1).
        assertThat(law.loss(100, 1)).isCloseTo(1, within(1e-12));
        assertThat(law.loss(1e4, 1)).isCloseTo(0.1, within(1e-12));
        // At a hundred parameters (4/3)^(-1 + 0.25 * 2).
        assertThat(law.loss(100, 3)).isCloseTo(Math.sqrt(0.75), within(1e-12));
        assertThat(law.loss(100, 1e12)).isCloseTo(Math.sqrt(0.5), within(1e-9));
        // As good as a dense model of as many times the square of that.
        assertThat(law.denseParameters(100, 3)).isCloseTo(100 / 0.75, within(1e-9));
        assertThat(law.denseParameters(100, 1)).isCloseTo(100, within(1e-9));
        // Where a single expert counts for two: 10 log-parameters less 2 are shared out over a and c log 2.
        RoutedExpertsLoss later = new RoutedExpertsLoss(-0.5, -1, 0.25, 1, 2, 4);
        double dense = later.denseParameters(100, 5);
        assertThat(later.loss(dense, 1)).isCloseTo(later.loss(100, 5), within(1e-12));
    }

    /** Kumar et al. 2024: parts of 1 - e^-P/gamma, one after the other. */
    @Test
    void bitsKeepPartsOfTheParameters() {
        LowPrecisionLoss law =
                new LowPrecisionLoss(List.of(new LowPrecisionLoss.Part(2, 0), new LowPrecisionLoss.Part(4, 0)));
        assertThat(law.effectiveParameters(4)).isCloseTo((1 - Math.exp(-2)) * (1 - Math.exp(-1)), within(1e-12));
        // Two parts below zero are not above it together.
        LowPrecisionLoss unstable =
                new LowPrecisionLoss(List.of(new LowPrecisionLoss.Part(1, 3), new LowPrecisionLoss.Part(1, 3)));
        assertThat(unstable.effectiveParameters(2)).isCloseTo(1 - Math.E, within(1e-12));
        assertThat(unstable.effectiveParameters(4)).isCloseTo(Math.pow(1 - 1 / Math.E, 2), within(1e-12));
        // d ln(1 - e^-x) / d ln x = 1 has no root but nought: with an offset of ln 2 it is x 2 e^-x = 1 - 2 e^-x.
        double best = new LowPrecisionLoss(List.of(new LowPrecisionLoss.Part(2, Math.log(2)))).bestBits() / 2;
        assertThat(best * 2 * Math.exp(-best)).isCloseTo(1 - 2 * Math.exp(-best), within(1e-9));
    }

    @Test
    void aLossThatNoTokensReachHasNone() {
        ChinchillaLoss law = new ChinchillaLoss(1.5, 2, 0.5, 8, 0.25, 6);
        assertThat(law.tokenExponent()).isEqualTo(0.25);
        assertThat(law.flopPerParameterToken()).isEqualTo(6);
        // 1.5 + 2 / 4 + 8 / 16^0.25.
        assertThat(law.loss(16, 16)).isEqualTo(6);
        assertThat(law.tokensFor(6, 16)).isCloseTo(16, within(1e-9));
        assertThat(law.parametersFor(6, 16)).isCloseTo(16, within(1e-9));
        assertThat(law.tokensFor(2, 16)).isNaN();
        assertThat(law.tokensFor(1.9, 16)).isNaN();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // compute, what is said with a wall at 1e22 that slows and one at 1e24 that ends, what is left
                "1e22 | | 1e22",
                "3e22 | training.compute is 3 times the 1e22 FLOP beyond which moving data slows | 3e22",
                "1e24 | training.compute is 100 times the 1e22 FLOP beyond which moving data slows | 1e24",
                "2e24 | training.compute is 2 times the 1e24 FLOP beyond which no training of three months is possible | 1e24",
            })
    void wallsOfDataMovementSlowAndEnd(double compute, String warning, double left) {
        Estimate estimate = Worked.of(
                "chinchilla-budget",
                "training.compute=%s FLOP".formatted(compute),
                "training.limits={data_movement: {slows: 1e22 FLOP, ends: 1e24 FLOP}}");
        assertThat(estimate.quantity("training.feasible_compute").orElseThrow().in("FLOP"))
                .isCloseTo(left, withinPercentage(1e-9));
        List<String> said = estimate.warnings().stream()
                .filter(one -> one.code().equals("data-movement-binds"))
                .map(one -> one.message().replace(".00", ""))
                .toList();
        assertThat(said).hasSize(warning == null ? 0 : 1).allMatch(words -> words.startsWith(warning));
    }

    /** Kaplan et al. 2020, Krajewski et al. 2024 and Busbridge et al. 2025 leave the embedding out, Hoffmann et al. 2022 do not. */
    @ParameterizedTest
    @CsvSource({"kaplan-2020-joint, true", "krajewski-moe, true", "busbridge, true", "besiroglu, false"})
    void whatALawCountsAsParameters(String law, boolean outside) {
        assertThat(CatalogLaws.law(law).outsideEmbedding()).isEqualTo(outside);
    }

    @Test
    void theBestModelOfALawHasItsLoss() {
        Optimum best = CatalogLaws.law("besiroglu").best(1e22);
        // Besiroglu et al. 2024: 1.8172 + 482.01 / N^0.3478 + 2085.43 / D^0.3658.
        assertThat(best.loss())
                .isCloseTo(
                        1.8172
                                + 482.01 / Math.pow(best.parameters(), 0.3478)
                                + 2085.43 / Math.pow(best.tokens(), 0.3658),
                        within(1e-3));
        assertThat(6 * best.parameters() * best.tokens()).isCloseTo(1e22, withinPercentage(1e-6));
    }

    private static FitDomain domain() {
        return new FitDomain(
                Optional.of(Given.input("least", "1e7 parameter")),
                Optional.of(Given.input("most", "1e9 parameter")),
                Optional.empty(),
                Optional.of(Given.input("tokens", "1e12 token")),
                Optional.of(Given.input("ratio", "10 token/parameter")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // parameters, tokens: how far outside, and the farthest
                "1e9, 1e12, -, 1",
                "1e7, 1e10, -, 1",
                "2e9, 1e12, N 2x, 2",
                "5e6, 1e12, N 0.5x, 2",
                "1e9, 4e12, D 4x, 4",
                "1e9, 1e9, D/N 0.1x, 10",
                "2e9, 1e10, N 2x D/N 0.5x, 2",
            })
    void howFarAModelLiesOutsideIsTold(double parameters, double tokens, String outside, double farthest) {
        assertThat(String.join(" ", domain().outside(parameters, tokens, 6 * parameters * tokens)))
                .isEqualTo(outside == null ? "" : outside);
        assertThat(domain().farthest(parameters, tokens, 6 * parameters * tokens))
                .isCloseTo(farthest, within(1e-12));
    }
}
