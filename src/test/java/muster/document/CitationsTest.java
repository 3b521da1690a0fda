package muster.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Optional;
import muster.diagnostic.Problems;
import muster.document.yaml.Deleted;
import muster.document.yaml.Items;
import muster.document.yaml.Mapping;
import muster.document.yaml.Text;
import muster.document.yaml.YamlReader;
import muster.testing.Reported;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationsTest {
    private static final String SOURCES = """
            sources:
              sheet: {title: The datasheet, tier: vendor}
              memo: {title: A memo, tier: press, evidence: from-memory}
            """;

    private final Problems problems = new Problems();

    private Mapping attach(String text) {
        return Citations.attach(YamlReader.read("f.yaml", text, problems).get(0).root(), problems);
    }

    private static Source source(Mapping mapping, String key) {
        return mapping.text(key).orElseThrow().source().orElseThrow();
    }

    @Test
    void theDefaultSourceStandsForEveryValueThatNamesNone() {
        Mapping root = attach(SOURCES + "default_source: sheet\na: 1\nb: {c: 2, d: [3]}\n");
        assertThat(problems.none()).isTrue();
        assertThat(source(root, "a")).isEqualTo(Source.of("sheet", "The datasheet", Tier.VENDOR));
        Mapping inner = (Mapping) root.get("b").orElseThrow();
        assertThat(source(inner, "c").id()).isEqualTo("sheet");
        Items items = (Items) inner.get("d").orElseThrow();
        assertThat(((Text) items.nodes().get(0)).source().orElseThrow().id()).isEqualTo("sheet");
    }

    @Test
    void aValueMayNameItsOwn() {
        Mapping root = attach(SOURCES + "default_source: sheet\na: {value: 1 s, source: memo}\n");
        assertThat(root.text("a").orElseThrow().value()).isEqualTo("1 s");
        assertThat(source(root, "a").id()).isEqualTo("memo");
        assertThat(source(root, "a").citation()).isEqualTo("A memo (from-memory)");
    }

    @Test
    void aValueMayBeCitedWithAnotherEvidenceAndANote() {
        Mapping root = attach(SOURCES + "a: {value: 1 s, source: sheet, evidence: second-hand, note: page 3}\n");
        assertThat(source(root, "a").citation()).isEqualTo("The datasheet; page 3 (second-hand)");
    }

    @Test
    void aValueThatMovesWithAGroupKeepsItsSource() {
        Mapping root = attach(SOURCES + "a: {value: 1 to 2 s, source: memo, correlation_group: g}\n");
        Mapping value = (Mapping) root.get("a").orElseThrow();
        assertThat(value.members().keySet()).containsExactly("value", "correlation_group");
        assertThat(source(value, "value").id()).isEqualTo("memo");
        assertThat(value.replaces()).isTrue();
    }

    @Test
    void whatOtherSourcesSayStaysBesideTheValue() {
        Mapping root = attach(SOURCES
                + "a: {value: 1 s, source: sheet, conflicts: {memo: {value: 3 s, wrong: a slip}, sheet: 2 s}}\n");

        Text text = root.text("a").orElseThrow();
        assertThat(problems.none()).isTrue();
        assertThat(text.value()).isEqualTo("1 s");
        assertThat(text.conflicts())
                .extracting(Text.Conflict::value, conflict -> conflict.source().id(), Text.Conflict::wrong)
                .containsExactly(tuple("3 s", "memo", Optional.of("a slip")), tuple("2 s", "sheet", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{memo: [1 s]} | wrong-shape",
                "{memo: {value: 1 s}} | wrong-shape",
                "{memo: {value: 1 s, why: x}} | wrong-shape",
                "{} | wrong-shape",
                "2 s | wrong-shape",
                "{mem: 2 s} | source"
            })
    void aConflictNamesADeclaredSourceAndAValue(String conflicts, String code) {
        attach(SOURCES + "a: {value: 1 s, source: sheet, conflicts: %s}\n".formatted(conflicts));

        assertThat(problems.sorted())
                .hasSize(1)
                .allMatch(problem -> problem.code().equals(code));
    }

    @Test
    void withoutASourceThereIsNone() {
        Mapping root = attach("a: 1\nb: {value: 2}\n");
        assertThat(root.text("a").orElseThrow().source()).isEmpty();
        assertThat(root.text("b").orElseThrow().source()).isEmpty();
    }

    @Test
    void theKeysThatDeclareSourcesAreTakenAway() {
        assertThat(attach(SOURCES + "default_source: sheet\na: 1\n").members().keySet())
                .containsExactly("a");
    }

    @Test
    void aMappingWithOtherKeysBesideValueIsNoCitation() {
        Mapping root = attach("a: {value: 1, unit: s}\n");
        assertThat(root.get("a").orElseThrow()).isInstanceOf(Mapping.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: {value: 1, source: shet} | f.yaml:1:23 source | declared",
                "default_source: sheet | f.yaml:1:17 source | declared",
                "default_source: [sheet] | f.yaml:1:17 wrong-shape | a list",
                "sources: [x] | f.yaml:1:10 wrong-shape | a list",
                "sources: {x: y} | f.yaml:1:14 source | title",
                "sources: {x: {tier: vendor}} | f.yaml:1:14 source | title",
                "sources: {x: {title: T}} | f.yaml:1:14 missing-key | tier",
                "sources: {x: {title: T, tier: vender}} | f.yaml:1:31 unknown-word | vendor",
                "sources: {x: {title: T, tier: [vendor]}} | f.yaml:1:31 wrong-shape | a list",
                "sources: {x: {title: T, tier: vendor, evidence: red}} | f.yaml:1:49 unknown-word | read",
                "sources: {x: {title: T, tier: vendor, ur: y}} | f.yaml:1:39 unknown-key | url",
                "a: {value: 1, source: [x]} | f.yaml:1:23 wrong-shape | a list",
            })
    void aMistakeIsReportedAtItsPlace(String text, String reported, String advice) {
        attach(text);
        assertThat(Reported.in(problems)).containsExactly(reported);
        assertThat(Reported.messages(problems)).contains(advice);
    }

    @Test
    void anUnknownSourceNamesTheNearest() {
        attach(SOURCES + "a: {value: 1, source: shet}\n");
        assertThat(Reported.in(problems)).containsExactly("f.yaml:4:23 source");
        assertThat(Reported.messages(problems)).contains("'shet'").contains("Maybe sheet?");
    }

    @Test
    void marksPassThrough() {
        Mapping root = attach("a: !delete\nb: !replace {c: 1}\n");
        assertThat(root.get("a").orElseThrow()).isInstanceOf(Deleted.class);
        assertThat(((Mapping) root.get("b").orElseThrow()).replaces()).isTrue();
    }
}
