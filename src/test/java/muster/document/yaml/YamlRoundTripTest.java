package muster.document.yaml;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Citations;
import muster.testing.Reported;
import muster.testing.Seeded.Draws;
import muster.uncertainty.Evidence;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Random trees of hostile texts, written and read back: by our own reader, and by the engine's loader. */
final class YamlRoundTripTest {
    private static final int TREES = 1_000;
    private static final Place NOWHERE = new Place("f.yaml", 1, 1);
    // What means something in YAML 1.2, what did in 1.1, what numbers look like, and what cannot stand in a text
    // unescaped.
    private static final List<String> PIECES = List.of(
            "a",
            "Z",
            "7",
            " ",
            "  ",
            ".",
            "/",
            "$",
            "%",
            "(",
            ")",
            "^",
            "+",
            "-",
            "- ",
            "_",
            "=",
            ":",
            ": ",
            "#",
            " #",
            "?",
            "? ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "&",
            "*",
            "!",
            "|",
            ">",
            "'",
            "\"",
            "@",
            "`",
            "\\",
            "~",
            "<",
            "<<",
            "...",
            "---",
            "no",
            "null",
            "true",
            "1e9",
            "0x1F",
            "1_000",
            ".inf",
            "2025-12-31",
            "80 GiB",
            "!delete",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "\u0000",
            "\u0007",
            "\u001b",
            "\u007f",
            "\u0080",
            "\u0085",
            "\u009f",
            "\u00a0",
            "\u00e9",
            "\u2028",
            "\u2029",
            "\ufeff",
            "\ufffe",
            "\uffff",
            "\ud83d\ude00");

    private static String text(Draws draws) {
        StringBuilder text = new StringBuilder();
        for (int i = draws.whole(0, 5); i > 0; i--) {
            text.append(draws.oneOf(PIECES));
        }
        return text.toString();
    }

    /** Makes trees whose texts all have a source, or none of them has. */
    private record Garden(Draws draws, List<Source> sources, boolean deletes) {
        static Mapping tree(Draws draws, boolean cited) {
            List<Source> sources = new ArrayList<>();
            for (int i = cited ? draws.whole(1, 3) : 0; i > 0; i--) {
                String id = i + text(draws);
                sources.add(new Source(
                        id, text(draws), draws.oneOf(List.of(Tier.values())), draws.oneOf(List.of(Evidence.values()))));
            }
            return new Garden(draws, sources, cited).mapping(2);
        }

        // A letter before each key, so that none is a word of citations.
        private Mapping mapping(int depth) {
            Map<String, Mapping.Member> members = new LinkedHashMap<>();
            for (int i = draws.whole(0, 4); i > 0; i--) {
                members.put("k" + text(draws), new Mapping.Member(NOWHERE, node(depth)));
            }
            return new Mapping(members, NOWHERE, false);
        }

        private Node node(int depth) {
            int kind = draws.whole(0, 9);
            if (depth > 0 && kind > 7) {
                return mapping(depth - 1);
            }
            if (depth > 0 && kind > 5) {
                List<Node> nodes = new ArrayList<>();
                for (int i = draws.whole(0, 3); i > 0; i--) {
                    nodes.add(node(depth - 1));
                }
                return new Items(nodes, NOWHERE);
            }
            if (deletes && kind == 5) {
                return new Deleted(NOWHERE);
            }
            return sources.isEmpty() ? new Text(text(draws), NOWHERE) : cited();
        }

        private Text cited() {
            List<Text.Conflict> conflicts = new ArrayList<>();
            for (Source source : sources) {
                if (draws.whole(0, 5) == 5) {
                    Optional<String> wrong = draws.whole(0, 1) == 0 ? Optional.empty() : Optional.of(text(draws));
                    conflicts.add(new Text.Conflict("7" + text(draws), NOWHERE, source, wrong));
                }
            }
            return new Text(text(draws), NOWHERE, Optional.of(draws.oneOf(sources)), conflicts);
        }
    }

    // A tree without its places.
    private static Object form(Node node) {
        if (node instanceof Mapping mapping) {
            return members(mapping);
        }
        if (node instanceof Items items) {
            return items.nodes().stream().map(YamlRoundTripTest::form).toList();
        }
        if (node instanceof Text text && text.source().isPresent()) {
            return Map.of(
                    text.value(),
                    text.source().orElseThrow(),
                    "conflicts",
                    text.conflicts().stream()
                            .map(one -> List.of(one.value(), one.source(), one.wrong()))
                            .toList());
        }
        return node instanceof Text text ? text.value() : "deleted";
    }

    private static Map<String, Object> members(Mapping mapping) {
        Map<String, Object> members = new LinkedHashMap<>();
        mapping.members().forEach((key, member) -> members.put(key, form(member.value())));
        return members;
    }

    @Test
    void treesReadBackAsTheyWere() {
        forAll(19, TREES, draws -> Garden.tree(draws, true), tree -> {
            String yaml = YamlWriter.write(Map.of("schema", "a/v1"), tree, text -> "");
            Problems problems = new Problems();
            Mapping again = Citations.attach(
                    YamlReader.read("f.yaml", yaml, problems).get(0).root(), problems);

            assertThat(Reported.in(problems)).as(yaml).isEmpty();
            assertThat(form(again.without(List.of("schema")))).as(yaml).isEqualTo(form(tree));
        });
    }

    @Test
    void anotherReaderFindsTheSame() {
        LoadSettings texts =
                LoadSettings.builder().setSchema(new FailsafeSchema()).build();
        forAll(20, TREES, draws -> Garden.tree(draws, false), tree -> {
            String yaml = YamlWriter.write(Map.of("id", "a"), tree, text -> "");
            Map<String, Object> expected = new LinkedHashMap<>();
            expected.put("id", "a");
            expected.putAll(members(tree));

            assertThat(new Load(texts).loadFromString(yaml)).as(yaml).isEqualTo(expected);
        });
    }
}
