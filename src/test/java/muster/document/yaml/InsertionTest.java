package muster.document.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import muster.diagnostic.Problems;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** New keys in texts of every form: they can be read back, and nothing else changes. */
final class InsertionTest {

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("a: 1\n", "b", "a: 1\nb: v\n"),
                Arguments.of("a: 1", "b", "a: 1\nb: v"),
                Arguments.of("a: 1 # one\n# end\n", "b", "a: 1 # one\nb: v\n# end\n"),
                Arguments.of("a: {x: 1}\nc: 2\n", "a.y", "a: {x: 1, y: v}\nc: 2\n"),
                Arguments.of("a: {}\nc: 2\n", "a.y", "a: {y: v}\nc: 2\n"),
                Arguments.of("a: !replace {}\n", "a.y", "a: !replace {y: v}\n"),
                Arguments.of("a: {x: 1, z: !delete }\n", "a.y", "a: {x: 1, z: !delete , y: v }\n"),
                Arguments.of("a:\n  x: !delete\nb: 1\n", "a.y", "a:\n  x: !delete\n  y: v\nb: 1\n"),
                Arguments.of("a:\n  x:\nb: 1\n", "a.y", "a:\n  x:\n  y: v\nb: 1\n"),
                Arguments.of("a: {x: [1, 2],}\n", "a.y", "a: {x: [1, 2], y: v,}\n"),
                Arguments.of("a: {x: 1 # one\n  }\n", "a.y", "a: {x: 1, y: v # one\n  }\n"),
                Arguments.of("a:\n  x: 1\n\n  # two\nc: 2\n", "a.y", "a:\n  x: 1\n  y: v\n\n  # two\nc: 2\n"),
                Arguments.of(
                        "a:\n  x: |\n    one\n    two\nc: 2\n", "a.y", "a:\n  x: |\n    one\n    two\n  y: v\nc: 2\n"),
                Arguments.of(
                        "a:\n  x:\n  - 1\n  - {z: 2}\nc: 2\n",
                        "a.y.z",
                        "a:\n  x:\n  - 1\n  - {z: 2}\n  y: {z: v}\nc: 2\n"),
                Arguments.of("a: \"x y\"\n", "\"b.c\".d", "a: \"x y\"\nb.c: {d: v}\n"),
                Arguments.of(
                        "id: one\na: 1\n---\nid: two\na: 2\n---\nid: three\n",
                        "two.b",
                        "id: one\na: 1\n---\nid: two\na: 2\nb: v\n---\nid: three\n"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aNewKeyStandsBehindTheLastOfItsMapping(String before, String path, String after) {
        Problems problems = new Problems();

        assertThat(Edit.set("f", before, path, "v", problems).map(Edit::text)).contains(after);
        assertThat(problems.none()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aValueThatHoldsKeysIsNoPlaceForOne(String before, String path, String after) {
        Problems problems = new Problems();

        assertThat(Edit.set("f", after, path + ".below", "v", problems)).isEmpty();
        assertThat(problems.sorted()).singleElement().asString().contains("[unknown-path]");
    }
}
