package muster.inference.step;

import static org.assertj.core.api.Assertions.assertThat;

import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths of requests as a person writes them. */
final class ContextTest {
    private final Problems problems = new Problems();

    private static Text text(String value) {
        return new Text(value, Place.argument("--context " + value));
    }

    @Test
    void lengthsAreInAndOut() {
        assertThat(RequestTokens.parse(text("in=4096, out=256"), problems)).contains(new RequestTokens(4096, 256));
        assertThat(problems.none()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"in=0,out=1", "in=1,out=0", "out=1,in=1", "in=1.5,out=1", "in=1000000000,out=1", ""})
    void whatAreNoLengthsIsReported(String written) {
        assertThat(RequestTokens.parse(text(written), problems)).isEmpty();
        assertThat(problems.sorted()).extracting(Diagnostic::code).containsExactly("not-a-count");
    }
}
