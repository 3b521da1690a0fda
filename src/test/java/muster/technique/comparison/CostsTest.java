package muster.technique.comparison;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import muster.testing.Seeded;
import org.junit.jupiter.api.Test;

/** The total budget of training and serving, against its limits in closed form. */
class CostsTest {
    private static final int CASES = 1000;
    private static final double MANY = 1e60;

    private record Pair(
            double rate, TrainingAndServingCosts.Bill base, TrainingAndServingCosts.Bill design, double tokens) {
        double gain(ServiceLife span) {
            return new TrainingAndServingCosts(OptionalDouble.of(rate), span)
                    .budgetGain(base, design)
                    .orElseThrow();
        }

        double equalLoss() {
            return design.throughput() / base.throughput();
        }

        double training() {
            return base.trainingFlop() / design.trainingFlop();
        }
    }

    private static Pair pair(Seeded.Draws draws) {
        return new Pair(
                draws.magnitude(1e12, 1e24),
                new TrainingAndServingCosts.Bill(draws.magnitude(1e18, 1e30), draws.magnitude(1, 1e10)),
                new TrainingAndServingCosts.Bill(draws.magnitude(1e18, 1e30), draws.magnitude(1, 1e10)),
                draws.magnitude(1e6, 1e20));
    }

    @Test
    void forManyTokensItIsTheGainAtEqualLoss() {
        forAll(
                1,
                CASES,
                CostsTest::pair,
                pair -> assertThat(pair.gain(new ServiceLife.Tokens(MANY)) / pair.equalLoss())
                        .isCloseTo(1, within(1e-9)));
        forAll(
                2,
                CASES,
                CostsTest::pair,
                pair -> assertThat(pair.gain(new ServiceLife.Time(MANY)) / pair.equalLoss())
                        .isCloseTo(1, within(1e-9)));
    }

    @Test
    void forFewTokensItIsTheRatioOfTheTrainings() {
        forAll(
                3,
                CASES,
                CostsTest::pair,
                pair -> assertThat(pair.gain(new ServiceLife.Tokens(1 / MANY)) / pair.training())
                        .isCloseTo(1, within(1e-9)));
    }

    @Test
    void itLiesBetweenBothAndGoesFromOneToTheOtherAsTokensGrow() {
        forAll(4, CASES, CostsTest::pair, pair -> {
            double least = Math.min(pair.equalLoss(), pair.training()) * (1 - 1e-12);
            double most = Math.max(pair.equalLoss(), pair.training()) * (1 + 1e-12);
            double few = pair.gain(new ServiceLife.Tokens(pair.tokens));
            double many = pair.gain(new ServiceLife.Tokens(3 * pair.tokens));

            assertThat(few).isBetween(least, most);
            assertThat(Math.signum(pair.equalLoss() - pair.training()) * (many - few))
                    .isGreaterThanOrEqualTo(-1e-12 * few);
        });
    }

    @Test
    void aTimeIsTheTokensThatTheBaseServesInIt() {
        forAll(
                5,
                CASES,
                CostsTest::pair,
                pair -> assertThat(pair.gain(new ServiceLife.Time(pair.tokens / pair.base.throughput()))
                                / pair.gain(new ServiceLife.Tokens(pair.tokens)))
                        .isCloseTo(1, within(1e-12)));
    }

    // 1e24 FLOP at 1e15 FLOP/s are 1e9 s, and 1e11 tokens at 50 a second 2e9 s: 3e9 s over 2e9 s + 1e9 s at twice both.
    @Test
    void byHand() {
        TrainingAndServingCosts costs =
                new TrainingAndServingCosts(OptionalDouble.of(1e15), new ServiceLife.Tokens(1e11));
        TrainingAndServingCosts.Bill base = new TrainingAndServingCosts.Bill(1e24, 50);

        assertThat(costs.budgetGain(base, new TrainingAndServingCosts.Bill(2e24, 100)))
                .hasValue(1);
        assertThat(costs.budgetGain(base, new TrainingAndServingCosts.Bill(1e24, 100)))
                .hasValue(1.5);
        assertThat(costs.trainingPart(base, base)).hasValue(1.0 / 3);
        assertThat(new TrainingAndServingCosts(OptionalDouble.empty(), new ServiceLife.Tokens(1))
                        .budgetGain(base, base))
                .isEmpty();
    }
}
