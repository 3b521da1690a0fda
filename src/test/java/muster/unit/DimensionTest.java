package muster.unit;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import muster.testing.Seeded.Draws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DimensionTest {
    private static final Dimension SECOND = Dimension.of(Base.SECOND);
    private static final Dimension FLOP = Dimension.of(Base.FLOP);

    @ParameterizedTest
    @EnumSource(Base.class)
    void everyBaseIsADimensionOfItsOwn(Base base) {
        Dimension dimension = Dimension.of(base);
        assertThat(dimension).hasToString(base.symbol());
        assertThat(dimension.none()).isFalse();
        for (Base other : Base.values()) {
            assertThat(dimension.equals(Dimension.of(other))).isEqualTo(other == base);
        }
    }

    @Test
    void multipliesAndDividesByAddingExponents() {
        assertThat(FLOP.over(SECOND)).hasToString("FLOP/s");
        assertThat(SECOND.times(SECOND)).hasToString("s^2");
        assertThat(FLOP.over(SECOND).times(SECOND)).isEqualTo(FLOP);
        assertThat(SECOND.over(SECOND)).isEqualTo(Dimension.NONE);
        assertThat(Dimension.NONE.none()).isTrue();
    }

    @Test
    void isShownAsProductOverProduct() {
        Dimension token = Dimension.of(Base.TOKEN);
        assertThat(Dimension.NONE).hasToString("1");
        assertThat(Dimension.NONE.over(SECOND)).hasToString("1/s");
        assertThat(token.times(Dimension.of(Base.STREAM)).over(SECOND.times(SECOND)))
                .hasToString("token stream/s^2");
        assertThat(token.over(SECOND).over(Dimension.of(Base.STREAM))).hasToString("token/s/stream");
    }

    @Test
    void takesWholePowersAndRootsThatComeOutWhole() {
        assertThat(SECOND.power(3)).hasToString("s^3");
        assertThat(SECOND.power(-1)).hasToString("1/s");
        assertThat(SECOND.power(0)).isEqualTo(Dimension.NONE);
        assertThat(SECOND.power(2).power(0.5)).isEqualTo(SECOND);
        assertThat(Dimension.NONE.power(0.37)).isEqualTo(Dimension.NONE);
    }

    @Test
    void refusesTheRootOfASecond() {
        assertThatThrownBy(() -> SECOND.power(0.5))
                .isInstanceOf(UnitMismatch.class)
                .hasMessageContaining("(s)^0.5");
    }

    @Test
    void refusesAnotherNumberOfExponentsThanThereAreBases() {
        assertThatThrownBy(() -> new Dimension(List.of(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 2");
    }

    @Test
    void formAGroup() {
        forAll(11, 300, draws -> List.of(any(draws), any(draws), any(draws)), three -> {
            Dimension a = three.get(0);
            Dimension b = three.get(1);
            Dimension c = three.get(2);
            assertThat(a.times(b)).isEqualTo(b.times(a));
            assertThat(a.times(b).times(c)).isEqualTo(a.times(b.times(c)));
            assertThat(a.times(b).over(b)).isEqualTo(a);
            assertThat(a.over(b)).isEqualTo(a.times(b.power(-1)));
            assertThat(a.times(Dimension.NONE)).isEqualTo(a);
            assertThat(a.times(a)).isEqualTo(a.power(2));
        });
    }

    private static Dimension any(Draws draws) {
        List<Integer> exponents = new ArrayList<>();
        for (int i = 0; i < Base.values().length; i++) {
            exponents.add(draws.whole(-3, 3));
        }
        return new Dimension(exponents);
    }
}
