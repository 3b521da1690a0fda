package muster.catalog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Binder;
import muster.document.Entries;
import muster.document.yaml.Layers;
import muster.document.yaml.Mapping;
import muster.document.yaml.Text;
import muster.uncertainty.Input;

/**
 * Entries of any kind by id, from layers laid over one another: an entry of a higher layer changes the keys that it names
 * of the entry of the same id below.
 */
public final class Catalog {
    private final List<EntryKind<?>> kinds;
    private final List<Layer> layers;
    // A fleet of the catalog is asked for once a period, and its chips once a line; records are immutable.
    private final Map<Named, Object> bound = new ConcurrentHashMap<>();

    private final Map<EntryKind<?>, EntryNames> names = new ConcurrentHashMap<>();
    private final Map<EntryKind<?>, SortedSet<String>> ids = new ConcurrentHashMap<>();

    /** A record by the entry that it was bound from, and the key that its inputs are named after. */
    record Named(EntryKind<?> kind, String id, String prefix) {}

    /** An entry. */
    record Id(EntryKind<?> kind, String id) {}

    /**
     * A catalog.
     *
     * @param kinds the kinds that exist
     * @param layers the layers, lowest first
     */
    public Catalog(List<EntryKind<?>> kinds, List<Layer> layers) {
        this.kinds = List.copyOf(kinds);
        this.layers = List.copyOf(layers);
    }

    /** This catalog with one more layer on top. */
    public Catalog under(Layer layer) {
        List<Layer> more = new ArrayList<>(layers);
        more.add(layer);
        return new Catalog(kinds, more);
    }

    /** This catalog with layers that lie on the built-in catalog and below what else is laid on it. */
    public Catalog withUnderneath(List<? extends Layer> named) {
        // Most scenarios name none, and what is bound already stays so.
        if (named.isEmpty()) {
            return this;
        }
        List<Layer> more = new ArrayList<>(layers);
        int base = (int)
                layers.stream().takeWhile(layer -> layer instanceof BuiltIn).count();
        more.addAll(base, named);
        return new Catalog(kinds, more);
    }

    public List<EntryKind<?>> kinds() {
        return kinds;
    }

    /** The ids of a kind, in order. */
    public SortedSet<String> ids(EntryKind<?> kind) {
        return ids.computeIfAbsent(
                kind,
                asked -> Collections.unmodifiableSortedSet(layers.stream()
                        .flatMap(layer -> layer.ids(asked).stream())
                        .collect(Collectors.toCollection(TreeSet::new))));
    }

    /**
     * The id that a name stands for where a person writes it, as {@code nvidia-h200-sxm} for {@code H200}: an id or an alias, in any
     * case and with hyphens or without; the name itself where it stands for no entry or for several. Files name ids: an alias
     * may become ambiguous as a catalog grows.
     *
     * @param kind the kind
     * @param name the id or alias, where it is written
     */
    public Text named(EntryKind<?> kind, Text name) {
        Optional<Text> file = file(kind, name);
        if (file.isPresent() || ids(kind).contains(name.value())) {
            return file.orElse(name);
        }
        SortedSet<String> meant = names(kind).meant(name.value());
        return meant.size() == 1 ? new Text(meant.first(), name.place(), name.source()) : name;
    }

    // What a path stands for wherever it is named: from here on it is relative to where the program runs.
    private Optional<Text> file(EntryKind<?> kind, Text name) {
        return layers.stream().flatMap(layer -> layer.file(kind, name).stream()).findFirst();
    }

    /** The line that ends a message on a name that is no id: the entries that may be meant, or nothing. */
    public String maybe(EntryKind<?> kind, String name) {
        return names(kind).maybe(name);
    }

    /** Reports each alias of a kind that stands for several entries. */
    public void checkAliases(EntryKind<?> kind, Problems problems) {
        names(kind).check(problems);
    }

    // What an entry extends is another thing, so only its own aliases count, of the highest layer that has some.
    private EntryNames names(EntryKind<?> kind) {
        return names.computeIfAbsent(kind, asked -> {
            Map<String, List<Text>> aliases = new LinkedHashMap<>();
            for (Layer layer : layers) {
                layer.ids(kind)
                        .forEach(id -> layer.entry(kind, id, new Problems())
                                .map(Entry::aliases)
                                .filter(own -> !own.isEmpty())
                                .ifPresent(own -> aliases.put(id, own)));
            }
            return new EntryNames(ids(kind), aliases);
        });
    }

    /** The record of an entry; where there is none, or it has problems, they are reported at the place that names it. */
    public <T> Optional<T> get(EntryKind<T> kind, Text id, Problems problems) {
        return bind(kind, id, id.value(), problems);
    }

    /**
     * The record of an entry whose inputs are named after the key that names it.
     *
     * @param kind the kind
     * @param name the id, where it is named
     * @param prefix what the names of its inputs begin with
     * @param problems where problems go
     */
    public <T> Optional<T> bind(EntryKind<T> kind, Text name, String prefix, Problems problems) {
        Text id = file(kind, name).orElse(name);
        Named named = new Named(kind, id.value(), prefix);
        Optional<Object> known = Optional.ofNullable(bound.get(named))
                .or(() -> builtIn().flatMap(layer -> layer.bound(named, this::isAbove)));
        if (known.isPresent()) {
            return known.map(kind.type()::cast);
        }
        int before = problems.reports();
        Set<Id> read = new LinkedHashSet<>();
        Optional<T> found = laid(kind, id, problems).flatMap(entry -> {
            read.add(new Id(kind, id.value()));
            Binder binder = new Binder(entries(read, problems), problems, entry.mended());
            Optional<T> record = binder.bind(entry.body(), kind.type(), prefix);
            checkSources(binder.inputs(), problems);
            return record;
        });
        // What has problems is bound anew each time, so that they are reported to each who asks.
        if (problems.reports() == before) {
            found.ifPresent(record -> keep(named, record, read));
        }
        return found;
    }

    // What comes of built-in entries alone is the same in every catalog that lays nothing over them.
    private void keep(Named named, Object record, Set<Id> read) {
        bound.put(named, record);
        builtIn()
                .filter(layer -> read.stream().noneMatch(this::isAbove))
                .ifPresent(layer -> layer.keep(named, record, read));
    }

    private Optional<BuiltIn> builtIn() {
        return layers.stream()
                .filter(BuiltIn.class::isInstance)
                .map(BuiltIn.class::cast)
                .findFirst();
    }

    // Whether a layer over the built-in catalog says something of an entry, or of one that it extends.
    private boolean isAbove(Id id) {
        Text named = new Text(id.id(), Place.argument(id.id()), Optional.empty(), List.of());
        return stack(id.kind(), named, new Problems()).stream()
                .anyMatch(entry -> !cites(entry.id().place()));
    }

    /** Reports the inputs that are written in a layer whose values must name a source, and name none. */
    public void checkSources(List<Input> inputs, Problems problems) {
        inputs.stream()
                .filter(input -> input.source().isEmpty())
                .filter(input -> cites(input.place()))
                .forEach(input -> problems.error(
                        "no-source",
                        input.place(),
                        "%s names no source, which the built-in catalog requires".formatted(input.name())));
    }

    /** Where a binder finds the entries that a file names. */
    public Entries entries(Problems problems) {
        return entries(new HashSet<>(), problems);
    }

    private Entries entries(Set<Id> read, Problems problems) {
        return (schema, id) -> kinds.stream()
                .filter(kind -> kind.schema().equals(schema))
                .findFirst()
                .flatMap(kind -> {
                    read.add(new Id(kind, id.value()));
                    return entry(kind, id, problems);
                })
                .map(Entry::body);
    }

    /** The entry of an id, with all layers and all entries that it extends laid into it. */
    public Optional<Entry> entry(EntryKind<?> kind, Text id, Problems problems) {
        return laid(kind, file(kind, id).orElse(id), problems);
    }

    private Optional<Entry> laid(EntryKind<?> kind, Text id, Problems problems) {
        return stack(kind, id, new LinkedHashSet<>(), problems).stream()
                .reduce((below, above) -> over(below, above, problems));
    }

    /**
     * The entries that are laid over one another to make the entry of an id, lowest first: what it extends, then its own of
     * every layer, so that a mark in any of them reaches what is extended. Empty, with problems reported, where there is none.
     */
    public List<Entry> stack(EntryKind<?> kind, Text id, Problems problems) {
        return stack(kind, file(kind, id).orElse(id), new LinkedHashSet<>(), problems);
    }

    /** The entry that another extends, where it does; problems are reported. */
    public Optional<Text> parent(EntryKind<?> kind, Text id, Problems problems) {
        return stack(kind, id, problems).stream()
                .map(Entry::id)
                .filter(other -> !other.value().equals(id.value()))
                .reduce((first, next) -> next);
    }

    private List<Entry> stack(EntryKind<?> kind, Text id, Set<String> above, Problems problems) {
        if (!above.add(id.value())) {
            problems.error(
                    "cycle",
                    id.place(),
                    "'%s' extends itself: %s".formatted(id.value(), String.join(" -> ", above) + " -> " + id.value()));
            return List.of();
        }
        int before = problems.reports();
        List<Entry> own = layers.stream()
                .flatMap(layer -> layer.entry(kind, id.value(), problems).stream())
                .toList();
        if (own.isEmpty() && problems.reports() == before && !ids(kind).contains(id.value())) {
            problems.error(
                    "unknown-id",
                    id.place(),
                    () -> "there is no %s '%s'.%s".formatted(kind.name(), id.value(), maybe(kind, id.value())));
        }
        Optional<Text> extended =
                own.stream().flatMap(entry -> entry.base().stream()).reduce((below, higher) -> higher);
        if (extended.isEmpty()) {
            return own;
        }
        List<Entry> stack = new ArrayList<>(stack(kind, extended.get(), above, problems));
        if (!stack.isEmpty()) {
            stack.addAll(own);
        }
        return List.copyOf(stack);
    }

    /** Whether a place is in a layer whose values must name a source: the built-in catalog. */
    public boolean cites(Place place) {
        return layers.stream().anyMatch(layer -> layer.cites(place));
    }

    private static Entry over(Entry below, Entry above, Problems problems) {
        Mapping body = Layers.merge(below.body(), above.body(), problems);
        boolean same = above.id().value().equals(below.id().value());
        return new Entry(
                above.schema(),
                above.id(),
                above.title().or(() -> same ? below.title() : Optional.empty()),
                above.aliases().isEmpty() && same ? below.aliases() : above.aliases(),
                above.base(),
                body,
                below.mended() || above.mended());
    }

    /** Which catalog this is. */
    public Edition edition() {
        String version = layers.stream()
                .filter(BuiltIn.class::isInstance)
                .map(layer -> ((BuiltIn) layer).version())
                .collect(Collectors.joining());
        List<String> changes = layers.stream()
                .filter(EntrySetting.class::isInstance)
                .map(layer -> ((EntrySetting) layer).assignment())
                .toList();
        return new Edition(version, hash(), changes);
    }

    /**
     * A hash of the content of all layers, 12 hexadecimal digits, which every result carries: it tells catalogs apart and
     * guards against no forger. FNV-1a of 64 bits (Fowler, Noll, Vo), of which 48 are shown; the digests of the JDK take
     * longer to load than an estimate to compute.
     */
    public String hash() {
        long hash = 0xcbf29ce484222325L;
        for (Layer layer : layers) {
            for (byte octet : layer.fingerprint().getBytes(StandardCharsets.UTF_8)) {
                hash = (hash ^ (octet & 0xff)) * 0x100000001b3L;
            }
        }
        return HexFormat.of().toHexDigits(hash, 12);
    }
}
