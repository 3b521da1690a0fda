package muster.research.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Limits and slopes of the law, whatever its constants. */
final class ProductionTest {

    @Test
    void rhoOfOneIsASumWhereAllExponentsAreOne() {
        Production sum = new Production(0.3, 1, 1, 1, 1);

        assertThat(sum.rate(5, 7, 2)).isCloseTo(0.3 * 5 + 0.7 * 14, within(1e-12));
        assertThat(new Production(0.3, 1, 0.5, 1, 1).rate(4, 1, 1)).isCloseTo(0.3 * 2 + 0.7, within(1e-12));
    }

    @Test
    void rhoFarBelowZeroIsTheLesser() {
        assertThat(new Production(0.3, -1e5, 1, 1, 1).rate(5, 7, 2)).isCloseTo(5, within(1e-3));
        assertThat(new Production(0.5, Double.NEGATIVE_INFINITY, 1, 1, 1).rate(50, 7, 2))
                .isEqualTo(14);
    }

    @Test
    void noLawJumpsAtRhoOfZero() {
        double at = new Production(0.4, 0, 0.7, 0.6, 1).rate(30, 20, 3);

        assertThat(new Production(0.4, 1e-9, 0.7, 0.6, 1).rate(30, 20, 3)).isCloseTo(at, within(1e-7));
        assertThat(new Production(0.4, -1e-9, 0.7, 0.6, 1).rate(30, 20, 3)).isCloseTo(at, within(1e-7));
    }

    @Test
    void onlyExponentsOfOneMakeItTwiceAsMuchForTwiceOfAll() {
        assertThat(new Production(0.4, -0.2, 1, 1, 1).rate(2, 2, 1)).isCloseTo(2, within(1e-12));
        assertThat(new Production(0.4, -0.2, 0.65, 0.5, 1).rate(2, 2, 1)).isLessThan(1.6);
    }

    @Test
    void elasticitiesAreSlopes() {
        Random random = new Random(20261201);
        for (int i = 0; i < 200; i++) {
            Production law = new Production(
                    random.nextDouble(),
                    1 - 3 * random.nextDouble(),
                    0.2 + random.nextDouble(),
                    0.2 + random.nextDouble(),
                    0.5 + random.nextDouble());
            double c = Math.exp(6 * random.nextDouble() - 3);
            double l = Math.exp(6 * random.nextDouble() - 3);
            double step = 1e-5;
            double byCompute =
                    Math.log(law.rate(c * (1 + step), l) / law.rate(c / (1 + step), l)) / (2 * Math.log1p(step));
            double byLabour =
                    Math.log(law.rate(c, l * (1 + step)) / law.rate(c, l / (1 + step))) / (2 * Math.log1p(step));

            assertThat(law.computeElasticity(c, l)).isCloseTo(byCompute, within(1e-6));
            assertThat(law.labourElasticity(c, l)).isCloseTo(byLabour, within(1e-6));
        }
    }

    @Test
    void aConcaveLawLiesAboveItsChords() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            Production law = new Production(
                    random.nextDouble(),
                    1 - 4 * random.nextDouble(),
                    random.nextDouble(),
                    random.nextDouble(),
                    random.nextDouble());
            assertThat(law.notConcave()).isEmpty();
            double[] a = {10 * random.nextDouble(), 10 * random.nextDouble()};
            double[] b = {10 * random.nextDouble(), 10 * random.nextDouble()};
            double middle = law.rate((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, 1);
            double chord = (law.rate(a[0], a[1], 1) + law.rate(b[0], b[1], 1)) / 2;

            assertThat(middle).isGreaterThanOrEqualTo(chord * (1 - 1e-12));
        }
    }

    @Test
    void whatIsNotConcaveIsSaid() {
        assertThat(new Production(0.5, 1.5, 1, 1, 1).notConcave()).hasValue("rho is 1.5, above 1");
        assertThat(new Production(0.5, 0, 1.1, 1, 1).notConcave()).hasValue("zeta is 1.1, above 1");
        assertThat(new Production(0.5, 0, 1, 1.1, 1).notConcave()).hasValue("lambda is 1.1, above 1");
        assertThat(new Production(0.5, 0, 1, 1, 1.1).notConcave()).hasValue("the outer exponent is 1.1, above 1");
    }

    // With 25% of a fleet on experiments and 45% on research agents, in units of the rate at the laboratory.
    @Test
    void aChipIsWorthMoreInExperimentsThanInServing() {
        Production law = new Production(0.657221, -0.154995, 0.654830, 0.5, 1);

        double inExperiments = law.computeElasticity(1, 1) / 0.25;
        double inServing = law.headsExponent() * law.labourElasticity(1, 1) / 0.45;
        assertThat(inExperiments).isCloseTo(1.72147, within(1e-5));
        assertThat(inServing).isCloseTo(0.380865, within(1e-6));

        double best = 0;
        double share = 0;
        for (int i = 1; i < 7000; i++) {
            double experiments = i / 10000.0;
            double rate = law.rate(experiments / 0.25, (0.7 - experiments) / 0.45, 1);
            share = rate > best ? experiments : share;
            best = Math.max(best, rate);
        }
        assertThat(share).isCloseTo(0.4826, within(1e-4));
        assertThat(best).isCloseTo(1.15861, within(1e-5));
    }
}
