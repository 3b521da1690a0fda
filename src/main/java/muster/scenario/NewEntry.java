package muster.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import muster.catalog.EntryKind;
import muster.diagnostic.Problems;
import muster.document.yaml.Items;
import muster.document.yaml.Mapping;
import muster.document.yaml.Node;
import muster.document.yaml.Text;
import muster.document.yaml.YamlReader;
import muster.document.yaml.YamlScalar;
import muster.fleet.stock.Fleet;
import muster.hardware.Chip;
import muster.model.Architecture;

/**
 * A commented file to begin an entry with, which is sound as it is; its values are also the examples in messages.
 *
 * @param kind the kind of entry
 * @param option the option of {@code muster init} that writes it, as {@code --chip}
 * @param placeholder the id in the file
 * @param needed the keys without which the entry is of no use
 */
public record NewEntry(EntryKind<?> kind, String option, String placeholder, List<String> needed) {
    /** A kind of chip. */
    public static final NewEntry CHIP =
            new NewEntry(Chip.KIND, "--chip", "my-chip", List.of("vendor", "status", "peak", "memory"));
    /** A model. */
    public static final NewEntry MODEL =
            new NewEntry(Architecture.KIND, "--model", "my-model", List.of("developer", "shape"));
    /** A fleet. */
    public static final NewEntry FLEET =
            new NewEntry(Fleet.KIND, "--fleet", "my-fleet", List.of("scope", "as_of", "entries"));

    public NewEntry {
        needed = List.copyOf(needed);
    }

    /** The file of a kind, where there is one. */
    static Optional<NewEntry> of(EntryKind<?> kind) {
        return List.of(CHIP, MODEL, FLEET).stream()
                .filter(entry -> entry.kind.equals(kind))
                .findFirst();
    }

    /** The file with an id of the user's. */
    public String text(String id) {
        return template().replace(placeholder, id);
    }

    /** What a key may hold, on one line, as {@code {tdp: 700 W, all_in: 1.4 kW}}. */
    Optional<String> example(String key) {
        return YamlReader.read("new", template(), new Problems())
                .get(0)
                .root()
                .get(key)
                .map(NewEntry::flow);
    }

    private String template() {
        String name = "new-%s.yaml".formatted(kind.name());
        try (InputStream content = NewEntry.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String flow(Node node) {
        if (node instanceof Mapping mapping) {
            return mapping.members().entrySet().stream()
                    .map(member -> "%s: %s"
                            .formatted(member.getKey(), flow(member.getValue().value())))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return node instanceof Items items
                ? items.nodes().stream().map(NewEntry::flow).collect(Collectors.joining(", ", "[", "]"))
                : YamlScalar.of(((Text) node).value());
    }
}
