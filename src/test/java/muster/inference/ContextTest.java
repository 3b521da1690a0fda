package muster.inference;

import static org.assertj.core.api.Assertions.assertThat;

import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Text;
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
        assertThat(Context.parse(text("in=4096, out=256"), problems)).contains(new Context(4096, 256));
        assertThat(problems.none()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"in=0,out=1", "in=1,out=0", "out=1,in=1", "in=1.5,out=1", "in=1000000000,out=1", ""})
    void whatAreNoLengthsIsReported(String written) {
        assertThat(Context.parse(text(written), problems)).isEmpty();
        assertThat(problems.sorted()).extracting(Diagnostic::code).containsExactly("not-a-count");
    }
}
