package muster.document.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.diagnostic.Problems;
import muster.testing.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that are no YAML: where it is reported, and what is still read. */
class YamlSyntaxTest {
    private final Problems problems = new Problems();

    private List<Document> read(String text) {
        return YamlReader.read("f.yaml", text, problems);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:~\tb: 1 | f.yaml:2:1 | tab",
                "a:~  b: 1~\tc: 2 | f.yaml:3:1 | tab",
                "b: 3~a: [1, 2 | f.yaml:2:4 | closing bracket",
                "b: 3~a: {c: 1~# end | f.yaml:2:4 | closing bracket",
                "a: [1, 2~b: 3~c: 4 | f.yaml:2:2 | closing bracket is missing, of the bracket on line 1",
                "a: {x: 1~b: 3~c: 4~d: 5 | f.yaml:2:2 | closing bracket is missing, of the bracket on line 1",
                "a: {x: 1 y: 2}~b: 1 | f.yaml:1:11 | comma",
                "a: {~~ | f.yaml:1:5 | stream end",
                "a: \"x~b: 2 | f.yaml:1:4 | end of stream",
                "a: 'x~b: 2 | f.yaml:1:4 | end of stream",
                "a: 1~b~c: 2 | f.yaml:2:1 | colon",
                "a: 1: 2~b: 3 | f.yaml:1:5 | colon",
                "a: 1~  b: 2~c: 3 | f.yaml:2:4 | indentation",
                "a: 1~]~b: 2 | f.yaml:2:1 | ",
                "a: `x` | f.yaml:1:4 | cannot start",
                "a: @x | f.yaml:1:4 | cannot start",
                "a: \"\\q\" | f.yaml:1:6 | escape",
                "a: !<x y> 1 | f.yaml:1:7 | ",
                "%TAG ! ~a: 1 | f.yaml:1:8 | ",
                "a: >x~b: 1 | f.yaml:1:5 | ",
                "a: {b: !delete} | f.yaml:1:15 | space is missing after !delete",
                "a: {b: !delete, c: 1} | f.yaml:1:15 | space is missing after !delete",
                "a: {b: 1, c: !replace{d: 1}} | f.yaml:1:22 | space is missing after !delete",
            })
    void isReportedAtItsPlace(String text, String place, String advice) {
        read(text.replace('~', '\n'));
        assertThat(Reported.in(problems)).containsExactly(place + " syntax");
        assertThat(Reported.messages(problems)).contains(advice == null ? "not YAML" : advice);
    }

    @Test
    void everyErrorIsReportedAndTheRestIsRead() {
        List<Document> documents = read("a: 1: 2\nb: 3\nc: d: e\nf: 1\n");
        assertThat(Reported.in(problems)).containsExactly("f.yaml:1:5 syntax", "f.yaml:3:5 syntax");
        assertThat(documents).hasSize(1);
        assertThat(documents.get(0).root().members().keySet()).containsExactly("b", "f");
        assertThat(documents.get(0).mended()).isTrue();
    }

    @Test
    void errorsStandBesideTrapsOfTheSameFile() {
        read("a: 1: 2\nb: &x 3\nb: 4\n");
        assertThat(Reported.in(problems))
                .containsExactly("f.yaml:1:5 syntax", "f.yaml:2:4 anchor", "f.yaml:3:1 duplicate-key");
    }

    @Test
    void anUnclosedBracketTakesOnlyItsNeighbourAlong() {
        List<Document> documents = read("a: [1, 2\nb: 3\nc: 4\nd: 5\n");
        assertThat(documents.get(0).root().members().keySet()).contains("d");
        assertThat(Reported.in(problems)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'a: 1\nb: x\u0007y\nc: 3\n', f.yaml:2:5, U+0007",
        "'a: 1\nb: x\u0000y\nc: 3\n', f.yaml:2:5, U+0000",
        "'a: 1\nc: 3\n\u0000', f.yaml:3:1, U+0000",
        "'a: 1\n\uD83D\uDE00\u001B: 1\nc: 3\n', f.yaml:2:2, U+001B",
        "'a: 1\nb: \uD800x\nc: 3\n', f.yaml:2:4, U+D800",
        "'a: 1\r\nb: \u007F\r\nc: 3\r\n', f.yaml:2:4, U+007F",
    })
    void aControlCharacterIsNamedAtItsPlace(String text, String place, String character) {
        List<Document> documents = read(text);
        assertThat(Reported.in(problems)).containsExactly(place + " syntax");
        assertThat(Reported.messages(problems)).contains(character);
        assertThat(documents.get(0).root().members().keySet()).contains("a", "c");
        assertThat(documents.get(0).mended()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'a: 1\nb: \"\\UFFFFFFFF\"\n', f.yaml:2:1",
        "'%YAML 3.0\n---\na: 1\n', f.yaml:1:1",
    })
    void whatTheParserStumblesOverIsAProblemToo(String text, String place) {
        assertThat(read(text)).isEmpty();
        assertThat(Reported.in(problems)).containsExactly(place + " syntax");
    }

    @Test
    void giveUpAfterAFewErrors() {
        assertThat(read("a: 1: 2\n".repeat(1000))).isEmpty();
        assertThat(problems.sorted()).hasSize(11);
        Problems control = new Problems();
        YamlReader.read("f.yaml", "a: \u0001\n".repeat(1000), control);
        assertThat(control.sorted()).hasSize(11);
    }
}
