package muster.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import muster.uncertainty.sampling.PointSet;
import muster.uncertainty.sampling.RankCorrelations;
import muster.uncertainty.sampling.RankCorrelations.Pair;
import muster.uncertainty.sampling.Sampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rank correlations between pairs of inputs. */
final class RankCorrelationsTest {
    private static final int SAMPLES = 1 << 16;

    @ParameterizedTest
    @EnumSource(PointSet.class)
    void theSamplesCorrelateAsStated(PointSet points) {
        RankCorrelations stated = new RankCorrelations(
                List.of(new Pair("a", "b", 0.8), new Pair("c", "b", -0.3), new Pair("d", "e", 0.5)));
        List<Input> inputs = List.of("a", "b", "c", "d", "e").stream()
                .map(DrawnSamples::uniform)
                .toList();

        Map<String, double[]> columns = DrawnSamples.columns(new Sampling(9, SAMPLES, 1, points, 0), inputs, stated);

        double fourErrors = 4 / Math.sqrt(SAMPLES);
        String[][] pairs = {{"a", "b"}, {"b", "c"}, {"a", "c"}, {"d", "e"}, {"a", "d"}, {"c", "e"}};
        double[] expected = {0.8, -0.3, 0, 0.5, 0, 0};
        for (int i = 0; i < pairs.length; i++) {
            assertThat(DrawnSamples.rankCorrelation(columns.get(pairs[i][0]), columns.get(pairs[i][1])))
                    .as("%s and %s", pairs[i][0], pairs[i][1])
                    .isCloseTo(expected[i], within(fourErrors));
        }
    }

    @Test
    void inputsThatRiseAsOneDoSo() {
        RankCorrelations one =
                new RankCorrelations(List.of(new Pair("a", "b", 1), new Pair("a", "c", -1), new Pair("b", "c", -1)));
        Map<String, double[]> columns = DrawnSamples.columns(
                new Sampling(9, SAMPLES, 1),
                List.of(DrawnSamples.uniform("a"), DrawnSamples.uniform("b"), DrawnSamples.uniform("c")),
                one);

        assertThat(DrawnSamples.rankCorrelation(columns.get("a"), columns.get("b")))
                .isCloseTo(1, within(1e-9));
        assertThat(DrawnSamples.rankCorrelation(columns.get("b"), columns.get("c")))
                .isCloseTo(-1, within(1e-9));
    }

    @Test
    void whatNoInputsCanHaveIsTold() {
        // The least correlation of b and c is 2 * 0.9^2 - 1, here in terms of normal scores, which lie beside the
        // ranks.
        assertThat(possible(0.9, 0.9, 0.7)).isTrue();
        assertThat(possible(0.9, 0.9, 0.5)).isFalse();
        assertThat(possible(0.9, 0.9, -0.9)).isFalse();
        assertThat(possible(1, 1, 1)).isTrue();
        assertThat(possible(1, 1, 0.9)).isFalse();
        assertThat(possible(0, 0, 0)).isTrue();
    }

    private static boolean possible(double ab, double ac, double bc) {
        return new RankCorrelations(List.of(new Pair("a", "b", ab), new Pair("a", "c", ac), new Pair("b", "c", bc)))
                .possible();
    }
}
