package muster.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.diagnostic.Problems;
import muster.testing.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries read from a user's files. */
class OverlayTest {
    private final Problems problems = new Problems();

    @TempDir
    private Path folder;

    private Overlay file(String text) throws IOException {
        return Overlay.file(Files.writeString(folder.resolve("my.yaml"), text), Things.KINDS, problems);
    }

    @Test
    void readsEveryDocumentOfAFileInItsOrder() throws IOException {
        Overlay overlay = file("""
                schema: thing/v1
                id: zinc
                title: A metal
                mass: 1 B
                ---
                schema: thing/v1
                id: air
                mass: 2 B
                ---
                schema: other/v1
                id: zinc
                """);
        assertThat(problems.none()).isTrue();
        assertThat(overlay.all(Things.THING))
                .extracting(entry -> entry.id().value())
                .containsExactly("zinc", "air");
        assertThat(overlay.ids(Things.THING)).containsExactly("air", "zinc");
        assertThat(overlay.ids(Things.OTHER)).containsExactly("zinc");
        Entry zinc = overlay.entry(Things.THING, "zinc", problems).orElseThrow();
        assertThat(zinc.title()).contains("A metal");
        assertThat(zinc.base()).isEmpty();
        assertThat(zinc.body().members().keySet()).containsExactly("mass");
        assertThat(overlay.entry(Things.THING, "gold", problems)).isEmpty();
    }

    @Test
    void readsEveryYamlFileBelowAFolder() throws IOException {
        Files.createDirectories(folder.resolve("deep/er"));
        Files.writeString(folder.resolve("deep/er/a.yaml"), Things.thing("a", "1 B"));
        Files.writeString(folder.resolve("b.yml"), Things.thing("b", "1 B"));
        Files.writeString(folder.resolve("notes.txt"), "no: [yaml");
        Overlay overlay = Overlay.folder(folder, Things.KINDS, problems);
        assertThat(Reported.in(problems)).isEmpty();
        assertThat(overlay.ids(Things.THING)).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "schema: thing/v2~id: a | 1:9 unknown-schema | Maybe thing/v1?",
                "schema: zzzzzzzz~id: a | 1:9 unknown-schema | there are other/v1, thing/v1",
                "id: a | 1:1 missing-key | schema is missing",
                "schema: ~id: a | 1:1 missing-key | schema is missing",
                "schema: thing/v1~mass: 1 B | 1:1 missing-key | id is missing",
                "schema: thing/v1~id: Big Thing | 2:5 bad-id | 'Big Thing'",
                "schema: thing/v1~id: big_thing | 2:5 bad-id | hyphens",
                "schema: thing/v1~id: -big | 2:5 bad-id | '-big'",
                "# nothing | 1:1 empty | nothing in this file",
            })
    void anEntryWithoutAGoodHeadIsReported(String text, String reported, String advice) throws IOException {
        file(text.replace('~', '\n'));
        assertThat(Reported.in(problems)).containsExactly(folder.resolve("my.yaml") + ":" + reported);
        assertThat(Reported.messages(problems)).contains(advice);
    }

    @Test
    void anIdMayHoldDotsAndDigits() throws IOException {
        file(Things.thing("llama-3.1-70b", "1 B"));
        assertThat(Reported.in(problems)).isEmpty();
    }

    @Test
    void anIdThatStandsTwiceIsReportedWithTheFirstPlace() throws IOException {
        Path first = Files.writeString(folder.resolve("1.yaml"), Things.thing("a", "1 B"));
        Path second = Files.writeString(folder.resolve("2.yaml"), "# later\n" + Things.thing("a", "2 B"));
        Overlay.folder(folder, Things.KINDS, problems);
        assertThat(Reported.in(problems)).containsExactly(second + ":3:5 duplicate-id");
        assertThat(Reported.messages(problems)).contains(first + ":2:5");
    }

    @Test
    void anIdOfOneKindIsNoIdOfAnother() throws IOException {
        file(Things.thing("a", "1 B") + "---\nschema: other/v1\nid: a\n");
        assertThat(Reported.in(problems)).isEmpty();
    }

    @Test
    void problemsOfAllFilesAreReportedTogether() throws IOException {
        Path bad = Files.writeString(folder.resolve("1.yaml"), "schema: thing/v1\nid: a\nmass: 1: 2\n");
        Path worse = Files.writeString(folder.resolve("2.yaml"), "- a list\n");
        Path latin = Files.write(folder.resolve("3.yaml"), new byte[] {'a', (byte) 0xE9});
        Overlay overlay = Overlay.folder(folder, Things.KINDS, problems);
        assertThat(Reported.in(problems))
                .containsExactly(bad + ":3:8 syntax", worse + ":1:1 not-a-mapping", latin + ":1:1 not-text");
        assertThat(overlay.all(Things.THING)).extracting(Entry::mended).isEqualTo(List.of(true));
    }

    @Test
    void aFileOrFolderThatIsNotThereIsReported() {
        Path none = folder.resolve("none");
        Overlay.folder(none, Things.KINDS, problems);
        Overlay.file(none, Things.KINDS, problems);
        assertThat(Reported.in(problems)).containsExactly(none + ":1:1 no-file", none + ":1:1 no-file");
    }
}
