package muster.uncertainty.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Quantiles from buckets against quantiles from sorted values. */
final class HistogramTest {

    @Test
    void quantilesAreThoseOfTheSortedValues() {
        SplittableRandom random = new SplittableRandom(5);
        double[] values = random.doubles(50_000)
                .map(u -> Math.exp(40 * (u - 0.5)) * (u < 0.2 ? -1 : 1))
                .toArray();
        Histogram histogram = new Histogram();
        histogram.add(values);
        Arrays.sort(values);
        for (double probability : new double[] {0.001, 0.05, 0.3, 0.5, 0.95, 0.999}) {
            double sorted = values[(int) Math.round(probability * (values.length - 1))];
            // A bucket is 2^-9 wide.
            assertThat(histogram.quantile(probability)).isCloseTo(sorted, withinPercentage(100 * 0x1p-9));
        }
        assertThat(histogram.quantile(0)).isEqualTo(values[0]);
        assertThat(histogram.quantile(1)).isEqualTo(values[values.length - 1]);
    }

    @Test
    void aConstantIsItselfToTheLastBit() {
        Histogram histogram = new Histogram();
        histogram.add(new double[] {0.1, 0.1, 0.1});

        assertThat(histogram.quantile(0.05)).isEqualTo(0.1);
        assertThat(histogram.quantile(0.95)).isEqualTo(0.1);
    }

    @Test
    void aZeroAmongOthersIsZero() {
        Histogram histogram = new Histogram();
        histogram.add(new double[] {0, 0, 0, 1, 1});

        assertThat(histogram.quantile(0.05)).isZero();
        assertThat(histogram.quantile(0.5)).isZero();
        assertThat(histogram.quantile(1)).isEqualTo(1);
    }

    @Test
    void addingInAnyOrderGivesTheSame() {
        SplittableRandom random = new SplittableRandom(6);
        double[][] parts = new double[9][];
        for (int i = 0; i < parts.length; i++) {
            double scale = Math.pow(10, i - 4);
            parts[i] = random.doubles(200).map(u -> scale * (u - 0.1)).toArray();
        }
        Histogram forward = new Histogram();
        Histogram backward = new Histogram();
        for (int i = 0; i < parts.length; i++) {
            forward.add(parts[i]);
            Histogram part = new Histogram();
            part.add(parts[parts.length - 1 - i]);
            backward.add(part);
        }
        for (double probability = 0; probability <= 1; probability += 0.01) {
            assertThat(backward.quantile(probability)).isEqualTo(forward.quantile(probability));
        }
    }

    @Test
    void zeroAndNegativeNumbersHaveTheirPlaces() {
        Histogram histogram = new Histogram();
        histogram.add(new double[] {-2, -1, 0, 1, 2});

        assertThat(histogram.quantile(0)).isEqualTo(-2);
        assertThat(histogram.quantile(0.25)).isCloseTo(-1, withinPercentage(0.2));
        assertThat(histogram.quantile(0.5)).isBetween(-1e-300, 1e-300);
        assertThat(histogram.quantile(1)).isEqualTo(2);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> new Histogram().add(new double[] {1, bad}));
        }
    }
}
