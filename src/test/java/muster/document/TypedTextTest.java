package muster.document;

import static org.assertj.core.api.Assertions.assertThat;

import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.PathValue;
import muster.document.yaml.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person types outside of a file: words, amounts, assignments. */
final class TypedTextTest {
    private static final PositiveAmount TOKENS = new PositiveAmount("token", true, "as 1e15");
    private static final PositiveAmount TIME = new PositiveAmount("s", false, "as '12 month'");

    private final Problems problems = new Problems();

    private static Text text(String value) {
        return new Text(value, Place.argument("--option " + value));
    }

    private enum Colour {
        RED,
        GREEN
    }

    @Test
    void aWordIsFoundInLettersOfEitherCase() {
        assertThat(Keywords.of(text("Green"), Colour.values(), problems)).contains(Colour.GREEN);
        assertThat(problems.none()).isTrue();
    }

    @Test
    void aWordThatThereIsNotIsReportedWithTheNearest() {
        assertThat(Keywords.of(text("GREN"), Colour.values(), problems)).isEmpty();

        assertThat(problems.sorted())
                .extracting(Diagnostic::toString)
                .containsExactly("--option GREN: error [unknown-word] there are RED, GREEN. Maybe GREEN?");
    }

    @ParameterizedTest
    @CsvSource({"1e15, 1e15", "2 Mtoken, 2e6", "3 token, 3"})
    void anAmountMayBeBareWhereNothingElseCanBeMeant(String written, double tokens) {
        assertThat(TOKENS.parse(text(written), problems).orElseThrow().in("token"))
                .isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 s|out-of-range|Maybe an amount, as '12 month'?",
                "-2 s|out-of-range|is not above 0",
                "12|not-a-quantity|as '12 month'",
                "12 token|not-a-quantity|as '12 month'",
                "soon|not-a-quantity|as '12 month'"
            })
    void whatIsNoAmountIsReported(String written, String code, String advice) {
        assertThat(TIME.parse(text(written), problems)).isEmpty();

        assertThat(problems.sorted()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.message()).contains(advice);
        });
    }

    @Test
    void anAssignmentIsApartAtItsFirstEqualsSign() {
        assertThat(PathValue.of(" a.b = c=d ")).contains(new PathValue("a.b", "c=d"));
        assertThat(PathValue.of("=c")).isEmpty();
        assertThat(PathValue.of("a.b")).isEmpty();
    }
}
