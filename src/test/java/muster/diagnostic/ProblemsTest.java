package muster.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private final Problems problems = new Problems();

    @Test
    void areSortedByFileThenLineThenColumn() {
        problems.error("e", new Place("b.yaml", 1, 1), "a fifth");
        problems.error("e", new Place("a.yaml", 10, 1), "b fourth");
        problems.error("e", new Place("a.yaml", 9, 12), "c third");
        problems.error("e", new Place("a.yaml", 9, 2), "d second");
        problems.error("e", new Place("a.yaml", 2, 30), "e first");
        assertThat(problems.sorted())
                .extracting(Diagnostic::message)
                .containsExactly("e first", "d second", "c third", "b fourth", "a fifth");
    }

    @Test
    void whatAProblemQuotesStaysOnItsLine() {
        problems.error("code", new Place("a\u001B[2J\n.yaml", 1, 2), "no 'x\nb.yaml:1:1: error\u009B'");

        assertThat(problems.sorted())
                .hasToString("[a\\u001b[2J .yaml:1:2: error [code] no 'x b.yaml:1:1: error\\u009b']");
    }

    @Test
    void areSortedByCodeAndMessageAtOnePlace() {
        Place place = new Place("a.yaml", 1, 1);
        problems.error("z", place, "a");
        problems.error("a", place, "y");
        problems.error("a", place, "x");
        assertThat(problems.sorted()).extracting(Diagnostic::message).containsExactly("x", "y", "a");
    }

    @Test
    void aProblemReportedTwiceIsShownOnce() {
        Place place = new Place("a.yaml", 1, 1);
        problems.error("code", place, "message");
        problems.error("code", place, "message");
        problems.error("code", place, "another");
        assertThat(problems.sorted()).hasSize(2);
    }

    @Test
    void aRepeatedReportStillTellsThatSomethingWentWrong() {
        Place place = new Place("a.yaml", 1, 1);
        problems.error("code", place, "message");
        int before = problems.reports();
        problems.error("code", place, "message");
        assertThat(problems.reports()).isGreaterThan(before);
    }

    @Test
    void stopWithAllOfThem() {
        problems.error("unknown-key", new Place("my.yaml", 4, 3), "fleet.shar. Maybe share?");
        problems.error("no-unit", new Place("my.yaml", 2, 7), "no unit");
        BadInput thrown = catchThrowableOfType(BadInput.class, problems::orThrow);
        assertThat(thrown.problems()).isEqualTo(problems.sorted()).hasSize(2);
        assertThat(thrown)
                .hasMessage("my.yaml:2:7: error [no-unit] no unit\n"
                        + "my.yaml:4:3: error [unknown-key] fleet.shar. Maybe share?");
    }

    @Test
    void doNotStopWhereThereAreNone() {
        assertThat(problems.none()).isTrue();
        assertThatCode(problems::orThrow).doesNotThrowAnyException();
        problems.error("code", new Place("a", 1, 1), "message");
        assertThat(problems.none()).isFalse();
    }

    @Test
    void aListOfThemDoesNotChangeLater() {
        problems.error("code", new Place("a", 1, 1), "message");
        var before = problems.sorted();
        problems.error("code", new Place("a", 2, 1), "message");
        assertThat(before).hasSize(1);
    }

    @Test
    void severityIsLowerCaseInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            Diagnostic warning = new Diagnostic(Severity.WARNING, "c", new Place("a", 1, 2), "m");
            assertThat(warning).hasToString("a:1:2: warning [c] m");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aPlaceOnTheCommandLineIsWhatWasWrittenThere() {
        assertThat(Place.argument("--set a=b")).hasToString("--set a=b");
        assertThat(Place.argument("x").onCommandLine()).isTrue();
        assertThat(new Place("x", 1, 1).onCommandLine()).isFalse();
    }

    @Test
    void aMessageThatTakesWorkIsMadeWhereItIsKept() {
        AtomicInteger made = new AtomicInteger();
        for (int line = 1; line <= Problems.MOST + 50; line++) {
            problems.error("code", new Place("a.yaml", line, 1), () -> "message " + made.incrementAndGet());
        }
        assertThat(made).hasValue(Problems.MOST);
        assertThat(problems.reports()).isEqualTo(Problems.MOST + 50);
    }
}
