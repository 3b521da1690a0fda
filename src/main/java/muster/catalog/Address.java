package muster.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import muster.diagnostic.Nearest;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Leaves;
import muster.document.yaml.Node;
import muster.document.yaml.Text;

/**
 * An entry, or a part of one.
 *
 * @param kind its kind
 * @param id its id
 * @param path the path within it, as {@code peak.bf16}; empty for the whole
 */
public record Address(EntryKind<?> kind, Text id, String path) {

    /**
     * What a text such as {@code nvidia-h100-sxm.peak.bf16}, {@code published/finnveden-2023} or
     * {@code model."llama-3.1-70b".layers} names: of the entries whose id it begins with those of the longest id, of any kind
     * unless the kind is named, and of them those that have the path, unless none has. Where it names nothing the nearest id is
     * reported.
     */
    public static List<Address> of(Catalog catalog, String text, Problems problems) {
        Place place = Place.argument(text);
        String plain = text.replace("\"", "");
        List<Address> found = new ArrayList<>();
        for (EntryKind<?> kind : catalog.kinds()) {
            String rest = within(kind, plain).orElse(plain);
            for (String id : catalog.ids(kind)) {
                if (rest.equals(id) || rest.startsWith(id + ".")) {
                    String path = rest.substring(Math.min(rest.length(), id.length() + 1));
                    found.add(new Address(kind, new Text(id, place), path));
                }
            }
        }
        if (found.isEmpty()) {
            found.addAll(byAlias(catalog, plain));
        }
        int longest = found.stream().mapToInt(Address::length).max().orElse(0);
        found.removeIf(address -> address.length() < longest);
        if (found.isEmpty()) {
            problems.error("unknown-id", place, unknown(catalog, plain));
        }
        List<Address> there = found.stream()
                .filter(address -> address.node(catalog, new Problems()).isPresent())
                .toList();
        return there.isEmpty() ? List.copyOf(found) : there;
    }

    // An alias and an id may hold dots: each beginning that ends before one may be the name.
    private static List<Address> byAlias(Catalog catalog, String text) {
        Place place = Place.argument(text);
        List<Address> found = new ArrayList<>();
        for (EntryKind<?> kind : catalog.kinds()) {
            String rest = within(kind, text).orElse(text);
            for (int end = rest.length(); end > 0; end = rest.lastIndexOf('.', end - 1)) {
                Text id = catalog.named(kind, new Text(rest.substring(0, end), place));
                if (catalog.ids(kind).contains(id.value())) {
                    found.add(new Address(kind, id, rest.substring(Math.min(rest.length(), end + 1))));
                }
            }
        }
        return found;
    }

    // What follows the name of the kind, where the text begins with that.
    private static Optional<String> within(EntryKind<?> kind, String text) {
        String[] parts = text.split("[./]", 2);
        return parts.length == 2 && kind.called(parts[0]) ? Optional.of(parts[1]) : Optional.empty();
    }

    /** Another part of the same entry. */
    Address with(String other) {
        return new Address(kind, id, other);
    }

    private int length() {
        return id.value().length();
    }

    /** The node at the address, with all layers laid in. */
    Optional<Node> node(Catalog catalog, Problems problems) {
        return catalog.entry(kind, id, problems).flatMap(entry -> Leaves.at(entry.body(), path));
    }

    // An id may hold dots, so the misspelt one may end at any of them: most likely where the nearest is as long.
    private static String unknown(Catalog catalog, String text) {
        TreeSet<String> ids = new TreeSet<>();
        List<EntryKind<?>> named = catalog.kinds().stream()
                .filter(kind -> within(kind, text).isPresent())
                .toList();
        (named.isEmpty() ? catalog.kinds() : named).forEach(kind -> ids.addAll(catalog.ids(kind)));
        String address = named.isEmpty() ? text : within(named.get(0), text).orElseThrow();
        Map<String, String> nearest = new LinkedHashMap<>();
        for (int end = address.length(); end > 0; end = address.lastIndexOf('.', end - 1)) {
            String start = address.substring(0, end);
            Nearest.to(start, ids).ifPresent(id -> nearest.put(start, id));
        }
        return nearest.entrySet().stream()
                .min(Comparator.comparingInt(pair ->
                        Math.abs(pair.getKey().length() - pair.getValue().length())))
                .map(pair -> "there is no entry '%s'. Maybe %s?".formatted(pair.getKey(), pair.getValue()))
                .orElse("there is no entry '%s'. Maybe muster catalog list?".formatted(text));
    }
}
