package muster.document.yaml;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.uncertainty.Evidence;
import muster.uncertainty.Source;

/** Writes a tree as YAML that {@link YamlReader} reads back, with its sources. */
public final class YamlWriter {
    private final Map<Source, String> ids = new LinkedHashMap<>();
    private final Optional<Source> common;
    private final Function<Text, String> remark;
    private final StringBuilder yaml = new StringBuilder();

    private YamlWriter(Mapping body, Function<Text, String> remark) {
        Collection<Text> texts = Leaves.of(body).values();
        this.remark = remark;
        this.common = texts.stream()
                .flatMap(text -> text.source().stream())
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
        Set<Source> sources = new LinkedHashSet<>();
        texts.forEach(text -> text.source().ifPresent(sources::add));
        texts.forEach(text -> text.conflicts().forEach(conflict -> sources.add(conflict.source())));
        sources.forEach(source -> ids.put(source, free(source.id())));
    }

    /**
     * The text of an entry.
     *
     * @param head the keys before its content, as {@code schema} and {@code id}
     * @param body its content
     * @param remark what is to be said in a comment behind a value; empty for nothing
     */
    public static String write(Map<String, String> head, Mapping body, Function<Text, String> remark) {
        YamlWriter writer = new YamlWriter(body, remark);
        head.forEach((key, value) -> writer.yaml.append("%s: %s\n".formatted(key, YamlScalar.of(value))));
        writer.sources();
        writer.members(body, "");
        return writer.yaml.toString();
    }

    // Layers may use one id for different sources.
    private String free(String id) {
        String free = id;
        for (int i = 2; ids.containsValue(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    private String id(Source source) {
        return YamlScalar.of(ids.getOrDefault(source, ""));
    }

    private void sources() {
        if (ids.isEmpty()) {
            return;
        }
        yaml.append("sources:\n");
        ids.forEach((source, id) -> yaml.append("  %s: {title: %s, tier: %s%s}\n"
                .formatted(
                        YamlScalar.of(id),
                        YamlScalar.of(source.title()),
                        source.tier(),
                        source.evidence() == Evidence.READ ? "" : ", evidence: " + source.evidence())));
        common.ifPresent(source -> yaml.append("default_source: %s\n".formatted(id(source))));
    }

    private void members(Mapping mapping, String indent) {
        mapping.members().forEach((key, member) -> {
            yaml.append(indent).append(YamlScalar.of(key)).append(':');
            node(member.value(), indent);
        });
    }

    private void node(Node node, String indent) {
        if (node instanceof Text text) {
            yaml.append(' ').append(value(text));
            String words = remark.apply(text);
            yaml.append(words.isEmpty() ? "\n" : "  # " + words + "\n");
        } else if (node instanceof Mapping mapping && mapping.members().isEmpty()) {
            yaml.append(" {}\n");
        } else if (node instanceof Mapping mapping) {
            // Citations mark a number in parts so that an overlay takes the place of all of them.
            boolean number = mapping.replaces()
                    && Stream.of("low", "mean", "value").anyMatch(mapping.members()::containsKey)
                    && mapping.members().values().stream().allMatch(member -> member.value() instanceof Text);
            yaml.append('\n');
            if (number) {
                parts(mapping, indent + "  ");
            } else {
                members(mapping, indent + "  ");
            }
        } else if (node instanceof Items items) {
            yaml.append(items.nodes().isEmpty() ? " []\n" : "\n");
            items.nodes().forEach(item -> {
                yaml.append(indent).append("  -");
                node(item, indent + "  ");
            });
        } else {
            yaml.append(" !delete\n");
        }
    }

    // A number in parts has one source.
    private void parts(Mapping mapping, String indent) {
        Optional<Source> source = Leaves.of(mapping).values().stream()
                .flatMap(text -> text.source().stream())
                .findFirst();
        mapping.members()
                .forEach((key, member) -> yaml.append(indent)
                        .append("%s: %s\n"
                                .formatted(YamlScalar.of(key), YamlScalar.of(((Text) member.value()).value()))));
        source.filter(found -> !found.equals(common.orElse(null)))
                .ifPresent(found -> yaml.append(indent).append("source: %s\n".formatted(id(found))));
    }

    private String value(Text text) {
        Optional<Source> source = text.source().filter(found -> !found.equals(common.orElse(null)));
        if (source.isEmpty() && text.conflicts().isEmpty()) {
            return YamlScalar.of(text.value());
        }
        String conflicts = text.conflicts().stream()
                .map(conflict -> "%s: %s"
                        .formatted(
                                id(conflict.source()),
                                conflict.wrong()
                                        .map(wrong -> "{value: %s, wrong: %s}"
                                                .formatted(YamlScalar.of(conflict.value()), YamlScalar.of(wrong)))
                                        .orElse(YamlScalar.of(conflict.value()))))
                .collect(Collectors.joining(", "));
        return "{value: %s%s%s}"
                .formatted(
                        YamlScalar.of(text.value()),
                        source.map(found -> ", source: " + id(found)).orElse(""),
                        conflicts.isEmpty() ? "" : ", conflicts: {" + conflicts + "}");
    }
}
