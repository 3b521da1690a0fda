package muster.uncertainty.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import muster.diagnostic.Place;
import muster.uncertainty.Input;
import muster.uncertainty.Uncertain;
import muster.uncertainty.distribution.Distribution;
import muster.uncertainty.distribution.Uniform;
import muster.unit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Samples by address. */
final class SamplerTest {
    private static final Input UNIFORM = input("a", new Uniform(0, 1, 0.5));
    private static final Input OTHER = input("b", new Uniform(0, 1, 0.5));

    @Test
    void anInputMoreReshufflesNothing() {
        Map<String, Percentiles> alone = run(7, 2, 10_000, List.of(UNIFORM));
        Map<String, Percentiles> together = run(7, 2, 10_000, List.of(OTHER, UNIFORM));

        assertThat(together.get("a")).isEqualTo(alone.get("a"));
    }

    @Test
    void threadsChangeNothing() {
        Map<String, Percentiles> one = run(7, 1, 12_345, List.of(UNIFORM, OTHER));

        assertThat(run(7, 2, 12_345, List.of(UNIFORM, OTHER))).isEqualTo(one);
        assertThat(run(7, 5, 12_345, List.of(UNIFORM, OTHER))).isEqualTo(one);
    }

    @Test
    void anotherSeedIsAnotherSample() {
        assertThat(run(8, 1, 1000, List.of(UNIFORM))).isNotEqualTo(run(7, 1, 1000, List.of(UNIFORM)));
    }

    @Test
    void aUniformHasItsPercentiles() {
        Percentiles spread = run(1, 2, 200_000, List.of(UNIFORM)).get("a");

        // Three standard errors: 3 sqrt(p (1 - p) / n).
        assertThat(spread.p5()).isCloseTo(0.05, within(0.0015));
        assertThat(spread.p50()).isCloseTo(0.5, within(0.0034));
        assertThat(spread.p95()).isCloseTo(0.95, within(0.0015));
    }

    @ParameterizedTest
    @EnumSource(PointSet.class)
    void theStandardErrorIsThatOfManyRuns(PointSet points) {
        List<Double> medians = new ArrayList<>();
        double told = 0;
        for (int seed = 0; seed < 60; seed++) {
            SampleSummary sum = Sampler.run(
                            new Sampling(seed, 4096, 1, points, 0),
                            List.of(UNIFORM, OTHER),
                            draw -> Map.of("sum", difference(draw.of(UNIFORM), draw.of(OTHER))))
                    .get("sum");
            medians.add(sum.quantile(0.7));
            told += sum.standardError(0.7) / 60;
        }
        double mean = medians.stream().mapToDouble(m -> m).average().orElseThrow();
        double seen = Math.sqrt(
                medians.stream().mapToDouble(m -> (m - mean) * (m - mean)).sum() / (medians.size() - 1));

        // The standard deviation of 60 values is itself known to 9%.
        assertThat(told).isCloseTo(seen, withinPercentage(35));
    }

    @Test
    void samplingStopsWhenItIsPrecise() {
        Sampling auto = new Sampling(1, 1 << 24, 2, PointSet.PSEUDO, 0.002);
        SampleSummary uniform = Sampler.run(auto, List.of(UNIFORM), draw -> Map.of("a", draw.of(UNIFORM)))
                .get("a");

        assertThat(uniform.worst()).isLessThanOrEqualTo(0.002);
        // The 5th percentile is the last: sqrt(0.05 0.95 / n) / 0.05 = 0.002 at n = 4.75 million, so 2^23 is the first
        // look.
        assertThat(uniform.count()).isEqualTo(1 << 23);
    }

    @Test
    void twoInputsAreIndependent() {
        double[] a = column(UNIFORM, 100_000);
        double[] b = column(OTHER, 100_000);
        double covariance = 0;
        for (int i = 0; i < a.length; i++) {
            covariance += (a[i] - 0.5) * (b[i] - 0.5) / a.length;
        }
        // Three standard errors of a correlation of zero.
        assertThat(covariance * 12).isCloseTo(0, within(3 / Math.sqrt(a.length)));
    }

    @Test
    void anInputIsDrawnOnceAndMeantEverywhere() {
        Map<String, SampleSummary> spreads = Sampler.run(
                new Sampling(3, 5000, 2),
                List.of(UNIFORM),
                draw -> Map.of("zero", difference(draw.of(UNIFORM), draw.of(UNIFORM))));

        assertThat(spreads.get("zero").percentiles()).isEqualTo(new Percentiles(0, 0, 0));
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        Arrays.setAll(difference, i -> a[i] - b[i]);
        return difference;
    }

    private static double[] column(Input input, int size) {
        CounterBasedRandom address = new CounterBasedRandom(11, input.name());
        double[] column = new double[size];
        address.fill(column, 0);
        return column;
    }

    private static Map<String, Percentiles> run(long seed, int threads, long samples, List<Input> inputs) {
        Function<SampleBatch, Map<String, double[]>> model = draw -> {
            Map<String, double[]> columns = new java.util.HashMap<>();
            inputs.forEach(input -> columns.put(input.name(), draw.of(input)));
            return columns;
        };
        Map<String, Percentiles> spreads = new java.util.HashMap<>();
        Sampler.run(new Sampling(seed, samples, threads), inputs, model)
                .forEach((name, summary) -> spreads.put(name, summary.percentiles()));
        return spreads;
    }

    private static Input input(String name, Distribution distribution) {
        return new Input(
                name, new Uncertain(distribution, Unit.ONE), Unit.ONE, Optional.empty(), new Place("test", 1, 1));
    }
}
