package muster.document;

import static org.assertj.core.api.Assertions.assertThat;

import muster.diagnostic.Problems;
import muster.testing.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole numbers, truths, and values that a record refuses together. */
class BinderCountTest {
    private final Problems problems = new Problems();

    record Deck(
            int cabins,
            @Otherwise(value = "0", because = "none") int lifts,
            boolean open) {
        Deck {
            if (lifts > cabins) {
                throw new IllegalArgumentException("%d lifts for %d cabins".formatted(lifts, cabins));
            }
        }
    }

    @Test
    void countsAndTruthsAreRead() {
        assertThat(Forms.bind("cabins: 12\nopen: true\n", Deck.class, problems)).contains(new Deck(12, 0, true));
        assertThat(Reported.in(problems)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.5", "-1", "many", "1e3", "9999999999"})
    void whatIsNoWholeNumberIsReportedWhereItStands(String cabins) {
        assertThat(Forms.bind("open: true\ncabins: " + cabins + "\n", Deck.class, problems))
                .isEmpty();
        assertThat(Reported.in(problems)).containsExactly("f.yaml:2:9 not-a-count");
    }

    @Test
    void thousandsAreWrittenWithoutMarks() {
        Forms.bind("open: true\ncabins: 1_000\n", Deck.class, problems);
        assertThat(Reported.messages(problems))
                .isEqualTo("cabins: '1_000' is not a whole number from 0 to 999999999. Maybe 1000?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"8,192 | 8192", "1.024.000 | 1024000", "500k | 500000", "1e3 | 1000", "2.0 | 2", "70B | "})
    void theWholeNumberThatIsMeantIsNamed(String cabins, String meant) {
        Forms.bind("open: true\ncabins: %s\n".formatted(cabins), Deck.class, problems);
        assertThat(Reported.messages(problems))
                .endsWith("from 0 to 999999999." + (meant == null ? "" : " Maybe %s?".formatted(meant)));
    }

    @Test
    void aTruthIsTrueOrFalse() {
        Forms.bind("open: yes\ncabins: 1\n", Deck.class, problems);
        assertThat(Reported.messages(problems)).isEqualTo("open: 'yes' is not one of true, false.");
    }

    @Test
    void aMissingCountIsReported() {
        Forms.bind("open: true\n", Deck.class, problems);
        assertThat(Reported.in(problems)).containsExactly("f.yaml:1:1 missing-key");
    }

    @Test
    void whatARecordRefusesIsReportedWhereItsMappingBegins() {
        assertThat(Forms.bind("\ncabins: 1\nlifts: 2\nopen: false\n", Deck.class, problems))
                .isEmpty();
        assertThat(Reported.in(problems)).containsExactly("f.yaml:2:1 inconsistent");
        assertThat(Reported.messages(problems)).endsWith("2 lifts for 1 cabins");
    }
}
