package muster.uncertainty.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of a quantile function against the function. */
public final class QuantileTableTest {

    public static Stream<Distribution> distributions() {
        return Stream.of(
                LogNormal.ofInterval(1e21, 1.6e22, 0.9),
                LogNormal.ofInterval(20, 500, 0.9),
                Normal.ofInterval(3, 4, 0.9),
                TwoPiece.through(2, 5, 300, 0.9),
                TwoPiece.through(-2, 5, 6, 0.9),
                new Uniform(0.15, 0.35, 0.25),
                Beta.ofMean(0.4, 0.1),
                Beta.ofMean(0.05, 0.04));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void agreesEverywhereFromTailToTail(Distribution distribution) {
        QuantileTable table = new QuantileTable(distribution);
        for (int i = 1; i < 5000; i++) {
            double probability = (i - 0.3) / 5000;
            agrees(table, distribution, probability);
        }
        for (int octave = 2; octave < 40; octave++) {
            double tail = Math.scalb(1.37, -octave);
            agrees(table, distribution, tail);
            agrees(table, distribution, 1 - tail);
        }
        agrees(table, distribution, 0.5);
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void neverFalls(Distribution distribution) {
        QuantileTable table = new QuantileTable(distribution);
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < 200_000; i++) {
            double value = table.at(i / 200_000.0);
            assertThat(value).isGreaterThanOrEqualTo(before);
            before = value;
        }
    }

    private static void agrees(QuantileTable table, Distribution distribution, double probability) {
        double exact = distribution.quantile(probability);
        // Of a value that may be zero, a part of itself is no measure.
        double scale = distribution.least() < 0 ? distribution.quantile(0.95) - distribution.quantile(0.05) : exact;
        assertThat(table.at(probability)).as("probability %s", probability).isCloseTo(exact, within(1e-6 * scale));
    }
}
