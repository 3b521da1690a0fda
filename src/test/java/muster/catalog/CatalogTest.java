package muster.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.catalog.Things.Thing;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.testing.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries laid over one another, by layers and by {@code extends}. */
class CatalogTest {
    private final Problems problems = new Problems();

    @TempDir
    private Path folder;

    private Catalog shelf(String... layers) {
        List<Layer> overlays = new ArrayList<>();
        for (String layer : layers) {
            overlays.add(layer("layer" + overlays.size() + ".yaml", layer));
        }
        return new Catalog(Things.KINDS, overlays);
    }

    private Overlay layer(String name, String text) {
        try {
            return Overlay.file(Files.writeString(folder.resolve(name), text), Things.KINDS, problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Thing> thing(Catalog catalog, String id) {
        return catalog.get(Things.THING, new Text(id, new Place("asked", 1, 1)), problems);
    }

    private static double mass(Thing thing) {
        return thing.mass().value().central().base();
    }

    @Test
    void bindsAnEntryWithInputsNamedAfterIt() {
        Thing thing = thing(shelf(Things.thing("a", "2 kB")), "a").orElseThrow();
        assertThat(mass(thing)).isEqualTo(2000);
        assertThat(thing.mass().name()).isEqualTo("a.mass");
    }

    @Test
    void namesInputsAfterThePrefixThatIsAskedFor() {
        Thing thing = shelf(Things.thing("a", "2 kB"))
                .bind(Things.THING, new Text("a", new Place("asked", 1, 1)), "fleet", problems)
                .orElseThrow();
        assertThat(thing.mass().name()).isEqualTo("fleet.mass");
    }

    @Test
    void aHigherLayerChangesTheKeysThatItNames() {
        Catalog catalog = shelf(
                Things.thing("a", "1 B") + "colour: red\nparts: {left: x, right: y}\n",
                "schema: thing/v1\nid: a\nmass: 3 B\nparts: {right: z}\n");
        Thing thing = thing(catalog, "a").orElseThrow();
        assertThat(mass(thing)).isEqualTo(3);
        assertThat(thing.colour().orElseThrow().value()).isEqualTo("red");
        assertThat(thing.parts().orElseThrow().left().orElseThrow().value()).isEqualTo("x");
        assertThat(thing.parts().orElseThrow().right().orElseThrow().value()).isEqualTo("z");
        assertThat(thing.mass().place().file()).endsWith("layer1.yaml");
    }

    @Test
    void aLayerAboveDeletesAndReplaces() {
        Catalog catalog = shelf(
                Things.thing("a", "1 B") + "colour: red\nparts: {left: x, right: y}\n",
                "schema: thing/v1\nid: a\ncolour: !delete\nparts: !replace {right: z}\n");
        Thing thing = thing(catalog, "a").orElseThrow();
        assertThat(thing.colour()).isEmpty();
        assertThat(thing.parts().orElseThrow().left()).isEmpty();
    }

    @Test
    void oneMoreLayerGoesOnTop() {
        Catalog below = shelf(Things.thing("a", "1 B"));
        Catalog above = below.under(layer("top.yaml", Things.thing("a", "7 B") + "---\n" + Things.thing("b", "8 B")));
        assertThat(mass(thing(above, "a").orElseThrow())).isEqualTo(7);
        assertThat(mass(thing(below, "a").orElseThrow())).isEqualTo(1);
        assertThat(above.ids(Things.THING)).containsExactly("a", "b");
    }

    @Test
    void anEntryHoldsWhatTheEntriesHoldThatItExtends() {
        Catalog catalog = shelf("""
                schema: thing/v1
                id: c
                extends: b
                colour: blue
                ---
                schema: thing/v1
                id: b
                extends: a
                mass: 2 B
                ---
                schema: thing/v1
                id: a
                title: The first
                mass: 1 B
                colour: red
                parts: {left: x}
                """);
        Thing thing = thing(catalog, "c").orElseThrow();
        assertThat(mass(thing)).isEqualTo(2);
        assertThat(thing.colour().orElseThrow().value()).isEqualTo("blue");
        assertThat(thing.parts().orElseThrow().left().orElseThrow().value()).isEqualTo("x");
        assertThat(mass(thing(catalog, "a").orElseThrow())).isEqualTo(1);
    }

    @Test
    void whatAnEntryExtendsIsTakenWithItsOwnLayers() {
        Catalog catalog = shelf(
                Things.thing("a", "1 B") + "---\nschema: thing/v1\nid: b\nextends: a\ncolour: red\n",
                Things.thing("a", "9 B"));
        assertThat(mass(thing(catalog, "b").orElseThrow())).isEqualTo(9);
    }

    @Test
    void aLayerAboveKeepsWhatTheEntryExtends() {
        Catalog catalog = shelf(
                Things.thing("a", "1 B") + "---\nschema: thing/v1\nid: b\nextends: a\n",
                "schema: thing/v1\nid: b\ncolour: green\n");
        assertThat(mass(thing(catalog, "b").orElseThrow())).isEqualTo(1);
        assertThat(thing(catalog, "b").orElseThrow().colour().orElseThrow().value())
                .isEqualTo("green");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: a | a -> a",
                "a: b, b: a | a -> b -> a",
                "a: b, b: c, c: b | a -> b -> c -> b",
            })
    void aCircleOfExtendsIsReportedWithItsWay(String extending, String way) {
        StringBuilder text = new StringBuilder();
        for (String pair : extending.split(", ", -1)) {
            String[] ids = pair.split(": ", 2);
            text.append(Things.thing(ids[0], "1 B"))
                    .append("extends: ")
                    .append(ids[1])
                    .append("\n---\n");
        }
        assertThat(thing(shelf(text.toString()), "a")).isEmpty();
        assertThat(problems.sorted()).extracting(problem -> problem.code()).containsExactly("cycle");
        assertThat(Reported.messages(problems)).endsWith(": " + way);
        assertThat(problems.sorted().get(0).place().file()).endsWith("layer0.yaml");
    }

    @Test
    void anUnknownIdIsReportedWhereItIsNamed() {
        Catalog catalog = shelf(Things.thing("silver", "1 B"));
        assertThat(thing(catalog, "silvr")).isEmpty();
        assertThat(Reported.in(problems)).containsExactly("asked:1:1 unknown-id");
        assertThat(Reported.messages(problems)).isEqualTo("there is no thing 'silvr'. Maybe silver?");
    }

    @Test
    void anUnknownBaseIsReportedAtExtends() {
        assertThat(thing(shelf(Things.thing("a", "1 B") + "extends: gold\n"), "a"))
                .isEmpty();
        assertThat(Reported.in(problems)).containsExactly(folder.resolve("layer0.yaml") + ":4:10 unknown-id");
    }

    @Test
    void anEntryMayNameAnEntryOfAnotherKind() {
        String other = "---\nschema: other/v1\nid: n\nnote: hello\n";
        Thing thing = thing(shelf(Things.thing("a", "1 B") + "beside: n\n" + other), "a")
                .orElseThrow();
        assertThat(((Things.Noted) thing.beside().orElseThrow()).note().value()).isEqualTo("hello");
        assertThat(thing(shelf(Things.thing("a", "1 B") + "beside: m\n" + other), "a"))
                .isEmpty();
        assertThat(Reported.in(problems)).containsExactly(folder.resolve("layer0.yaml") + ":4:9 unknown-id");
    }

    @Test
    void anEntryWithProblemsIsNoRecordHoweverOftenItIsAskedFor() {
        Catalog catalog = shelf(Things.thing("a", "1") + "colou: red\n");
        assertThat(thing(catalog, "a")).isEmpty();
        assertThat(thing(catalog, "a")).isEmpty();
        assertThat(problems.sorted()).extracting(problem -> problem.code()).containsExactly("no-unit", "unknown-key");
    }

    @Test
    void aUsersEntryNeedNotNameItsSources() {
        thing(shelf(Things.thing("a", "1 B")), "a");
        assertThat(Reported.in(problems)).isEmpty();
    }
}
