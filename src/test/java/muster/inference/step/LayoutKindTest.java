package muster.inference.step;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a layout is beside tensor parallelism. */
final class LayoutKindTest {
    private static LayoutKind draw(muster.testing.Seeded.Draws draws) {
        return new LayoutKind(
                draws.whole(1, 4), draws.whole(1, 4), draws.whole(1, 4), draws.whole(1, 4), draws.whole(0, 1) == 1);
    }

    @ParameterizedTest
    @CsvSource({
        // tensor, data, expert, stages, apart, chips of a domain, kind
        "8, 1, 1, 1, false, 8, tensor",
        "16, 1, 1, 1, false, 8, domains=2",
        "1, 8, 8, 1, false, 8, 'data=8,expert=8'",
        "2, 4, 8, 3, true, 8, 'data=4,expert=8,stages=3,domains=3,apart'",
        "4, 1, 1, 2, false, 72, stages=2",
        "1, 9, 9, 1, false, 8, 'data=9,expert=9,domains=2'",
    })
    void theKindIsReadOffTheDeployment(
            int tensor, int data, int expert, int stages, boolean apart, int domain, String kind) {
        Deployment deployment = new Deployment(tensor, false, data, expert, stages, 1, apart);

        assertThat(LayoutKind.of(deployment, domain)).hasToString(kind);
        assertThat(LayoutKind.parse(kind)).isEqualTo(LayoutKind.of(deployment, domain));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "data",
                "data=0",
                "data=1",
                "dta=2",
                "expert=2,data=2",
                "data=2,",
                "tensor,apart",
                "data=9999999"
            })
    void whatIsNoKindIsRefused(String name) {
        assertThatThrownBy(() -> LayoutKind.parse(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'%s' is not a kind of layout".formatted(name));
    }

    @Test
    void namesTellKindsApartAndBack() {
        forAll(
                221,
                300,
                LayoutKindTest::draw,
                kind -> assertThat(LayoutKind.parse(kind.toString())).isEqualTo(kind));
    }

    // A partial order: of itself, of what it covers what covers it, and through a third.
    @Test
    void whoRanMoreOfEverythingCoversWhatNeedsLess() {
        forAll(222, 300, draws -> java.util.List.of(draw(draws), draw(draws), draw(draws)), of -> {
            LayoutKind a = of.get(0);
            LayoutKind b = of.get(1);
            LayoutKind c = of.get(2);
            assertThat(a.covers(a)).isTrue();
            assertThat(a.covers(b) && b.covers(a)).isEqualTo(a.equals(b));
            assertThat(!(a.covers(b) && b.covers(c)) || a.covers(c)).isTrue();
        });
        assertThat(LayoutKind.parse("data=8,expert=8").covers(LayoutKind.parse("data=4,expert=8")))
                .isTrue();
        assertThat(LayoutKind.parse("data=8,expert=8").covers(LayoutKind.parse("data=4,expert=8,apart")))
                .isFalse();
    }

    @Test
    void wordsNameAllThatIsBesideTensorParallelism() {
        assertThat(LayoutKind.parse("tensor").words()).isEqualTo("tensor parallelism alone");
        assertThat(LayoutKind.parse("data=4,expert=8,stages=3,domains=2,apart").words())
                .isEqualTo(
                        "data-parallel attention of 4 groups, experts over 8 chips, 3 pipeline stages, 2 scale-up domains, prefill on chips of its own");
    }
}
