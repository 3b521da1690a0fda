package muster.research.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.trace.Given;
import muster.unit.CalendarPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From horizons to the part of the work in reach; the figures were worked out in another program. */
final class WithinReachTest {
    private static final double SIX_DIGITS = 2e-6;

    private static TimeHorizon horizon(String half, String eighty) {
        return new TimeHorizon(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                CalendarPeriod.parse("2026"),
                Optional.empty(),
                Given.input("half", half, "h"),
                Given.input("eighty", eighty, "h"));
    }

    private static TaskLengths lognormal(String median) {
        return new TaskLengths.Lognormal(Given.input("median", median), Given.input("sigma", "2.302585092994046"));
    }

    private static double part(TimeHorizon horizon, TaskLengths lengths, SuccessCurve success) {
        return success.part(Given.chain(), horizon, lengths).central("1").value();
    }

    @ParameterizedTest
    @CsvSource({
        "1044.78, 185.912, 8, 0.632237, 0.340194, 0.597953",
        "1044.78, 185.912, 40, 0.358980, 0.133305, 0.395420",
        "1044.78, 185.912, 160, 0.167712, 0.0433600, 0.240461",
        "718.807, 69.8746, 8, 0.569606, 0.201318, 0.544132",
        "718.807, 69.8746, 40, 0.300279, 0.0622825, 0.370505",
        "718.807, 69.8746, 160, 0.130155, 0.0162603, 0.239882",
        "203.013, 38.3124, 8, 0.354308, 0.136124, 0.390314",
        "203.013, 38.3124, 40, 0.141706, 0.0361780, 0.213032",
        "203.013, 38.3124, 160, 0.0469920, 0.00822151, 0.108644"
    })
    void ofMeasuredModels(double half, double eighty, int median, double hard, double hardEighty, double soft) {
        TimeHorizon horizon = horizon(half + " min", eighty + " min");
        TaskLengths lengths = lognormal(median + " h");

        assertThat(part(horizon, lengths, SuccessCurve.HARD)).isCloseTo(hard, within(SIX_DIGITS));
        assertThat(part(horizon, lengths, SuccessCurve.HARD_EIGHTY)).isCloseTo(hardEighty, within(SIX_DIGITS));
        assertThat(part(horizon, lengths, SuccessCurve.METR)).isCloseTo(soft, within(SIX_DIGITS));
    }

    @ParameterizedTest
    @CsvSource({
        "119.733, 29.9816, 0.6940",
        "203.013, 38.3124, 0.5763",
        "718.807, 69.8746, 0.4122",
        "1044.78, 185.912, 0.5566"
    })
    void theSlopeFollowsFromBothHorizons(double half, double eighty, double slope) {
        Chain chain = Given.chain();
        SuccessCurve.METR.part(chain, horizon(half + " min", eighty + " min"), lognormal("40 h"));

        assertThat(Given.value(chain, TaskFigures.HORIZON_SLOPE)).isCloseTo(slope, within(5e-5));
    }

    @ParameterizedTest
    @CsvSource({"80%, 0.321928", "90%, 0.152003", "99%, 0.0144996", "50%, 1"})
    void atConstantHazardOneHorizonGivesTheOthers(String probability, double length) {
        double p = Given.input("p", probability).central();

        assertThat(SuccessCurve.hazardLength(p)).isCloseTo(length, withinPercentage(1e-3));
        // Tasks of that length alone are done with that probability.
        TaskLengths one = kinds("t", length + " h", "100%");
        assertThat(part(horizon("1 h", "0.2 h"), one, SuccessCurve.CONSTANT_HAZARD))
                .isCloseTo(p, withinPercentage(1e-3));
    }

    // By drawing tasks: 8,000 of them, each with its mirror image, so that the standard error is below 2e-3.
    @ParameterizedTest
    @CsvSource({"METR", "CONSTANT_HAZARD"})
    void thePartIsTheMeanOfTheSuccessOfDrawnTasks(SuccessCurve curve) {
        TimeHorizon horizon = horizon("12 h", "1.2 h");
        double sum = 0;
        int count = 4000;
        double k = Math.log(4) / Math.log(10);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < count; i++) {
            double score = random.nextGaussian();
            double t = 40 * Math.exp(Math.log(10) * score);
            double mirrored = 40 * Math.exp(-Math.log(10) * score);
            sum += success(curve, t, k) + success(curve, mirrored, k);
        }

        assertThat(part(horizon, lognormal("40 h"), curve)).isCloseTo(sum / (2 * count), within(6e-3));
    }

    private static double success(SuccessCurve curve, double t, double k) {
        return curve == SuccessCurve.METR ? 1 / (1 + Math.pow(t / 12, k)) : Math.pow(2, -t / 12);
    }

    @Test
    void bothCurvesGoThroughTheHorizons() {
        TimeHorizon horizon = horizon("10 h", "2 h");

        assertThat(part(horizon, kinds("t", "10 h", "100%"), SuccessCurve.METR)).isCloseTo(0.5, within(1e-12));
        assertThat(part(horizon, kinds("t", "2 h", "100%"), SuccessCurve.METR)).isCloseTo(0.8, within(1e-12));
        assertThat(part(horizon, kinds("t", "10 h", "60%"), SuccessCurve.CONSTANT_HAZARD))
                .isCloseTo(0.3, within(1e-12));
        assertThat(part(horizon, kinds("t", "10 h", "60%"), SuccessCurve.HARD)).isEqualTo(0.6);
        assertThat(part(horizon, kinds("t", "10 h", "60%"), SuccessCurve.HARD_EIGHTY))
                .isZero();
    }

    @Test
    void aCurveThatFallsAtOnceIsHard() {
        TimeHorizon steep = horizon("10 h", "9.9999 h");

        assertThat(part(steep, lognormal("40 h"), SuccessCurve.METR))
                .isCloseTo(part(steep, lognormal("40 h"), SuccessCurve.HARD), within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"SECOND, 1 s", "MINUTE, 60 s", "HOUR, 60 min", "DAY, 8 h", "MONTH, 167 h", "YEAR, 2000 h"})
    void aRungIsAReach(LadderRung rung, String reach) {
        Figure ladder = new WithinReach.OnLadder(rung).part(Given.chain(), lognormal("40 h"));
        Figure stated = new WithinReach.UpToReach(Given.input("reach", reach)).part(Given.chain(), lognormal("40 h"));

        assertThat(ladder.central("1").value()).isEqualTo(stated.central("1").value());
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> horizon("3 h", "17 h"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("eighty, 17 h, is not below half, 3 h");
        assertThatThrownBy(() -> new TaskLengths.Kinds(Map.of(
                        "a",
                        new TaskLengths.Kinds.Kind(Given.input("t", "1 h"), Given.input("p", "60%")),
                        "b",
                        new TaskLengths.Kinds.Kind(Given.input("t2", "1 h"), Given.input("p2", "41%")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("101% of the work");
    }

    private static TaskLengths kinds(String name, String length, String part) {
        return new TaskLengths.Kinds(Map.of(
                "only", new TaskLengths.Kinds.Kind(Given.input(name, length), Given.input(name + ".part", part))));
    }
}
