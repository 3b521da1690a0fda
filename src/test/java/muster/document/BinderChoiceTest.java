package muster.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Forms.Anywhere;
import muster.document.Forms.Burning;
import muster.document.Forms.Known;
import muster.document.Forms.Lasting;
import muster.document.Forms.SteadyPace;
import muster.document.Forms.StopAndGo;
import muster.document.Forms.Voyage;
import muster.document.yaml.Mapping;
import muster.document.yaml.YamlReader;
import muster.testing.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alternatives: by the text of a key, by which key is there, by a word, by the id of an entry. */
class BinderChoiceTest {
    private final Problems problems = new Problems();

    private Optional<Voyage> voyage(String yaml) {
        return Forms.bind(yaml, Voyage.class, problems, this::entry);
    }

    private Optional<Mapping> entry(String id) {
        return id.equals("route/v1 north")
                ? Optional.of(YamlReader.read("north.yaml", "length: 9 s\nname: N\n", problems)
                        .get(0)
                        .root())
                : Optional.empty();
    }

    @Test
    void theKeyThatIsThereTellsTheAlternative() {
        assertThat(voyage("duration: 5 s\n").orElseThrow().budget()).isInstanceOf(Lasting.class);
        Voyage burning = voyage("fuel: 5 J\ngrade: fine\n").orElseThrow();
        assertThat(((Burning) burning.budget()).grade().orElseThrow().value()).isEqualTo("fine");
        assertThat(((Burning) burning.budget()).fuel().name()).isEqualTo("fuel");
    }

    @Test
    void theTextOfAKeyTellsTheAlternative() {
        assertThat(voyage("duration: 5 s\ndrive: {method: steady-pace, power: 2 W}\n")
                        .orElseThrow()
                        .drive())
                .containsInstanceOf(SteadyPace.class);
        assertThat(voyage("duration: 5 s\ndrive: {method: stop-and-go, stop: 1 s, go: 2 s}\n")
                        .orElseThrow()
                        .drive())
                .containsInstanceOf(StopAndGo.class);
    }

    @Test
    void aWordStandsForAnAlternative() {
        assertThat(voyage("duration: 5 s\nroute: anywhere\n").orElseThrow().route())
                .containsInstanceOf(Anywhere.class);
    }

    @Test
    void anIdNamesAnEntryOfTheShelf() {
        Known route = (Known)
                voyage("duration: 5 s\nroute: north\n").orElseThrow().route().orElseThrow();
        assertThat(route.length().value().central().base()).isEqualTo(9);
        assertThat(route.length().place()).isEqualTo(new Place("north.yaml", 1, 9));
        assertThat(route.length().name()).isEqualTo("route.length");
    }

    @Test
    void keysBesideAnIdChangeTheEntry() {
        Known route = (Known) voyage("duration: 5 s\nroute: {id: north, length: 7 s}\n")
                .orElseThrow()
                .route()
                .orElseThrow();
        assertThat(route.length().value().central().base()).isEqualTo(7);
        assertThat(route.name().orElseThrow().value()).isEqualTo("N");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "duration: 5 s~fuel: 1 J | f.yaml:2:1 two-choices | both duration and fuel",
                "route: anywhere | f.yaml:1:1 missing-key | one of duration, fuel",
                "duration: 5 s~drive: {power: 2 W} | f.yaml:2:8 missing-key | steady-pace, stop-and-go",
                "duration: 5 s~drive: {method: stedy-pace, power: 2 W} | f.yaml:2:17 unknown-word | Maybe steady-pace?",
                "duration: 5 s~drive: {method: SteadyPace, power: 2 W} | f.yaml:2:17 unknown-word | Maybe steady-pace?",
                "duration: 5 s~drive: {method: steady-pace, power: 2 W, stop: 1 s} | f.yaml:2:42 unknown-key | 'stop'",
                "duration: 5 s~drive: [x] | f.yaml:2:8 wrong-shape | a mapping with method",
                "duration: 5 s~route: [x] | f.yaml:2:8 wrong-shape | a mapping with one of",
                "duration: 5 s~route: {name: x} | f.yaml:2:8 missing-key | one of anywhere, length",
                "duration: 5 s~route: {id: north, lenth: 1 s} | f.yaml:2:20 unknown-key | Maybe length?",
                "duration: 5 s~route: {id: north, length: 1} | f.yaml:2:28 no-unit | route.length",
            })
    void aWrongChoiceIsReportedAtItsPlace(String text, String reported, String advice) {
        assertThat(voyage(text.replace('~', '\n'))).isEmpty();
        assertThat(Reported.in(problems)).containsExactly(reported);
        assertThat(Reported.messages(problems)).contains(advice);
    }

    @Test
    void anEntryThatIsNotFoundLeavesNoRecordBehind() {
        Problems shelfProblems = problems;
        Optional<Voyage> bound = Forms.bind("duration: 5 s\nroute: sout\n", Voyage.class, problems, id -> {
            shelfProblems.error("unknown-id", new Place("f.yaml", 2, 8), id);
            return Optional.empty();
        });
        assertThat(bound).isEmpty();
        assertThat(Reported.messages(problems)).isEqualTo("route/v1 sout");
    }

    @Test
    void keysOfAnotherAlternativeAreDeadWeight() {
        voyage("duration: 5 s\ndrive: {method: stop-and-go, stop: 1 s, go: 2 s, power: 1 W}\n");
        assertThat(Reported.in(problems)).containsExactly("f.yaml:2:50 unknown-key");
    }
}
