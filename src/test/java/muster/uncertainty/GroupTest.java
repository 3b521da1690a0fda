package muster.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import muster.uncertainty.sampling.RankCorrelations;
import muster.uncertainty.sampling.Sampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inputs that move together. */
final class GroupTest {
    private static final int SAMPLES = 1 << 16;

    @ParameterizedTest
    @CsvSource({"0.9, 0.9, 0.9", "0.5, 0.5, 0.5", "0.2, 0.2, 0.2", "0.8, 0.2, 0.4", "0.7, -0.7, -0.7", "1, 0.64, 0.8"})
    void ranksCorrelateAsStated(double first, double second, double expected) {
        Map<String, double[]> columns =
                sample(input("a", Optional.of(first)), input("b", Optional.of(second)), input("c", Optional.empty()));

        // Four standard errors of a rank correlation near zero, and the 0.01 by which unlike members miss the mean.
        double error = 4 / Math.sqrt(SAMPLES) + (first == second ? 0 : 0.01);
        assertThat(DrawnSamples.rankCorrelation(columns.get("a"), columns.get("b")))
                .isCloseTo(expected, within(error));
        assertThat(DrawnSamples.rankCorrelation(columns.get("a"), columns.get("c")))
                .isCloseTo(0, within(4 / Math.sqrt(SAMPLES)));
    }

    @Test
    void membersOfOneGroupRiseAndFallAsOne() {
        Map<String, double[]> columns =
                sample(input("a", Optional.of(1.0)), input("b", Optional.of(1.0)), input("c", Optional.of(-1.0)));

        assertThat(columns.get("b")).isEqualTo(columns.get("a"));
        assertThat(DrawnSamples.rankCorrelation(columns.get("a"), columns.get("c")))
                .isCloseTo(-1, within(1e-9));
    }

    @Test
    void aGroupChangesNoDistribution() {
        double[] member = sample(input("a", Optional.of(0.6))).get("a");

        Arrays.sort(member);
        double greatest = IntStream.range(0, SAMPLES)
                .mapToDouble(i -> Math.abs(member[i] - (i + 0.5) / SAMPLES))
                .max()
                .orElseThrow();
        // The test of Kolmogorov and Smirnov at 0.1%.
        assertThat(greatest).isLessThan(1.95 / Math.sqrt(SAMPLES));
    }

    @Test
    void aMemberMoreReshufflesNothing() {
        Input a = input("a", Optional.of(0.6));
        Input b = input("b", Optional.of(0.6));

        assertThat(sample(b, a).get("a")).isEqualTo(sample(a).get("a"));
    }

    @Test
    void noCorrelationIsNoGroup() {
        for (double bad : new double[] {0, 1.01, -1.01, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new CorrelationGroup("g", bad));
        }
    }

    private static Input input(String name, Optional<Double> correlation) {
        return DrawnSamples.uniform(name, correlation.map(value -> new CorrelationGroup("together", value)));
    }

    private static Map<String, double[]> sample(Input... inputs) {
        return DrawnSamples.columns(new Sampling(4, SAMPLES, 1), List.of(inputs), RankCorrelations.NONE);
    }
}
