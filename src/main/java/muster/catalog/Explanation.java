package muster.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.diagnostic.Nearest;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Binder;
import muster.document.yaml.Deleted;
import muster.document.yaml.Leaves;
import muster.document.yaml.Node;
import muster.document.yaml.Text;
import muster.uncertainty.Input;
import muster.uncertainty.Source;

/**
 * Why a value of an entry is what it is.
 *
 * @param address the value
 * @param value the value as it is written; empty where it was deleted
 * @param status how it came to stand there
 * @param source the source that is named for it, where it is a number: sources are of numbers
 * @param place what set it
 * @param overrode what stood there before, the nearest first
 * @param conflicts what other sources say of it
 */
public record Explanation(
        Address address,
        String value,
        Status status,
        Optional<Source> source,
        Place place,
        List<Earlier> overrode,
        List<Text.Conflict> conflicts) {

    public Explanation {
        overrode = List.copyOf(overrode);
        conflicts = List.copyOf(conflicts);
    }

    /** How a value came to stand where it stands. */
    public enum Status {
        BUILT_IN("built in"),
        INHERITED("inherited from another entry"),
        ADDED("added by a layer"),
        CHANGED("changed by a layer"),
        DELETED("deleted"),
        DEFAULT("default, since no file says otherwise");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * A value that another took the place of.
     *
     * @param value the value as it is written
     * @param place where
     * @param source the source that is named for it
     */
    public record Earlier(String value, Place place, Optional<Source> source) {}

    /** The values at an address: one, or each below it; where there is none the nearest path is reported. */
    public static List<Explanation> of(Catalog catalog, Address address, Problems problems) {
        Optional<Entry> entry = catalog.entry(address.kind(), address.id(), problems);
        if (entry.isEmpty()) {
            return List.of();
        }
        List<Entry> stack = catalog.stack(address.kind(), address.id(), problems);
        List<Input> numbers = numbers(catalog, address.kind(), entry.get());
        List<Explanation> found = new ArrayList<>();
        Leaves.at(entry.get().body(), address.path())
                .ifPresent(node -> Leaves.of(node).forEach((below, text) -> {
                    Address one = address.with(Leaves.join(address.path(), below));
                    boolean number = numbers.stream()
                            .anyMatch(input -> one.path().equals(input.name())
                                    || one.path().startsWith(input.name() + "."));
                    Text cited =
                            number ? text : new Text(text.value(), text.place(), Optional.empty(), text.conflicts());
                    found.add(of(catalog, one, cited, stack));
                }));
        if (found.isEmpty()) {
            deleted(address, stack)
                    .or(() -> byDefault(address, numbers))
                    .ifPresentOrElse(found::add, () -> unknown(address, entry.get(), problems));
        }
        return found;
    }

    private static Explanation of(Catalog catalog, Address address, Text text, List<Entry> stack) {
        List<Earlier> earlier = new ArrayList<>();
        Map<Place, Text.Conflict> conflicts = new LinkedHashMap<>();
        boolean inherited = false;
        for (int i = stack.size() - 1; i >= 0; i--) {
            Entry entry = stack.get(i);
            Optional<Text> there = Leaves.at(entry.body(), address.path())
                    .filter(Text.class::isInstance)
                    .map(Text.class::cast);
            boolean own = entry.id().value().equals(address.id().value());
            there.filter(found -> own || found.place().equals(text.place()))
                    .ifPresent(found -> found.conflicts().forEach(other -> conflicts.put(other.place(), other)));
            inherited |= !own
                    && there.filter(found -> found.place().equals(text.place())).isPresent();
            there.filter(found -> !found.place().equals(text.place()))
                    .ifPresent(found -> earlier.add(new Earlier(found.value(), found.place(), found.source())));
        }
        Status status = inherited
                ? Status.INHERITED
                : catalog.cites(text.place()) ? Status.BUILT_IN : earlier.isEmpty() ? Status.ADDED : Status.CHANGED;
        return new Explanation(
                address, text.value(), status, text.source(), text.place(), earlier, List.copyOf(conflicts.values()));
    }

    private static Optional<Explanation> deleted(Address address, List<Entry> stack) {
        List<Earlier> earlier = new ArrayList<>();
        Optional<Node> mark = Optional.empty();
        for (int i = stack.size() - 1; i >= 0; i--) {
            Optional<Node> node = Leaves.at(stack.get(i).body(), address.path());
            mark = mark.or(() -> node.filter(Deleted.class::isInstance));
            node.filter(Text.class::isInstance)
                    .map(Text.class::cast)
                    .ifPresent(text -> earlier.add(new Earlier(text.value(), text.place(), text.source())));
        }
        return mark.map(node ->
                new Explanation(address, "", Status.DELETED, Optional.empty(), node.place(), earlier, List.of()));
    }

    private static List<Input> numbers(Catalog catalog, EntryKind<?> kind, Entry entry) {
        Problems unheard = new Problems();
        Binder binder = new Binder(catalog.entries(unheard), unheard, entry.mended());
        binder.bind(entry.body(), kind.type(), "");
        return binder.inputs();
    }

    // A number that no file of the entry writes: a default, or a key of another entry that it names.
    private static Optional<Explanation> byDefault(Address address, List<Input> numbers) {
        return numbers.stream()
                .filter(input -> input.name().equals(address.path()))
                .findFirst()
                .map(input -> new Explanation(
                        address,
                        input.value().toString(),
                        input.source().filter(Explanation::isDefault).isPresent() ? Status.DEFAULT : Status.INHERITED,
                        input.source(),
                        input.place(),
                        List.of(),
                        List.of()));
    }

    private static boolean isDefault(Source source) {
        return source.id().equals("default");
    }

    private static void unknown(Address address, Entry entry, Problems problems) {
        List<String> paths = List.copyOf(Leaves.of(entry.body()).keySet());
        problems.error(
                "unknown-path",
                Place.argument(address.id().place().file()),
                "%s has no %s.%s"
                        .formatted(address.id().value(), address.path(), Nearest.maybe(address.path(), paths)));
    }
}
