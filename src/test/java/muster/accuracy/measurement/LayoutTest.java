package muster.accuracy.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Degrees as they were run, where a record multiplied them. */
class LayoutTest {

    @ParameterizedTest
    @CsvSource({
        // As recorded, and as the name of the run has it: tp8_ep8, tp4_ep4, tp4_ep2 of two chips.
        "64, 1, 8, 8,    8, 1, 1, 8",
        "16, 1, 4, 4,    4, 1, 1, 4",
        " 4, 1, 2, 2,    2, 1, 1, 2",
        // Data-parallel attention over eight chips.
        " 1, 64, 8, 8,   1, 8, 1, 8",
        // The data-parallel degree multiplied by the tensor-parallel one.
        " 4, 4, 1, 16,   4, 1, 1, 4",
        // As they were run.
        " 8, 1, 8, 1,    8, 1, 8, 1",
        " 8, 1, 1, 8,    8, 1, 1, 8",
        " 1, 8, 1, 8,    1, 8, 1, 8",
        " 8, 1, 2, 4,    8, 1, 2, 4",
        " 1, 1, 1, 1,    1, 1, 1, 1"
    })
    void multiplicationsAreUndone(int t, int d, int et, int e, int tensor, int data, int expertTensor, int expert) {
        assertThat(new MeasuredLayout(t, d, et, e, 1).multipliedUndone())
                .isEqualTo(new MeasuredLayout(tensor, data, expertTensor, expert, 1));
    }
}
