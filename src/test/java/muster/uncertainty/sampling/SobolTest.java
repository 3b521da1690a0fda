package muster.uncertainty.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import muster.uncertainty.DrawnSamples;
import muster.uncertainty.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sobol points. */
final class SobolTest {
    private static final int[] DIMENSIONS = {0, 1, 2, 9, 32, 63};

    @Test
    void theSequenceIsThatOfSciPy() throws IOException {
        List<double[]> points;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(SobolTest.class.getResourceAsStream("sobol.csv"), StandardCharsets.UTF_8))) {
            points = lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        }
        for (int column = 0; column < DIMENSIONS.length; column++) {
            long[] directions = SobolTable.directions(DIMENSIONS[column], 52);
            for (int i = 0; i < points.size(); i++) {
                long gray = i ^ (i >>> 1);
                long point = 0;
                for (int k = 0; k < 52; k++) {
                    point ^= (gray >>> k & 1) == 0 ? 0 : directions[k];
                }
                assertThat(point * 0x1p-52).isEqualTo(points.get(i)[column]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 4096", "40, 1048576"})
    void everyIntervalOfAPowerOfTwoHoldsOnePoint(int dimension, long first) {
        double[] column = new double[1024];
        new Sobol(dimension, new CounterBasedRandom(3, "x")).fill(column, first);

        Arrays.sort(column);
        for (int i = 0; i < column.length; i++) {
            assertThat(column[i]).isBetween(i / 1024.0, (i + 1) / 1024.0);
        }
    }

    @Test
    void aPairOfTheFirstDimensionsFillsEveryCell() {
        double[] x = new double[256];
        double[] y = new double[256];
        new Sobol(0, new CounterBasedRandom(3, "x")).fill(x, 0);
        new Sobol(1, new CounterBasedRandom(3, "y")).fill(y, 0);

        assertThat(IntStream.range(0, 256)
                        .map(i -> ((int) (16 * x[i])) * 16 + (int) (16 * y[i]))
                        .distinct()
                        .count())
                .isEqualTo(256);
    }

    @Test
    void aColumnMayBeginAnywhere() {
        Sobol sobol = new Sobol(7, new CounterBasedRandom(3, "x"));
        double[] whole = new double[1000];
        sobol.fill(whole, 0);
        double[] part = new double[300];
        sobol.fill(part, 517);

        assertThat(part).isEqualTo(Arrays.copyOfRange(whole, 517, 817));
    }

    @Test
    void threadsChangeNothingAndScramblingsDiffer() {
        List<Input> inputs = List.of(DrawnSamples.uniform("a"), DrawnSamples.uniform("b"));
        Percentiles one = product(inputs, 1).percentiles();
        Percentiles three = product(inputs, 3).percentiles();

        assertThat(three).isEqualTo(one);
        assertThat(product(inputs, 1).standardError(0.5)).isPositive();
    }

    @Test
    void theErrorIsSmallerThanThatOfRandomPointsAndIsTold() {
        List<Input> inputs = List.of(DrawnSamples.uniform("a"), DrawnSamples.uniform("b"), DrawnSamples.uniform("c"));
        // The median of a + b + c is 1.5, whatever the points.
        double pseudo = sum(inputs, PointSet.PSEUDO).standardError(0.5);
        SampleSummary sobol = sum(inputs, PointSet.SOBOL);

        assertThat(sobol.standardError(0.5)).isLessThan(pseudo / 5);
        assertThat(Math.abs(sobol.quantile(0.5) - 1.5)).isLessThan(5 * sobol.standardError(0.5) + 1e-12);
    }

    private static SampleSummary product(List<Input> inputs, int threads) {
        return Sampler.run(new Sampling(5, 50_000, threads, PointSet.SOBOL, 0), inputs, draw -> {
                    double[] product = draw.of(inputs.get(0)).clone();
                    Arrays.setAll(product, i -> product[i] * draw.of(inputs.get(1))[i]);
                    return Map.of("product", product);
                })
                .get("product");
    }

    private static SampleSummary sum(List<Input> inputs, PointSet points) {
        return Sampler.run(new Sampling(5, 1 << 17, 2, points, 0), inputs, draw -> {
                    double[] sum = new double[draw.size()];
                    inputs.forEach(input -> Arrays.setAll(sum, i -> sum[i] + draw.of(input)[i]));
                    return Map.of("sum", sum);
                })
                .get("sum");
    }
}
