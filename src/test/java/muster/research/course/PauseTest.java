package muster.research.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import muster.research.course.Pause.Question;
import muster.research.production.Production;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PauseTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final Production LAW = new Production(0.657221, -0.154995, 0.654830, 0.5, 1);
    private static final Course.Start START = Course.Start.of(LAW, 1, 1, 1);

    private static final DoubleUnaryOperator SAME = software -> 1;

    private static Course course(SoftwareLaw software, double growth) {
        return new Course(LAW, START, software, growth, 240);
    }

    private static final SoftwareLaw TREND = new SoftwareLaw.Trend(0.1);
    private static final SoftwareLaw STOCK = new SoftwareLaw.Stock(0.1, 2.4);

    @Test
    void withoutFeedbackAPauseIsTheLead() {
        Pause pause = Pause.on(course(TREND, 0), new Question(1, 0, 6, NEVER, 1));
        assertThat(pause.begins()).isZero();
        assertThat(pause.lasts()).isCloseTo(6, within(1e-12));
        assertThat(pause.fleetMonths()).isCloseTo(6, within(1e-12));
        assertThat(pause.progress()).isCloseTo(6, within(1e-12));
    }

    // The closed form of a lead: (g^X - 1) / ln g.
    @Test
    void aFleetThatGrowsDoesWhatItDoesInALead() {
        double monthly = StrictMath.log(2.25) / 12;
        Pause pause = Pause.on(course(TREND, monthly), new Question(1, 0, 6, NEVER, 1));
        assertThat(pause.lasts()).isCloseTo(6, within(1e-12));
        assertThat(pause.fleetMonths()).isCloseTo((1.5 - 1) / monthly, within(1e-12));
    }

    @Test
    void aLaterLevelIsReachedAtThePace() {
        Pause pause = Pause.on(course(TREND, 0.2), new Question(StrictMath.exp(3), 0, 4, NEVER, 1));
        assertThat(pause.begins()).isCloseTo(10, within(1e-9));
        assertThat(pause.lasts()).isCloseTo(4, within(1e-9));
    }

    @Test
    void aMarginLengthensThePauseByTheTimeToCoverIt() {
        Pause pause = Pause.on(course(TREND, 0), new Question(10, 0.5, 6, NEVER, 1));
        assertThat(pause.lasts()).isCloseTo(6 + StrictMath.log(2) / 0.1, within(1e-9));
    }

    @Test
    void aLevelNeverReachedIsNoPause() {
        assertThat(Pause.on(course(TREND, 0), new Question(1e12, 0, 6, NEVER, 1)))
                .isEqualTo(Pause.NONE);
    }

    @Test
    void aRivalThatDoesNotComeLeavesThePauseOpen() {
        Pause pause = Pause.on(course(TREND, 0), new Question(1, 0, 300, NEVER, 1));
        assertThat(pause.openEnd()).isTrue();
        assertThat(pause.lasts()).isEqualTo(240);
    }

    // A thief stands where the leader stopped, at the level of danger itself where there is no margin.
    @Test
    void aTheftInThePauseEndsItWhereThereIsNoMargin() {
        Pause pause = Pause.on(course(TREND, 0), new Question(1, 0, 6, 2.5, 1));
        assertThat(pause.lasts()).isCloseTo(2.5, within(1e-12));
        assertThat(pause.stolen()).isTrue();
    }

    // From e^0.2 below the danger a thief needs 2 months; a leader that is past its margin at the start stops where it
    // is.
    @Test
    void aMarginIsWhatAThiefHasToGo() {
        Pause pause = Pause.on(course(TREND, 0), new Question(1, 1 - StrictMath.exp(-0.2), 6, 2.5, 1));
        assertThat(pause.lasts()).isCloseTo(2.5, within(1e-12));
        Pause later = Pause.on(course(TREND, 0), new Question(StrictMath.exp(1), 1 - StrictMath.exp(-0.2), 6, 10, 1));
        assertThat(later.begins()).isCloseTo(8, within(1e-9));
        assertThat(later.lasts()).isCloseTo(10 + 2 - 8, within(1e-9));
    }

    // Where theft ends a pause at once, its expected length over draws is (s^X - 1) / ln s.
    @Test
    void overDrawsOfTheftTheLengthIsThatOfTheClosedForm() {
        int draws = 20_000;
        double yearly = 1 - StrictMath.pow(0.9, 12);
        double sum = 0;
        for (int i = 0; i < draws; i++) {
            double theft = LeadFormulas.theft(yearly, (i + 0.5) / draws);
            sum += Pause.on(course(TREND, 0), new Question(1, 0, 6, theft, 1)).lasts();
        }
        double expected = (StrictMath.pow(0.9, 6) - 1) / StrictMath.log(0.9);
        assertThat(sum / draws).isCloseTo(expected, within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.9})
    void anEarlierTheftByAnEqualNeverLeavesMore(double uniform) {
        double before = Double.POSITIVE_INFINITY;
        for (double yearly : new double[] {0, 0.05, 0.1, 0.3, 0.9}) {
            double theft = LeadFormulas.theft(yearly, uniform);
            double lasts = Pause.on(course(TREND, 0.05), new Question(20, 0.2, 6, theft, 1))
                    .lasts();
            assertThat(lasts).isLessThanOrEqualTo(before + 1e-9);
            before = lasts;
        }
    }

    // The second way: K' = k X and E = g^t K^r by plain small steps.
    @Test
    void monthsAreShortEnoughForTheStock() {
        double growth = 0.05;
        double steps = 4096;
        double stock = 1;
        double time = 0;
        while (growth * time + 2.4 * StrictMath.log(stock) < StrictMath.log(20)) {
            double heads = StrictMath.exp(growth * time) * StrictMath.pow(stock, 2.4);
            stock += 0.1 / 2.4 * LAW.rate(StrictMath.exp(growth * time), heads, 1) / steps;
            time += 1 / steps;
        }
        Course course = course(STOCK, growth);
        assertThat(course.reaches(course.leader(), StrictMath.log(20), 240).orElseThrow())
                .isCloseTo(time, within(2e-3));
    }

    // Weights are stolen once: early ones are of a poorer model, which a small fleet improves more slowly than the
    // leader would.
    @Test
    void aSmallThiefMayDoBetterToWait() {
        Course course = course(STOCK, 0.05);
        double early = Pause.on(course, new Question(20, 0.2, 12, 1, 0.1)).lasts();
        double late = Pause.on(course, new Question(20, 0.2, 12, 12, 0.1)).lasts();
        assertThat(late).isLessThan(early);
    }

    @Test
    void inThePauseALaterTheftLeavesMore() {
        Course course = course(STOCK, 0.05);
        double begins = Pause.on(course, new Question(20, 0.2, 12, NEVER, 0.1)).begins();
        double before = 0;
        for (int month = 1; month <= 6; month++) {
            double lasts = Pause.on(course, new Question(20, 0.2, 12, begins + month, 0.1))
                    .lasts();
            assertThat(lasts).isGreaterThan(before);
            before = lasts;
        }
    }

    @Test
    void aLargerFleetOfTheThiefNeverLeavesMore() {
        Question small = new Question(20, 0.5, 12, 5, 0.1);
        Question large = new Question(20, 0.5, 12, 5, 2);
        assertThat(Pause.on(course(STOCK, 0.05), large).lasts())
                .isLessThan(Pause.on(course(STOCK, 0.05), small).lasts());
    }

    // K' = k with x = 1: K = 1 + k t and S = K^r.
    @Test
    void aStockOfResearchGrowsByWhatIsAdded() {
        double k = 0.1 / 2.4;
        assertThat(new SoftwareLaw.Stock(0.1, 2.4).after(0, SAME, 12))
                .isCloseTo(2.4 * StrictMath.log(1 + 12 * k), within(1e-12));
        double half = new SoftwareLaw.Stock(0.1, 2.4).after(0, SAME, 6);
        assertThat(new SoftwareLaw.Stock(0.1, 2.4).after(half, SAME, 6))
                .isCloseTo(2.4 * StrictMath.log(1 + 12 * k), within(1e-12));
    }

    // Constant returns (room without end): all time that is left after n doublings is T_0 / (1 - 2^e), and e = p (1 / r
    // - 1) < 0 runs away.
    @Test
    void returnsAboveOneRunAway() {
        SoftwareLaw quick = new SoftwareLaw.Doublings(StrictMath.log(2) / 3, 0.3, 2, 1e9);
        // In ln S: speed c e^(0.15 ln S) has no bound after 1 / (0.15 c).
        double end = 1 / (0.15 * StrictMath.log(2) / 3);
        double before = quick.after(0, SAME, end * 0.99);
        assertThat(before).isCloseTo(-StrictMath.log(0.01) / 0.15, within(1e-4));
    }

    // At r = 1 all doublings take as long as the first.
    @Test
    void atReturnsOfOneDoublingsTakeEquallyLong() {
        SoftwareLaw even = new SoftwareLaw.Doublings(StrictMath.log(2) / 3, 0.3, 1, 1e9);
        assertThat(even.after(0, SAME, 9)).isCloseTo(3 * StrictMath.log(2), within(1e-6));
    }

    @Test
    void softwareStopsWhereTheRoomEnds() {
        SoftwareLaw little = new SoftwareLaw.Doublings(StrictMath.log(2) / 3, 0.3, 2, 4);
        double software = 0;
        for (int month = 0; month < 500; month++) {
            software = little.after(software, SAME, 1);
        }
        assertThat(software).isLessThanOrEqualTo(4 * StrictMath.log(2) + 1e-12);
    }

    @Test
    void noFleetAndNoSoftwareThatGrowReachNothing() {
        Course still = course(new SoftwareLaw.Trend(0), 0);
        assertThat(still.reaches(still.leader(), 0.1, 240)).isEqualTo(OptionalDouble.empty());
    }
}
