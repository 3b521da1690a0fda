package muster.document.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import muster.diagnostic.Problems;
import muster.document.Citations;
import muster.testing.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {
    private final Problems problems = new Problems();

    private Mapping read(String yaml) {
        Mapping read = Citations.attach(
                YamlReader.read("f.yaml", yaml, problems).get(0).root(), problems);
        assertThat(Reported.in(problems)).isEmpty();
        return read;
    }

    private static Map<String, String> told(Mapping tree) {
        return Leaves.of(tree).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> "%s %s %s"
                                .formatted(
                                        entry.getValue().value(),
                                        entry.getValue()
                                                .source()
                                                .map(source -> source.title() + source.tier() + source.evidence()),
                                        entry.getValue().conflicts().stream()
                                                .map(other -> other.value()
                                                        + other.source().title()
                                                        + other.wrong())
                                                .toList())));
    }

    @Test
    void whatIsWrittenReadsBackAsTheSame() {
        Mapping tree = read("""
                sources:
                  a: {title: "A: the book", tier: paper}
                  b: {title: B, tier: press, evidence: from-memory}
                default_source: a
                plain: 3.35 TB/s
                cited: {value: 1 s, source: b, note: page 3}
                other: {value: 2 s, conflicts: {b: 3 s, a: {value: 4 s, wrong: "a slip, clearly"}}}
                spread: {low: 1 s, high: 2 s, source: b}
                deep: {er: [1, "two: 2", [3], {four: 4}], empty: {}, none: []}
                quoted: "#not a comment"
                """);

        Mapping again = read(
                YamlWriter.write(Map.of(), tree, text -> "by " + text.place().line()));

        assertThat(told(again)).isEqualTo(told(tree));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a: b",
                "a #b",
                "- a",
                "{a}",
                "[a]",
                "\"a\"",
                "'a'",
                "a\\b",
                "a\nb",
                "*a",
                "&a",
                "!a",
                "%a",
                "@a",
                "`a",
                "|",
                ">",
                "?",
                "~",
                "null",
                "2:4",
                "a ",
                " a",
                "<611",
                "1/8 of HGX",
                "50%",
                "4.0e+21",
                "\u20ac 5",
                "a\tb",
                ","
            })
    void anyTextIsWrittenSoThatItReadsBack(String text) {
        assertThat(read("a: " + YamlScalar.of(text) + "\nb: {c: " + YamlScalar.of(text) + "}\n")
                        .text("a")
                        .map(Text::value))
                .contains(text);
    }

    // What no file in UTF-8 holds: a text made by an escape of YAML alone.
    @Test
    void halfOfAPairIsWrittenAsWhatCannotBeRead() {
        assertThat(read("a: " + YamlScalar.of("x\ud800:y \ud83d\ude00") + "\n")
                        .text("a")
                        .map(Text::value))
                .contains("x\ufffd:y \ud83d\ude00");
    }
}
