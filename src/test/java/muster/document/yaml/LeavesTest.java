package muster.document.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import muster.diagnostic.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeavesTest {
    private static final Mapping TREE =
            YamlReader.read("f.yaml", """
            a: 1
            b: {c: 2, d: {e: 3}}
            list: [4, {f: 5}]
            llama-3.1: {g: 6}
            gone: !delete
            """, new Problems()).get(0).root();

    @Test
    void everyTextIsListedByItsPath() {
        assertThat(Leaves.of(TREE).keySet()).containsExactly("a", "b.c", "b.d.e", "list.1", "list.2.f", "llama-3.1.g");
    }

    @ParameterizedTest
    @CsvSource({"a, 1", "b.c, 2", "b.d.e, 3", "list.1, 4", "list.2.f, 5", "llama-3.1.g, 6"})
    void aTextIsFoundAtItsPath(String path, String value) {
        assertThat(Leaves.at(TREE, path)).containsInstanceOf(Text.class);
        assertThat(((Text) Leaves.at(TREE, path).orElseThrow()).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"x", "b.x", "a.b", "list.0", "list.3", "list.x", "list.99999999999", "b.cd"})
    void nothingIsFoundElsewhere(String path) {
        assertThat(Leaves.at(TREE, path)).isEmpty();
    }

    @Test
    void aMarkIsFoundOnTheWay() {
        assertThat(Leaves.at(TREE, "gone.deep")).containsInstanceOf(Deleted.class);
    }
}
