package muster.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.diagnostic.Nearest;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Citations;
import muster.document.yaml.Document;
import muster.document.yaml.Items;
import muster.document.yaml.Mapping;
import muster.document.yaml.Node;
import muster.document.yaml.Text;

/**
 * One entry of one layer, not yet bound.
 *
 * @param schema its kind
 * @param id its id
 * @param title what it is, in one line
 * @param aliases what else it is called
 * @param base the entry that it extends
 * @param body its own keys, with sources attached
 * @param mended whether a line with a syntax error was left out of it
 */
public record Entry(
        String schema,
        Text id,
        Optional<String> title,
        List<Text> aliases,
        Optional<Text> base,
        Mapping body,
        boolean mended) {
    /** What an id looks like: lower-case letters, digits and hyphens or dots between them. */
    private static final String ID = "[a-z0-9]+([.-][a-z0-9]+)*";

    private static final String ALIAS = "[A-Za-z0-9][A-Za-z0-9. _-]{0,99}";
    private static final int LONGEST_ID = 100;
    private static final List<String> HEAD = List.of("schema", "id", "title", "aliases", "extends");

    public Entry {
        aliases = List.copyOf(aliases);
    }

    /** The entry that a document writes, or nothing with problems reported. */
    static Optional<Entry> of(Document document, Set<String> schemas, Problems problems) {
        Mapping root = document.root();
        Optional<Text> schema = head(document, "schema", " of " + String.join(", ", schemas), problems);
        Optional<Text> id = head(document, "id", " in lower case with hyphens, as my-fleet", problems);
        schema.filter(text -> !schemas.contains(text.value()))
                .ifPresent(text -> problems.error(
                        "unknown-schema",
                        text.place(),
                        "'%s' is not a schema; there are %s.%s"
                                .formatted(
                                        text.value(),
                                        String.join(", ", schemas),
                                        Nearest.maybe(text.value(), schemas))));
        id.ifPresent(text -> checkId(text, problems));
        if (schema.isEmpty() || id.isEmpty() || !schemas.contains(schema.get().value())) {
            return Optional.empty();
        }
        for (String key : List.of("title", "extends")) {
            root.get(key)
                    .filter(node -> !(node instanceof Text))
                    .ifPresent(node -> problems.error(
                            "wrong-shape", node.place(), "%s is a text, not %s".formatted(key, node.kind())));
        }
        Mapping cited = Citations.attach(root, problems);
        return Optional.of(new Entry(
                schema.get().value(),
                id.get(),
                cited.text("title").map(Text::value),
                root.get("aliases").map(node -> aliases(node, problems)).orElse(List.of()),
                cited.text("extends"),
                cited.without(HEAD),
                document.mended()));
    }

    private static List<Text> aliases(Node node, Problems problems) {
        List<Text> aliases = new ArrayList<>();
        for (Node item : node instanceof Items items ? items.nodes() : List.of(node)) {
            if (item instanceof Text text
                    && node instanceof Items
                    && text.value().matches(ALIAS)) {
                aliases.add(text);
            } else {
                problems.error(
                        "wrong-shape",
                        item.place(),
                        "aliases are a list of names, as [H200, H200 SXM], not %s".formatted(item.kind()));
            }
        }
        return aliases;
    }

    /** Reports a text that cannot be an id. */
    public static void checkId(Text text, Problems problems) {
        if (text.value().length() > LONGEST_ID || !text.value().matches(ID)) {
            problems.error(
                    "bad-id",
                    text.place(),
                    "'%s' is not an id: lower-case letters, digits and hyphens".formatted(text.value()));
        }
    }

    private static Optional<Text> head(Document document, String key, String expected, Problems problems) {
        Optional<Text> text =
                document.root().text(key).filter(found -> !found.value().isEmpty());
        if (text.isEmpty() && !document.mended()) {
            Place place = document.root().place();
            problems.error("missing-key", place, "%s is missing: one%s".formatted(key, expected));
        }
        return text;
    }
}
