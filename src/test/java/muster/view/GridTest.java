package muster.view;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GridTest {

    @Test
    void aRowHasAsManyCellsAsThereAreColumns() {
        assertThatThrownBy(() -> Grid.of(List.of("a", "b"), List.of(List.of("1", "2"), List.of("3")), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 cells under [a, b]");
    }
}
