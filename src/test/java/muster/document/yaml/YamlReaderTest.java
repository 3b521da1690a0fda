package muster.document.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.testing.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a well-formed text is read as. */
class YamlReaderTest {
    private final Problems problems = new Problems();

    private Mapping one(String text) {
        List<Document> documents = YamlReader.read("f.yaml", text, problems);
        assertThat(Reported.in(problems)).isEmpty();
        assertThat(documents).hasSize(1);
        assertThat(documents.get(0).mended()).isFalse();
        return documents.get(0).root();
    }

    private static String value(Mapping mapping, String key) {
        return mapping.text(key).orElseThrow().value();
    }

    @Test
    void keepsKeysInOrderWithTheirPlaces() {
        Mapping root = one("b: 1\na:\n  c: x\n");
        assertThat(root.members().keySet()).containsExactly("b", "a");
        assertThat(root.place()).isEqualTo(new Place("f.yaml", 1, 1));
        Mapping inner = (Mapping) root.get("a").orElseThrow();
        assertThat(root.members().get("a").place()).isEqualTo(new Place("f.yaml", 2, 1));
        assertThat(inner.members().get("c").place()).isEqualTo(new Place("f.yaml", 3, 3));
        assertThat(inner.text("c").orElseThrow().place()).isEqualTo(new Place("f.yaml", 3, 6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4e21",
                "010",
                "1:30",
                "NO",
                "on",
                "2023-03-31",
                "12_000",
                "80 GiB",
                "null",
                "true",
                "0x1F",
                ".inf",
                "~x",
                "5e20 to 2e22 FLOP/s"
            })
    void everyScalarIsTheTextThatIsWritten(String scalar) {
        assertThat(value(one("a: " + scalar + "\n"), "a")).isEqualTo(scalar);
    }

    @Test
    void quotesAreNoPartOfTheText() {
        Mapping root = one("a: \"x: y\"\nb: 'it''s'\nc: \"tab\\there\"\n");
        assertThat(value(root, "a")).isEqualTo("x: y");
        assertThat(value(root, "b")).isEqualTo("it's");
        assertThat(value(root, "c")).isEqualTo("tab\there");
    }

    @Test
    void blockTextsEndAlikeInTheMiddleAndAtTheEnd() {
        Mapping root = one("a: |\n  one\n  two\nb: |\n  one\n  two");
        assertThat(value(root, "a")).isEqualTo("one\ntwo\n");
        assertThat(value(root, "b")).isEqualTo(value(root, "a"));
        assertThat(value(one("c: >-\n  one\n  two\n"), "c")).isEqualTo("one two");
    }

    @Test
    void listsHoldAnyNodes() {
        Mapping root = one("a: [x, {b: 1}, [2]]\n");
        Items items = (Items) root.get("a").orElseThrow();
        assertThat(items.nodes()).extracting(Node::kind).containsExactly("'x'", "a mapping", "a list");
        assertThat(items.place()).isEqualTo(new Place("f.yaml", 1, 4));
    }

    @Test
    void marksAreKept() {
        Mapping root = one("a: !delete\nb: !replace {c: 1}\nd: {c: !delete , e: 1}\n");
        assertThat(root.get("a").orElseThrow()).isInstanceOf(Deleted.class);
        assertThat(((Mapping) root.get("b").orElseThrow()).replaces()).isTrue();
        assertThat(((Mapping) root.get("d").orElseThrow()).replaces()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n\n", "# a comment\n", "---\n", "---\n---\n", "# a\n---\n# b\n...\n", "%YAML 1.2\n---\n"})
    void aTextWithoutContentHasNoDocuments(String text) {
        assertThat(YamlReader.read("f.yaml", text, problems)).isEmpty();
        assertThat(Reported.in(problems)).isEmpty();
    }

    @Test
    void severalDocumentsKeepTheirLines() {
        List<Document> documents =
                YamlReader.read("f.yaml", "a: 1\n---\n# none\n---\nb: 2\n...\n---\nc: 3\n", problems);
        assertThat(documents)
                .extracting(document -> document.root().members().keySet())
                .containsExactly(java.util.Set.of("a"), java.util.Set.of("b"), java.util.Set.of("c"));
        assertThat(documents.get(2).root().place()).isEqualTo(new Place("f.yaml", 8, 1));
        assertThat(problems.none()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1\nb: 2\n", "a: 1\r\nb: 2\r\n", "a: 1\rb: 2\r", "\uFEFFa: 1\nb: 2"})
    void lineEndsAndByteOrderMarksMakeNoDifference(String text) {
        Mapping root = one(text);
        assertThat(value(root, "a")).isEqualTo("1");
        assertThat(value(root, "b")).isEqualTo("2");
        assertThat(root.members().get("b").place()).isEqualTo(new Place("f.yaml", 2, 1));
    }

    @Test
    void columnsCountCharactersNotHalves() {
        Mapping root = one("a: {\"\uD83D\uDE00\": 1, b: 2}\n");
        Mapping inner = (Mapping) root.get("a").orElseThrow();
        assertThat(inner.members().get("b").place()).isEqualTo(new Place("f.yaml", 1, 13));
    }
}
