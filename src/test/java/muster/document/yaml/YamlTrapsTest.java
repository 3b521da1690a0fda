package muster.document.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.diagnostic.Problems;
import muster.testing.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What YAML allows and a file of ours may not hold, each at its place. */
class YamlTrapsTest {
    private final Problems problems = new Problems();

    private List<Document> read(String text) {
        return YamlReader.read("f.yaml", text, problems);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1~b: 2~a: 3 | f.yaml:3:1 duplicate-key",
                "x: {a: 1, b: 2, a: 3} | f.yaml:1:17 duplicate-key",
                "a: 1~\"a\": 3 | f.yaml:2:1 duplicate-key",
                "a: &x 1 | f.yaml:1:4 anchor",
                "&x a: 1 | f.yaml:1:1 anchor",
                "a: *x | f.yaml:1:4 anchor",
                "a: [1, *x] | f.yaml:1:8 anchor",
                "*x : 1 | f.yaml:1:1 anchor",
                "a:~  <<: {b: 1} | f.yaml:2:3 anchor",
                "a: !!str 1 | f.yaml:1:4 tag",
                "a: !!python/object:x {} | f.yaml:1:4 tag",
                "a: !foo [1] | f.yaml:1:4 tag",
                "a: !%20 b | f.yaml:1:4 tag",
                "a: !delete 5 | f.yaml:1:4 tag",
                "a: !delete {} | f.yaml:1:4 tag",
                "a: !replace 5 | f.yaml:1:4 tag",
                "a: !replace [5] | f.yaml:1:4 tag",
                "a: !Delete | f.yaml:1:4 tag",
                "? [a]~: 1 | f.yaml:1:3 key",
                "? {a: 1}~: 1 | f.yaml:1:3 key",
                "- a~- b | f.yaml:1:1 not-a-mapping",
                "just words | f.yaml:1:1 not-a-mapping",
                "--- a~---~b: 1 | f.yaml:1:5 not-a-mapping",
            })
    void refuses(String text, String reported) {
        read(text.replace('~', '\n'));
        assertThat(Reported.in(problems)).containsExactly(reported);
    }

    @Test
    void aSecondKeyNamesTheLineOfTheFirst() {
        Mapping root = read("share: 1\nb: 2\nshare: 3\n").get(0).root();
        assertThat(Reported.messages(problems)).contains("'share'").contains("line 1");
        assertThat(root.text("share").orElseThrow().value()).isEqualTo("1");
    }

    @Test
    void anchorsAndMergeKeysPointToExtends() {
        read("a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n");
        assertThat(Reported.in(problems))
                .containsExactly("f.yaml:1:4 anchor", "f.yaml:2:4 anchor", "f.yaml:4:3 anchor", "f.yaml:4:7 anchor");
        assertThat(Reported.messages(problems).lines()).allMatch(line -> line.contains("extends:"));
    }

    @Test
    void aTagNamesTheTwoThatThereAre() {
        read("a: !remove\n");
        assertThat(Reported.messages(problems))
                .contains("!remove")
                .contains("!delete")
                .contains("!replace");
    }

    @Test
    void allTrapsOfAFileAreReportedTogether() {
        read("a: &x 1\nb: !!int 2\na: 3\n? [k]\n: v\nc: *x\n");
        assertThat(Reported.in(problems))
                .containsExactly(
                        "f.yaml:1:4 anchor",
                        "f.yaml:2:4 tag",
                        "f.yaml:3:1 duplicate-key",
                        "f.yaml:4:3 key",
                        "f.yaml:6:4 anchor");
    }

    @Test
    void equalKeysInDifferentMappingsAreFine() {
        read("a: {x: 1}\nb: {x: 1}\n---\na: 2\n");
        assertThat(problems.none()).isTrue();
    }
}
