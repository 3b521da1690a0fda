package muster.document.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import muster.diagnostic.Problems;
import muster.testing.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayersTest {
    private final Problems problems = new Problems();

    private Mapping read(String file, String text) {
        return YamlReader.read(file, text, problems).get(0).root();
    }

    private static String shown(Node node) {
        if (node instanceof Mapping mapping) {
            return mapping.members().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + shown(entry.getValue().value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof Items items) {
            return items.nodes().stream().map(LayersTest::shown).collect(Collectors.joining(", ", "[", "]"));
        }
        return node instanceof Text text ? text.value() : node.kind();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1, b: 2 | b: 3 | {a: 1, b: 3}",
                "a: 1 | b: 3 | {a: 1, b: 3}",
                "a: {x: 1, y: 2} | a: {y: 3, z: 4} | {a: {x: 1, y: 3, z: 4}}",
                "a: {b: {c: 1, d: 2}} | a: {b: {d: 3}} | {a: {b: {c: 1, d: 3}}}",
                "a: [1, 2] | a: [3] | {a: [3]}",
                "a: {x: 1} | a: 5 | {a: 5}",
                "a: {x: 1, y: 2} | a: !replace {y: 3} | {a: {y: 3}}",
                "a: {x: {p: 1}, y: 2} | a: {x: !replace {q: 1}} | {a: {x: {q: 1}, y: 2}}",
                "a: {x: 1, y: 2} | a: {x: !delete } | {a: {y: 2}}",
                "a: 1, b: 2 | a: !delete | {b: 2}",
                "t: {method: m, u: 1} | t: {method: n, v: 2} | {t: {method: n, v: 2}}",
                "t: {method: m, u: 1} | t: {method: m, v: 2} | {t: {method: m, u: 1, v: 2}}",
                "t: {method: m, u: 1} | t: {u: 2} | {t: {method: m, u: 2}}",
                "t: {id: m, u: 1} | t: {id: n, v: 2} | {t: {id: n, v: 2}}",
                "t: {id: m, u: 1} | t: {id: m, v: 2} | {t: {id: m, u: 1, v: 2}}",
                "t: m | t: {u: 2} | {t: {id: m, u: 2}}",
                "t: m | t: {id: n, u: 2} | {t: {id: n, u: 2}}",
                "t: {id: m, u: 1} | t: n | {t: n}",
            })
    void merge(String base, String overlay, String merged) {
        Mapping under = read("base.yaml", "{" + base + "}");
        Mapping over = read("over.yaml", "{" + overlay + " }");
        assertThat(shown(Layers.merge(under, over, problems))).isEqualTo(merged);
        assertThat(Reported.in(problems)).isEmpty();
    }

    @Test
    void valuesKeepThePlaceWhereTheyAreWritten() {
        Mapping merged = Layers.merge(read("base.yaml", "a: 1\nb: 2\n"), read("over.yaml", "b: 3\n"), problems);
        assertThat(merged.text("a").orElseThrow().place()).hasToString("base.yaml:1:4");
        assertThat(merged.text("b").orElseThrow().place()).hasToString("over.yaml:1:4");
    }

    @Test
    void deletingNothingIsAProblemThatNamesTheNearest() {
        Layers.merge(read("base.yaml", "a: {share: 1}\n"), read("over.yaml", "a: {shar: !delete }\n"), problems);
        assertThat(Reported.in(problems)).containsExactly("over.yaml:1:11 delete-nothing");
        assertThat(Reported.messages(problems)).contains("'shar'").contains("Maybe share?");
    }

    @Test
    void deletingInAMappingThatIsNotThereIsAProblem() {
        Layers.merge(read("base.yaml", "b: 1\n"), read("over.yaml", "a: {x: !delete }\n"), problems);
        assertThat(Reported.in(problems)).containsExactly("over.yaml:1:8 delete-nothing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=5 | {a: 5, b: {c: 2, d: 3}}",
                "b.c=5 | {a: 1, b: {c: 5, d: 3}}",
                "' b.c = 90 day ' | {a: 1, b: {c: 90 day, d: 3}}",
                "b.e.f=5 | {a: 1, b: {c: 2, d: 3, e: {f: 5}}}",
                "a=x=y | {a: x=y, b: {c: 2, d: 3}}",
                "a=1: 2 | {a: 1: 2, b: {c: 2, d: 3}}",
                "a=[1, 2] | {a: [1, 2], b: {c: 2, d: 3}}",
                "b.c={x: 1} | {a: 1, b: {c: {x: 1}, d: 3}}",
                "b={c: 9} | {a: 1, b: {c: 9}}",
                "b=!replace {c: 9} | {a: 1, b: {c: 9}}",
                "b.c=!delete | {a: 1, b: {d: 3}}",
                "b=other | {a: 1, b: other}",
            })
    void set(String assignment, String result) {
        Mapping root = read("f.yaml", "a: 1\nb: {c: 2, d: 3}\n");
        String set = assignment.startsWith("'") ? assignment.substring(1, assignment.length() - 1) : assignment;
        assertThat(shown(Layers.set(root, set, problems))).isEqualTo(result);
        assertThat(Reported.in(problems)).isEmpty();
    }

    @Test
    void aValueThatIsSetStandsOnTheCommandLine() {
        Mapping root = Layers.set(read("f.yaml", "a: {b: 1}\n"), "a.b=5 s", problems);
        Mapping inner = (Mapping) root.get("a").orElseThrow();
        assertThat(inner.text("b").orElseThrow().place()).hasToString("--set a.b=5 s");
    }

    @ParameterizedTest
    @CsvSource({"a", "=5", "'',", ".a=5", "a.=5", "a..b=5", "a b=5", "'a. b=5'"})
    void refusesWhatIsNoAssignment(String assignment) {
        Mapping root = read("f.yaml", "a: 1\n");
        String written = assignment == null ? "" : assignment;
        assertThat(Layers.set(root, written, problems)).isEqualTo(root);
        assertThat(Reported.in(problems)).containsExactly("--set " + written + " set");
        assertThat(Reported.messages(problems)).contains("path=value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a={x: 1 | syntax",
                "a=[1, 2 | syntax",
                "a={x: 1, x: 2} | duplicate-key",
                "a=!foo 5 | tag",
                "c=!delete | delete-nothing"
            })
    void refusesAValueThatIsNoYaml(String assignment, String code) {
        Layers.set(read("f.yaml", "a: 1\n"), assignment, problems);
        assertThat(problems.sorted()).hasSize(1);
        assertThat(problems.sorted().get(0).code()).isEqualTo(code);
        assertThat(problems.sorted().get(0).place().toString()).startsWith("--set " + assignment);
    }
}
