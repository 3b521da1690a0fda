package muster.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.document.yaml.Items;
import muster.document.yaml.Mapping;
import muster.document.yaml.Node;
import muster.document.yaml.Text;
import muster.uncertainty.Evidence;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;

/**
 * Gives every text of a document the source that the document names for it: {@code sources:} declares them,
 * {@code default_source:} is meant where none is named, and {@code {value: ..., source: ...}} names one.
 */
public final class Citations {
    private static final Set<String> CITATION = Set.of("source", "evidence", "note");
    private static final Set<String> LONG_FORM = Set.of("value", "source", "evidence", "note", "conflicts");
    private static final List<String> DISTRIBUTION = List.of("dist", "low", "mean");
    private static final Set<String> SOURCE = Set.of("title", "tier", "evidence", "url", "accessed", "version");

    private final Map<String, Source> sources;
    private final Problems problems;

    private Citations(Map<String, Source> sources, Problems problems) {
        this.sources = sources;
        this.problems = problems;
    }

    /** The document's content with sources attached, without the keys that declare them. */
    public static Mapping attach(Mapping root, Problems problems) {
        Map<String, Source> sources = new LinkedHashMap<>();
        root.get("sources").ifPresent(node -> {
            if (node instanceof Mapping declared) {
                declared.members()
                        .forEach((id, member) ->
                                source(id, member.value(), problems).ifPresent(s -> sources.put(id, s)));
            } else {
                problems.error(
                        "wrong-shape",
                        node.place(),
                        "sources is a mapping of ids to {title, tier}, not %s".formatted(node.kind()));
            }
        });
        Citations citations = new Citations(sources, problems);
        Optional<Source> otherwise = text(root, "default_source", problems).flatMap(citations::named);
        return (Mapping) citations.cite(root.without(List.of("sources", "default_source")), otherwise);
    }

    private static Optional<Source> source(String id, Node node, Problems problems) {
        if (!(node instanceof Mapping mapping) || mapping.text("title").isEmpty()) {
            problems.error(
                    "source",
                    node.place(),
                    "the source '%s' needs a title and a tier, as {title: ..., tier: vendor}".formatted(id));
            return Optional.empty();
        }
        mapping.members().forEach((key, member) -> {
            if (!SOURCE.contains(key)) {
                problems.error(
                        "unknown-key",
                        member.place(),
                        "'%s' is not a key of a source.%s".formatted(key, Nearest.maybe(key, SOURCE)));
            }
        });
        Tier tier = word(mapping, "tier", Tier.values(), Tier.ASSUMPTION, problems);
        Evidence evidence = word(mapping, "evidence", Evidence.values(), Evidence.READ, problems);
        if (mapping.get("tier").isEmpty()) {
            problems.error("missing-key", mapping.place(), "the source '%s' needs a tier".formatted(id));
        }
        return Optional.of(new Source(id, mapping.text("title").get().value(), tier, evidence));
    }

    private static Optional<Text> text(Mapping mapping, String key, Problems problems) {
        mapping.get(key)
                .filter(node -> !(node instanceof Text))
                .ifPresent(node -> problems.error(
                        "wrong-shape", node.place(), "%s is a text, not %s".formatted(key, node.kind())));
        return mapping.text(key);
    }

    private static <E> E word(Mapping mapping, String key, E[] words, E otherwise, Problems problems) {
        Optional<Text> text = text(mapping, key, problems);
        if (text.isEmpty()) {
            return otherwise;
        }
        List<String> names = new ArrayList<>();
        for (E word : words) {
            if (word.toString().equals(text.get().value())) {
                return word;
            }
            names.add(word.toString());
        }
        problems.error(
                "unknown-word",
                text.get().place(),
                "'%s' is not a %s; there are %s.%s"
                        .formatted(
                                text.get().value(),
                                key,
                                String.join(", ", names),
                                Nearest.maybe(text.get().value(), names)));
        return otherwise;
    }

    private Optional<Source> named(Text id) {
        Source source = sources.get(id.value());
        if (source == null) {
            problems.error(
                    "source",
                    id.place(),
                    "no source '%s' is declared under sources:.%s"
                            .formatted(id.value(), Nearest.maybe(id.value(), sources.keySet())));
        }
        return Optional.ofNullable(source);
    }

    private Node cite(Node node, Optional<Source> otherwise) {
        if (node instanceof Text text) {
            return new Text(text.value(), text.place(), otherwise);
        }
        if (node instanceof Items items) {
            return new Items(
                    items.nodes().stream().map(item -> cite(item, otherwise)).toList(), items.place());
        }
        if (!(node instanceof Mapping mapping)) {
            return node;
        }
        boolean grouped = mapping.get(CorrelationReader.GROUP).isPresent();
        if (mapping.text("value").isPresent()
                && !grouped
                && LONG_FORM.containsAll(mapping.members().keySet())) {
            return longForm(mapping, mapping.text("value").get(), otherwise);
        }
        boolean distribution = grouped
                || DISTRIBUTION.stream().anyMatch(key -> mapping.text(key).isPresent());
        Optional<Source> source = distribution ? told(mapping, otherwise) : otherwise;
        Map<String, Mapping.Member> members = new LinkedHashMap<>();
        mapping.members()
                .forEach((key, member) ->
                        members.put(key, new Mapping.Member(member.place(), cite(member.value(), source))));
        // A distribution is one value: as an overlay it takes the place of what was there.
        return distribution ? new Mapping(members, mapping.place(), true).without(CITATION) : mapping.with(members);
    }

    private Text longForm(Mapping mapping, Text value, Optional<Source> otherwise) {
        return new Text(value.value(), value.place(), told(mapping, otherwise), conflicts(mapping));
    }

    // What other sources say, each under the id of its source: a value alone, or {value: ..., wrong: why it is not so}.
    private List<Text.Conflict> conflicts(Mapping mapping) {
        List<Text.Conflict> conflicts = new ArrayList<>();
        mapping.get("conflicts").ifPresent(node -> {
            if (node instanceof Mapping found && !found.members().isEmpty()) {
                found.members().forEach((id, member) -> conflict(id, member).ifPresent(conflicts::add));
            } else {
                problems.error(
                        "wrong-shape",
                        node.place(),
                        "conflicts is a mapping of ids of sources to their values, not %s".formatted(node.kind()));
            }
        });
        return conflicts;
    }

    private Optional<Text.Conflict> conflict(String id, Mapping.Member member) {
        Optional<Source> source = named(new Text(id, member.place()));
        if (member.value() instanceof Text text && !text.value().isEmpty()) {
            return source.map(found -> new Text.Conflict(text.value(), text.place(), found, Optional.empty()));
        }
        if (member.value() instanceof Mapping mapping
                && mapping.members().keySet().equals(Set.of("value", "wrong"))
                && mapping.text("value").isPresent()
                && mapping.text("wrong").isPresent()) {
            Text value = mapping.text("value").get();
            return source.map(found -> new Text.Conflict(
                    value.value(), value.place(), found, mapping.text("wrong").map(Text::value)));
        }
        problems.error(
                "wrong-shape",
                member.value().place(),
                "what another source says is a value, or {value: ..., wrong: why it is not so}, not %s"
                        .formatted(member.value().kind()));
        return Optional.empty();
    }

    private Optional<Source> told(Mapping mapping, Optional<Source> otherwise) {
        Optional<Source> source = mapping.get("source").isPresent()
                ? text(mapping, "source", problems).flatMap(this::named)
                : otherwise;
        return source.map(found -> new Source(
                found.id(),
                text(mapping, "note", problems)
                        .map(note -> found.title() + "; " + note.value())
                        .orElse(found.title()),
                found.tier(),
                word(mapping, "evidence", Evidence.values(), found.evidence(), problems)));
    }
}
