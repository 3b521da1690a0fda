package muster.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Experts and ranges of compute as a person writes them. */
final class ScaleTextsTest {
    private final Problems problems = new Problems();

    private static Text text(String value) {
        return new Text(value, Place.argument("--option " + value));
    }

    @Test
    void expertsAreWrittenAsAScenarioHasThem() {
        assertThat(ExpertCounts.parse(text("128/8"), problems)).hasToString("Optional[{experts: 128, active: 8}]");
        assertThat(ExpertCounts.parse(text(" 256/8+1 "), problems))
                .hasToString("Optional[{experts: 256, active: 8, shared: 1}]");
        assertThat(problems.none()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"128-8, not-a-count", "128, not-a-count", "128/8+, not-a-count", "8/128, out-of-range"})
    void whatAreNoExpertsIsReported(String written, String code) {
        assertThat(ExpertCounts.parse(text(written), problems)).isEmpty();
        assertThat(problems.sorted()).extracting(Diagnostic::code).containsExactly(code);
    }

    @Test
    void aRangeOfComputeHasItsPowersOfTen() {
        ComputeRange range =
                ComputeRange.parse(text("1e20..1e22 FLOP"), problems).orElseThrow();

        assertThat(range).isEqualTo(new ComputeRange(1e20, 1e22));
        assertThat(range.decades()).hasSize(3);
        assertThat(range.decades().get(2)).isCloseTo(1e22, withinPercentage(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "1e24..1e20, bad-range",
        "1e20, bad-range",
        "1..1e61, bad-range",
        "0..1e20, out-of-range",
        "1e20..x, not-a-quantity",
        "1e20 token..1e21, not-a-quantity"
    })
    void whatIsNoRangeIsReported(String written, String code) {
        assertThat(ComputeRange.parse(text(written), problems)).isEmpty();
        assertThat(problems.sorted()).extracting(Diagnostic::code).containsExactly(code);
    }
}
