package muster.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.unit.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A figure and the value that it is to reach, as a person writes them. */
final class FigureTargetTest {
    private final Problems problems = new Problems();

    private static Text text(String value) {
        return new Text(value, Place.argument("--reach " + value));
    }

    @Test
    void theValueMayHaveAUnit() {
        assertThat(FigureTarget.parse(text("model.parameters = 2e12 parameter"), problems))
                .contains(new FigureTarget("model.parameters", Quantity.of(2e12, "parameter")));
        assertThat(problems.none()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"model.parameters, set", "=3, set", "model.parameters=3x, not-a-quantity"})
    void whatIsNoTargetIsReported(String written, String code) {
        assertThat(FigureTarget.parse(text(written), problems)).isEmpty();
        assertThat(problems.sorted()).extracting(Diagnostic::code).containsExactly(code);
    }
}
