package muster.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Forms.Crew;
import muster.document.Forms.Hold;
import muster.document.Forms.Ship;
import muster.document.yaml.Mapping;
import muster.document.yaml.Text;
import muster.document.yaml.YamlReader;
import muster.testing.Reported;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records with their keys: nested, optional, missing, misspelt, misplaced; maps and lists. */
class BinderRecordTest {
    private final Problems problems = new Problems();

    private Optional<Ship> ship(String yaml) {
        return Forms.bind(yaml, Ship.class, problems);
    }

    @Test
    void bindsNestedRecordsWithPathsAsNames() {
        Ship ship = ship("name: Ada\nengine: {power: 3 W, maker: X}\ncrew: {heads: 4 researcher}\n")
                .orElseThrow();
        assertThat(ship.engine().power().name()).isEqualTo("engine.power");
        assertThat(ship.engine().maker().orElseThrow().value()).isEqualTo("X");
        assertThat(ship.crew().orElseThrow().heads().value().central().base()).isEqualTo(4);
        assertThat(ship.crew().orElseThrow().captain()).isEmpty();
    }

    @Test
    void aKeyThatIsLeftOutHoldsItsDefaultWithTheReason() {
        Ship ship = ship("name: Ada\nengine: {power: 3 W}\n").orElseThrow();
        assertThat(ship.watch().value().central().in("h")).isEqualTo(2);
        assertThat(ship.watch().source()).contains(Source.of("default", "default: as usual", Tier.DEFINITION));
        assertThat(ship.crew()).isEmpty();
    }

    @Test
    void aDefaultGivesWayToWhatIsWritten() {
        Ship ship = ship("name: Ada\nengine: {power: 3 W}\nwatch: 60 s\n").orElseThrow();
        assertThat(ship.watch().value().central().in("s")).isEqualTo(60);
        assertThat(ship.watch().source()).isEmpty();
        assertThat(ship.watch().place()).isEqualTo(new Place("f.yaml", 3, 8));
    }

    @Test
    void theWordForNothingIsTheSameAsLeavingOut() {
        Crew none = Forms.bind("heads: 1 researcher\ncaptain: none\n", Crew.class, problems)
                .orElseThrow();
        Crew some = Forms.bind("heads: 1 researcher\ncaptain: Bo\n", Crew.class, problems)
                .orElseThrow();
        assertThat(none.captain()).isEmpty();
        assertThat(some.captain().orElseThrow().value()).isEqualTo("Bo");
    }

    @Test
    void inputsAreListedWithTheirPrefix() {
        Mapping root = YamlReader.read("f.yaml", "name: A\nengine: {power: 3 W}\nwatch: 1 h\n", problems)
                .get(0)
                .root();
        Binder binder = new Binder((schema, id) -> Optional.empty(), problems, false);
        binder.bind(root, Ship.class, "ships.a");
        assertThat(binder.inputs()).extracting(Input::name).containsExactly("ships.a.engine.power", "ships.a.watch");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "engine: {power: 3 W} | f.yaml:1:1 missing-key | name is missing",
                "name: A~engine: {maker: X} | f.yaml:2:9 missing-key | engine.power is missing (a number in W)",
                "name: A~engine: {power: 3 W}~crw: {} | f.yaml:3:1 unknown-key | 'crw' is not a key of the top level. Maybe crew?",
                "name: A~engine: {power: 3 W, make: X} | f.yaml:2:22 unknown-key | Maybe maker?",
                "name: A~engine: {power: 3 W, Maker: X} | f.yaml:2:22 unknown-key | Maybe maker?",
                "name: A~engine: {power: 3 W, zzz: X} | f.yaml:2:22 unknown-key | which has maker, power",
                "name: A~engine: {power: 3 W, captain: X} | f.yaml:2:22 unknown-key | Maybe crew.captain?",
                "name: A~engine: {power: 3 W}~heads: 3 | f.yaml:3:1 unknown-key | Maybe crew.heads?",
                "name: A~engine: 3 W | f.yaml:2:9 wrong-shape | a mapping with the keys maker, power",
                "name: A~engine: [3 W] | f.yaml:2:9 wrong-shape | a list",
                "name: A~engine: !delete | f.yaml:2:9 wrong-shape | !delete",
            })
    void aWrongKeyIsReportedAtItsPlace(String text, String reported, String advice) {
        assertThat(ship(text.replace('~', '\n'))).isEmpty();
        assertThat(Reported.in(problems)).containsExactly(reported);
        assertThat(Reported.messages(problems)).contains(advice);
    }

    @Test
    void allProblemsOfATextAreInOneReport() {
        ship("nam: A\nengine: {power: 3, maker: [x], weight: 2}\ncrew: {heads: many}\nwatch: -1 s\n");
        assertThat(Reported.in(problems))
                .containsExactly(
                        "f.yaml:1:1 missing-key",
                        "f.yaml:1:1 unknown-key",
                        "f.yaml:2:17 no-unit",
                        "f.yaml:2:27 wrong-shape",
                        "f.yaml:2:32 unknown-key",
                        "f.yaml:3:15 not-a-quantity",
                        "f.yaml:4:8 out-of-range");
    }

    @Test
    void aProblemReportedBeforeStillLeavesNoRecord() {
        assertThat(ship("name: A\nengine: {power: 3}\n")).isEmpty();
        assertThat(ship("name: A\nengine: {power: 3}\n")).isEmpty();
        assertThat(problems.sorted()).hasSize(1);
    }

    @Test
    void bindsMapsAndListsInOrder() {
        Hold hold = Forms.bind(
                        "cargo: {tea: 2 kB, ale: 1 B}\nports: [x, y]\nengines: {b: {power: 1 W}, a: {power: 2 W}}\n",
                        Hold.class,
                        problems)
                .orElseThrow();
        assertThat(hold.cargo().keySet()).containsExactly("tea", "ale");
        assertThat(hold.cargo().get("tea").name()).isEqualTo("cargo.tea");
        assertThat(hold.ports()).extracting(Text::value).containsExactly("x", "y");
        assertThat(hold.engines().get("a").power().name()).isEqualTo("engines.a.power");
        assertThat(hold.engines().keySet()).containsExactly("b", "a");
    }

    @Test
    void everyItemOfAMapOrListIsChecked() {
        assertThat(Forms.bind(
                        "cargo: {tea: 2, ale: 1 s}\nports: [x, [y]]\nengines: {b: {}, a: {power: 2 W, x: 1}}\n",
                        Hold.class,
                        problems))
                .isEmpty();
        assertThat(Reported.in(problems))
                .isEqualTo(List.of(
                        "f.yaml:1:14 no-unit",
                        "f.yaml:1:22 wrong-unit",
                        "f.yaml:2:12 wrong-shape",
                        "f.yaml:3:14 missing-key",
                        "f.yaml:3:34 unknown-key"));
        assertThat(Reported.messages(problems))
                .contains("cargo.tea")
                .contains("ports.2")
                .contains("engines.b.power");
    }

    @Test
    void mapsAndListsAreNotMistakenForEachOther() {
        assertThat(Forms.bind("cargo: [a]\nports: {a: b}\nengines: x\n", Hold.class, problems))
                .isEmpty();
        assertThat(Reported.in(problems))
                .containsExactly("f.yaml:1:8 wrong-shape", "f.yaml:2:8 wrong-shape", "f.yaml:3:10 wrong-shape");
    }
}
