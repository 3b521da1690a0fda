package muster.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import muster.uncertainty.CorrelationGroup;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.RankCorrelations;
import org.junit.jupiter.api.Test;

/** Indices against closed forms. */
final class IndicesTest {
    private static final DoubleUnaryOperator AS_IT_IS = DoubleUnaryOperator.identity();
    private static final int SAMPLES = 1 << 14;

    @Test
    void thoseOfIshigami() {
        List<Indices.Shares> shares = Indices.of(Functions.ishigami(), AS_IT_IS, SAMPLES, 1);

        // Saltelli et al. 2008, Global sensitivity analysis, section 4.9, with a = 7 and b = 0.1:
        // V1 = (1 + b pi^4 / 5)^2 / 2, V2 = a^2 / 8, V13 = b^2 pi^8 8 / 225.
        double v1 = Math.pow(1 + 0.1 * Math.pow(Math.PI, 4) / 5, 2) / 2;
        double v2 = 49 / 8.0;
        double v13 = 0.01 * Math.pow(Math.PI, 8) * 8 / 225;
        double v = v1 + v2 + v13;
        double[] first = {v1 / v, v2 / v, 0};
        double[] total = {(v1 + v13) / v, v2 / v, v13 / v};
        // An interaction is parted among its inputs (Owen 2014, Sobol indices and Shapley value).
        double[] shapley = {(v1 + v13 / 2) / v, v2 / v, v13 / 2 / v};
        for (int i = 0; i < 3; i++) {
            assertThat(shares.get(i).first()).isCloseTo(first[i], within(0.01));
            assertThat(shares.get(i).total()).isCloseTo(total[i], within(0.01));
            assertThat(shares.get(i).shapley()).isCloseTo(shapley[i], within(0.02));
            assertThat(shares.get(i).error()).isBetween(1e-6, 0.01);
        }
    }

    @Test
    void thoseOfTheProductOfSobol() {
        double[] a = {0, 1, 4.5, 9, 99};
        List<Indices.Shares> shares = Indices.of(Functions.product(a), AS_IT_IS, SAMPLES, 2);

        // V_i = 1 / (3 (1 + a_i)^2), V = product of (1 + V_i) - 1, total of i = V_i product over others of (1 + V_j).
        double[] v = Arrays.stream(a).map(b -> 1 / (3 * (1 + b) * (1 + b))).toArray();
        double product = Arrays.stream(v).map(one -> 1 + one).reduce(1, (p, q) -> p * q);
        for (int i = 0; i < a.length; i++) {
            assertThat(shares.get(i).first()).isCloseTo(v[i] / (product - 1), within(0.01));
            assertThat(shares.get(i).total()).isCloseTo(v[i] * product / (1 + v[i]) / (product - 1), within(0.01));
        }
    }

    @Test
    void sharesAddUpToOne() {
        List<Indices.Shares> shares = Indices.of(Functions.ishigami(), AS_IT_IS, 1024, 1);

        assertThat(shares.stream().mapToDouble(Indices.Shares::shapley).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void thoseOfCorrelatedNormals() {
        // y = x1 + 2 x2 + x3, normal with deviations 1; x1 and x2 correlate by r, x3 stands alone.
        // Owen and Prieur 2017, On Shapley value for measuring importance of dependent inputs, section 4:
        // V Sh1 = b1^2 (1 - r^2 / 2) + r b1 b2 + r^2 b2^2 / 2.
        double rank = 0.6;
        double r = 2 * Math.sin(Math.PI * rank / 6);
        String normal = "-1.6448536269514722 to 1.6448536269514722";
        List<Input> inputs = List.of(
                Functions.input("x1", normal, Optional.of(new CorrelationGroup("g", rank))),
                Functions.input("x2", normal, Optional.of(new CorrelationGroup("g", rank))),
                Functions.input("x3", normal, Optional.empty()));
        RankCorrelations pair = new RankCorrelations(List.of(new RankCorrelations.Pair("x1", "x2", rank)));
        List<Input> paired = inputs.stream()
                .map(input -> Functions.input(input.name(), normal, Optional.empty()))
                .toList();
        double v = 1 + 4 + 4 * r + 1;
        for (Subject subject : List.of(
                Functions.subject(inputs, RankCorrelations.NONE, x -> x[0] + 2 * x[1] + x[2]),
                Functions.subject(paired, pair, x -> x[0] + 2 * x[1] + x[2]))) {
            List<Indices.Shares> shares = Indices.of(subject, AS_IT_IS, SAMPLES, 3);

            assertThat(shares.get(0).shapley()).isCloseTo((1 - r * r / 2 + 2 * r + 2 * r * r) / v, within(0.01));
            assertThat(shares.get(1).shapley()).isCloseTo((4 - 2 * r * r + 2 * r + r * r / 2) / v, within(0.01));
            assertThat(shares.get(2).shapley()).isCloseTo(1 / v, within(0.01));
            // What x1 tells: its own and, through the correlation, r of x2; what stays open without it: 1 - r^2.
            assertThat(shares.get(0).first()).isCloseTo((1 + 2 * r) * (1 + 2 * r) / v, within(0.01));
            assertThat(shares.get(0).total()).isCloseTo((1 - r * r) / v, within(0.01));
        }
    }

    @Test
    void theSameSeedGivesTheSame() {
        assertThat(Indices.of(Functions.ishigami(), AS_IT_IS, 1024, 5))
                .isEqualTo(Indices.of(Functions.ishigami(), AS_IT_IS, 1024, 5))
                .isNotEqualTo(Indices.of(Functions.ishigami(), AS_IT_IS, 1024, 6));
    }
}
