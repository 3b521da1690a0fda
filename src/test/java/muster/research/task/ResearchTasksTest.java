package muster.research.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import muster.trace.Chain;
import muster.trace.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The labour of people and AIs. */
final class ResearchTasksTest {
    private static final double[] SUBSTITUTIONS = {-0.2, -1, -2, -5, -40};
    private static final TaskLengths LENGTHS =
            new TaskLengths.Lognormal(Given.input("median", "40 h"), Given.input("sigma", "2.3"));
    private static final double[] PARTS = {0.001, 0.1, 0.27, 0.5, 0.9, 0.999};

    // Labour over the people alone, of so many AIs a head.
    private static double labour(double part, double substitution, double ais) {
        Chain chain = Given.chain();
        return new ResearchTasks(
                                new WithinReach.Part(Given.input("part", Double.toString(part))),
                                LENGTHS,
                                Given.input("substitution", Double.toString(substitution)))
                        .labour(
                                chain,
                                Given.figure(chain, "people", "100 researcher"),
                                Given.figure(chain, "ais", 100 * ais + " researcher"))
                        .central("researcher")
                        .value()
                / 100;
    }

    @ParameterizedTest
    @CsvSource({"0.5, 2.82843", "0.9, 31.6228", "0.99, 1000"})
    void aisWithoutLimitReachTheLimitOfTheTasksLeft(double part, double limit) {
        assertThat(ResearchTasks.limit(part, -2)).isCloseTo(limit, withinPercentage(1e-3));
        assertThat(labour(part, -2, 1e9)).isCloseTo(limit, withinPercentage(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 2", "0.9, 10", "0.99, 100"})
    void asTasksStandInForNoOtherTheLimitIsAmdahls(double part, double limit) {
        assertThat(ResearchTasks.limit(part, Double.NEGATIVE_INFINITY)).isCloseTo(limit, withinPercentage(1e-9));
        assertThat(labour(part, -1e5, 1e9)).isCloseTo(limit, withinPercentage(1e-2));
    }

    @Test
    void thePartBehindAnUplift() {
        assertThat(ResearchTasks.partOf(1.6, -2)).isCloseTo(0.268996, within(5e-7));
        assertThat(ResearchTasks.partOf(1.6, Double.NEGATIVE_INFINITY)).isCloseTo(0.375, within(1e-12));
        for (double part : PARTS) {
            for (double substitution : SUBSTITUTIONS) {
                assertThat(ResearchTasks.partOf(ResearchTasks.limit(part, substitution), substitution))
                        .isCloseTo(part, withinPercentage(1e-6));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.01, 1, 50, 1e12})
    void theEndsArePeopleAloneAndOneHeadLikeAnother(double ais) {
        for (double substitution : SUBSTITUTIONS) {
            assertThat(labour(0, substitution, ais)).isCloseTo(1, within(1e-12));
            assertThat(labour(1, substitution, ais)).isCloseTo(1 + ais, withinPercentage(1e-9));
        }
    }

    @Test
    void bothFormsAgreeWhereAisAreJustEnoughForTheirPart() {
        for (double part : PARTS) {
            double border = part / (1 - part);
            for (double substitution : SUBSTITUTIONS) {
                assertThat(labour(part, substitution, border * (1 + 1e-9)))
                        .isCloseTo(labour(part, substitution, border * (1 - 1e-9)), withinPercentage(1e-6));
                assertThat(labour(part, substitution, border)).isCloseTo(1 + border, withinPercentage(1e-6));
            }
        }
    }

    @Test
    void isTheFormulaWhereAisAreManyAndTheSumWhereFew() {
        assertThat(labour(0.4, -2, 5))
                .isCloseTo(
                        Math.pow(Math.pow(0.6, 3) + Math.pow(0.4, 3) * Math.pow(5, -2), -0.5), withinPercentage(1e-9));
        assertThat(labour(0.4, -2, 0.5)).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void moreTasksInReachAndMoreAisAreMoreLabourButNeverMoreThanAllHeads() {
        for (double substitution : SUBSTITUTIONS) {
            for (double ais : new double[] {0.01, 0.5, 3, 1e4}) {
                double last = 1;
                for (double part = 0; part <= 1; part += 0.05) {
                    double next = labour(part, substitution, ais);
                    assertThat(next).isGreaterThanOrEqualTo(last - 1e-9).isLessThanOrEqualTo((1 + ais) * (1 + 1e-12));
                    assertThat(labour(part, substitution, 1.1 * ais)).isGreaterThanOrEqualTo(next - 1e-9);
                    last = next;
                }
            }
        }
    }

    @Test
    void theLimitIsRecordedWhereThereIsOne() {
        assertThat(limits(0.5)).isEqualTo(1);
        assertThat(limits(1)).isZero();
    }

    private static long limits(double part) {
        Chain chain = Given.chain();
        new ResearchTasks(
                        new WithinReach.Part(Given.input("part", Double.toString(part))),
                        LENGTHS,
                        Given.input("substitution", "-2"))
                .labour(
                        chain,
                        Given.figure(chain, "people", "100 researcher"),
                        Given.figure(chain, "ais", "5 researcher"));
        return chain.steps().stream()
                .filter(step -> step.name().equals(TaskFigures.LABOUR_LIMIT))
                .count();
    }
}
