package muster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.testing.Seeded;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void marksARoundRange() {
        assertThat(Ticks.of(Scale.LINEAR, 0.3, 9.1))
                .isEqualTo(new Ticks(0, 10, List.of(0.0, 2.0, 4.0, 6.0, 8.0, 10.0)));
    }

    @Test
    void hasZeroWhereHeightsAreCompared() {
        assertThat(Ticks.of(Scale.FROM_ZERO, 654_300, 654_300).low()).isZero();
        assertThat(Ticks.of(Scale.FROM_ZERO, -3, -2).high()).isZero();
        assertThat(Ticks.of(Scale.LINEAR, 654_300, 3_926_000).low()).isPositive();
    }

    @Test
    void marksDecades() {
        assertThat(Ticks.of(Scale.LOG, 3, 4e5).marks()).containsExactly(1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6);
    }

    @Test
    void marksWithinADecade() {
        assertThat(Ticks.of(Scale.LOG, 20, 80)).isEqualTo(new Ticks(10, 100, List.of(10.0, 20.0, 50.0, 100.0)));
    }

    @Test
    void aDecadeItselfNeedsNoOther() {
        assertThat(Ticks.of(Scale.LOG, 10, 1000).low()).isEqualTo(10);
        assertThat(Ticks.of(Scale.LOG, 10, 1000).high()).isEqualTo(1000);
    }

    @Test
    void enclosesWhateverIsShown() {
        Seeded.forAll(
                7,
                500,
                draws -> {
                    double least = draws.magnitude(1e-9, 1e9);
                    return List.of(least, least * draws.magnitude(1, 1e12));
                },
                range -> {
                    for (Scale scale : Scale.values()) {
                        Ticks ticks = Ticks.of(scale, range.get(0), range.get(1));
                        assertThat(ticks.low()).isLessThanOrEqualTo(range.get(0) * (1 + 1e-8));
                        assertThat(ticks.high()).isGreaterThanOrEqualTo(range.get(1) * (1 - 1e-8));
                        assertThat(ticks.marks()).isSorted().hasSizeBetween(2, 12);
                        assertThat(ticks.marks()).allMatch(mark -> mark >= ticks.low() && mark <= ticks.high());
                    }
                });
    }

    @Test
    void oneValueHasARangeToo() {
        assertThat(Ticks.of(Scale.LINEAR, 5, 5).high()).isGreaterThan(5.0);
        assertThat(Ticks.of(Scale.LINEAR, 0, 0).high()).isGreaterThan(0.0);
        assertThat(Ticks.of(Scale.LOG, 5, 5)).isEqualTo(new Ticks(1, 10, List.of(1.0, 2.0, 5.0, 10.0)));
    }

    @Test
    void whatDiffersByRoundingAloneIsOneValue() {
        double value = 654_311.0;

        assertThat(Ticks.of(Scale.LINEAR, value, Math.nextUp(value)))
                .isEqualTo(Ticks.of(Scale.LINEAR, value, value))
                .satisfies(ticks -> assertThat(ticks.low()).isLessThan(ticks.high()));
    }

    @Test
    void writesMarksAsPeopleDo() {
        assertThat(Ticks.text(0)).isEqualTo("0");
        assertThat(Ticks.text(100000)).isEqualTo("100,000");
        assertThat(Ticks.text(1e21)).isEqualTo("1e21");
        assertThat(Ticks.text(0.25)).isEqualTo("0.25");
        assertThat(Ticks.text(1e-6)).isEqualTo("1e-6");
    }
}
