package muster.research.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import muster.research.feedback.DoublingPath.Course;
import muster.research.feedback.DoublingPath.Start;
import org.junit.jupiter.api.Test;

/** Paths by values that were computed in another language from the published algorithm. */
final class DoublingPathTest {
    private static final double SIX_DIGITS = 5e-6;
    private static final Course PUBLISHED = new Course(3, 48, false, true);
    private static final Start MEDIAN = new Start(8, 1.2, 88, 0.3);

    @Test
    void thePathOfTheMediansIsThePublishedOne() {
        DoublingPath path = DoublingPath.of(MEDIAN, PUBLISHED);

        same(path.month(1), 0.375);
        same(path.month(2), 0.737948);
        same(path.month(3), 1.08995);
        same(path.month(10), 3.32913);
        same(path.month(24), 7.54517);
        same(path.month(34), 11.7408);
        same(path.month(40), 16.1044);
        assertThat(path.mostWithin(12)).isEqualTo(34);
        assertThat(path.shortest()).isCloseTo(0.291322, within(1e-6));
        assertThat(path.doublings()).isEqualTo(53);
    }

    @Test
    void constantReturnsAreAGeometricSeries() {
        DoublingPath path = DoublingPath.of(MEDIAN, new Course(3, 48, false, false));
        double q = Math.pow(2, -0.05);

        same(path.month(24), 0.375 * (1 - Math.pow(q, 24)) / (1 - q));
        same(path.month(24), 6.21694);
        // All of its doublings lie before the time at which the series ends.
        assertThat(path.month(path.doublings())).isLessThan(0.375 / (1 - q));
    }

    @Test
    void otherReturnsAreSlowerOrFaster() {
        assertThat(DoublingPath.of(new Start(8, 0.6, 88, 0.3), PUBLISHED).mostWithin(12))
                .isEqualTo(11);
        DoublingPath fast = DoublingPath.of(new Start(8, 2.4, 88, 0.3), PUBLISHED);
        same(fast.month(24), 3.25314);
        same(fast.month(80), 7.29917);
        assertThat(fast.doublings()).isEqualTo(84);
    }

    @Test
    void returnsOfOneNeitherAccelerateNorSlowDown() {
        DoublingPath path = DoublingPath.of(new Start(4, 1, 40, 0.5), new Course(3, 48, false, false));

        assertThat(path.month(40)).isCloseTo(30, within(1e-9));
        assertThat(path.within(16, 12)).isFalse();
        assertThat(path.within(16, 12.001)).isTrue();
        assertThat(path.mostWithin(12.001)).isEqualTo(16);
    }

    @Test
    void trainingAnewSlowsAQuickDoubling() {
        Start start = new Start(8, 2.4, 88, 0.6);

        assertThat(DoublingPath.of(start, new Course(3, 48, true, true)).month(40))
                .isGreaterThan(DoublingPath.of(start, PUBLISHED).month(40));
    }

    @Test
    void whatHasNoRoomEndsAndReturnsThatVanishDoNotOverflow() {
        assertThat(DoublingPath.of(new Start(8, 1.2, 2.5, 0.3), PUBLISHED).doublings())
                .isLessThanOrEqualTo(3);
        DoublingPath slow = DoublingPath.of(new Start(1, 1e-9, 88, 0.6), PUBLISHED);
        assertThat(slow.month(slow.doublings())).isFinite();
        assertThat(DoublingPath.of(new Start(1, 1, 1, 1), PUBLISHED).month(9)).isInfinite();
    }

    private static void same(double ours, double published) {
        assertThat(ours / published - 1).isCloseTo(0, within(SIX_DIGITS));
    }
}
