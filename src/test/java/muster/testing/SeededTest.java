package muster.testing;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeededTest {
    @Test
    void triesAsManyValuesAsAsked() {
        List<Double> tried = new ArrayList<>();
        forAll(1, 300, draws -> draws.between(2, 3), tried::add);
        assertThat(tried).hasSize(300).doesNotHaveDuplicates().allMatch(value -> value >= 2 && value < 3);
    }

    @Test
    void givesTheSameValuesForTheSameSeedAndOthersForAnother() {
        assertThat(values(5)).isEqualTo(values(5)).isNotEqualTo(values(6));
    }

    @Test
    void reportsSeedRunAndCauseOfAFailure() {
        assertThatThrownBy(() -> forAll(42, 100, draws -> draws.whole(0, 9), value -> {
                    throw new IllegalStateException("always");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("seed 42, run 1 of 100")
                .hasMessageContaining("always")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void halvesAFailingNumberAsLongAsItFails() {
        List<Double> tried = new ArrayList<>();
        assertThatThrownBy(() -> forAll(3, 100, draws -> draws.between(0, 1000), value -> {
                    tried.add(value);
                    assertThat(value).isLessThan(10);
                }))
                .isInstanceOf(AssertionError.class);
        double smallest = tried.get(tried.size() - 1);
        assertThat(smallest).isBetween(10.0, 20.0);
    }

    @Test
    void shrinksEveryPartOfAValue() {
        List<List<Integer>> tried = new ArrayList<>();
        assertThatThrownBy(() -> forAll(4, 100, draws -> List.of(draws.whole(0, 99), draws.whole(0, 99)), pair -> {
                    tried.add(pair);
                    assertThat(pair.get(1)).isLessThan(50);
                }))
                .isInstanceOf(AssertionError.class);
        List<Integer> smallest = tried.get(tried.size() - 1);
        assertThat(smallest.get(0)).isZero();
        assertThat(smallest.get(1)).isBetween(50, 99);
    }

    @Test
    void drawsEveryItemAndBothEndsOfAWholeRange() {
        List<Integer> wholes = new ArrayList<>();
        forAll(5, 400, draws -> draws.whole(-1, 2), wholes::add);
        assertThat(wholes).contains(-1, 0, 1, 2).allMatch(whole -> whole >= -1 && whole <= 2);
        List<String> items = new ArrayList<>();
        forAll(6, 200, draws -> draws.oneOf(List.of("a", "b", "c")), items::add);
        assertThat(items).contains("a", "b", "c");
    }

    @Test
    void drawsMagnitudesOfEveryOrder() {
        List<Double> values = new ArrayList<>();
        forAll(7, 1000, draws -> draws.magnitude(1e-3, 1e3), values::add);
        assertThat(values).allMatch(value -> value >= 1e-3 * (1 - 1e-12) && value <= 1e3);
        assertThat(values.stream().filter(value -> value < 1).count()).isBetween(400L, 600L);
    }

    private static List<Double> values(long seed) {
        List<Double> values = new ArrayList<>();
        forAll(seed, 20, draws -> draws.between(0, 1), values::add);
        return values;
    }
}
