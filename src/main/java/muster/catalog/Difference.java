package muster.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Leaves;
import muster.document.yaml.Text;
import muster.uncertainty.Uncertain;
import muster.unit.UnitMismatch;
import muster.unit.UnitSyntax;

/**
 * A value that is another in another catalog.
 *
 * @param address the value; the whole entry where only one catalog has it
 * @param before the value in the one, where it has it
 * @param after the value in the other, where it has it
 */
public record Difference(Address address, Optional<Text> before, Optional<Text> after) {

    /** What is different from one catalog to another, by kind, id and place in the entry. */
    public static List<Difference> between(Catalog before, Catalog after, Problems problems) {
        List<Difference> differences = new ArrayList<>();
        for (EntryKind<?> kind : after.kinds()) {
            Set<String> ids = new TreeSet<>(before.ids(kind));
            ids.addAll(after.ids(kind));
            for (String id : ids) {
                Address whole = new Address(kind, new Text(id, Place.argument(id)), "");
                Optional<Entry> old = entry(before, whole, problems);
                Optional<Entry> now = entry(after, whole, problems);
                if (old.isEmpty() || now.isEmpty()) {
                    differences.add(new Difference(whole, old.map(Difference::named), now.map(Difference::named)));
                } else {
                    differences.addAll(between(whole, old.get(), now.get()));
                }
            }
        }
        return List.copyOf(differences);
    }

    private static Optional<Entry> entry(Catalog catalog, Address address, Problems problems) {
        return catalog.ids(address.kind()).contains(address.id().value())
                ? catalog.entry(address.kind(), address.id(), problems)
                : Optional.empty();
    }

    private static Text named(Entry entry) {
        return new Text(entry.title().orElse(entry.id().value()), entry.id().place());
    }

    /**
     * What is different from one entry to another, by place in them.
     *
     * @param whole the address of the other
     */
    public static List<Difference> between(Address whole, Entry before, Entry after) {
        Map<String, Text> old = new LinkedHashMap<>(Leaves.of(before.body()));
        Map<String, Text> now = Leaves.of(after.body());
        Set<String> paths = new LinkedHashSet<>(old.keySet());
        paths.addAll(now.keySet());
        return paths.stream()
                .map(path -> new Difference(
                        whole.with(path), Optional.ofNullable(old.get(path)), Optional.ofNullable(now.get(path))))
                .filter(difference -> !difference.same())
                .toList();
    }

    // A value in another unit is the same value.
    private boolean same() {
        return before.isPresent()
                && after.isPresent()
                && (before.get().value().equals(after.get().value())
                        || (ratio().isPresent() && ratio().getAsDouble() == 1));
    }

    /** The central value in the other over that in the one, where both are numbers of one dimension. */
    public OptionalDouble ratio() {
        try {
            if (before.isEmpty() || after.isEmpty()) {
                return OptionalDouble.empty();
            }
            Uncertain old = Uncertain.parse(before.get().value());
            Uncertain now = Uncertain.parse(after.get().value());
            boolean comparable = old.unit().dimension().equals(now.unit().dimension())
                    && old.distribution().certain() == now.distribution().certain()
                    && old.distribution().central() != 0;
            return comparable
                    ? OptionalDouble.of(
                            now.distribution().central() / old.distribution().central())
                    : OptionalDouble.empty();
        } catch (UnitSyntax | UnitMismatch e) {
            return OptionalDouble.empty();
        }
    }
}
