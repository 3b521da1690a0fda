package muster.catalog;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Document;
import muster.document.yaml.TextFile;
import muster.document.yaml.YamlReader;

/**
 * The catalog that comes with Muster: one entry a file, and the file is named after the entry, so that an entry is found
 * without reading any other.
 */
public final class BuiltIn implements Layer {
    /** The folder in the repository and in the jar. */
    public static final String ROOT = "hardware-catalog/";

    private static final String VERSION = ROOT + "version.txt";
    private static final String NOT_FOUND = "the built-in catalog cannot be found";
    private static final Map<Path, BuiltIn> LOADED = new ConcurrentHashMap<>();

    private static final String END = ".yaml";

    // A record and the entries that it was bound from.
    private record Bound(Object record, Set<Catalog.Id> read) {}

    private final Bundle files;
    private final SortedMap<String, Long> sizes;
    // Read once for all who ask, of any thread; entries are immutable.
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Map<Catalog.Named, Bound> bound = new ConcurrentHashMap<>();
    private final Map<String, SortedMap<String, String>> paths = new HashMap<>();
    private volatile Optional<String> fingerprint = Optional.empty();

    private BuiltIn(Bundle files) {
        this.files = files;
        this.sizes = files.sizes();
        sizes.keySet().stream()
                .filter(path -> path.endsWith(END))
                .forEach(path -> paths.computeIfAbsent(
                                path.substring(ROOT.length(), path.indexOf('/', ROOT.length())),
                                folder -> new TreeMap<>())
                        .put(path.substring(path.lastIndexOf('/') + 1, path.length() - END.length()), path));
    }

    /** The catalog in the jar, or in the folder of classes, that this class was loaded from: the same to all who ask. */
    public static BuiltIn load() {
        return LOADED.computeIfAbsent(home(), BuiltIn::at);
    }

    /** The jar or the folder of classes that this class was loaded from. */
    static Path home() {
        try {
            return Path.of(BuiltIn.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(NOT_FOUND, e);
        }
    }

    /** The catalog in a jar or in a folder of classes. */
    static BuiltIn at(Path home) {
        try {
            return new BuiltIn(Bundle.at(home, ROOT));
        } catch (IOException e) {
            throw new IllegalStateException(NOT_FOUND, e);
        }
    }

    @Override
    public Optional<Entry> entry(EntryKind<?> kind, String id, Problems problems) {
        return path(kind, id).flatMap(path -> {
            Optional<Entry> known = Optional.ofNullable(entries.get(path)).or(() -> read(kind, id, path, problems));
            known.ifPresent(entry -> entries.put(path, entry));
            return known;
        });
    }

    private Optional<Entry> read(EntryKind<?> kind, String id, String path, Problems problems) {
        Place place = new Place(path, 1, 1);
        List<Document> documents = TextFile.decode(files.read(path), place, problems)
                .map(text -> YamlReader.read(path, text, problems))
                .orElse(List.of());
        if (documents.size() != 1) {
            problems.error(
                    "one-entry",
                    place,
                    "a file of the catalog holds one entry, and this one %s".formatted(documents.size()));
            return Optional.empty();
        }
        Optional<Entry> entry = Entry.of(documents.get(0), Set.of(kind.schema()), problems);
        entry.filter(found -> !found.id().value().equals(id))
                .ifPresent(found -> problems.error(
                        "file-name",
                        found.id().place(),
                        "the file of '%s' is named %s.yaml"
                                .formatted(found.id().value(), found.id().value())));
        return entry;
    }

    private Optional<String> path(EntryKind<?> kind, String id) {
        return Optional.ofNullable(ofKind(kind).get(id));
    }

    @Override
    public SortedSet<String> ids(EntryKind<?> kind) {
        return new TreeSet<>(ofKind(kind).keySet());
    }

    private SortedMap<String, String> ofKind(EntryKind<?> kind) {
        return paths.getOrDefault(kind.folder(), Collections.emptySortedMap());
    }

    /**
     * A record that was bound before, from entries that nothing lies over.
     *
     * @param named the record
     * @param isAbove whether something lies over an entry
     */
    Optional<Object> bound(Catalog.Named named, Predicate<Catalog.Id> isAbove) {
        return Optional.ofNullable(bound.get(named))
                .filter(known -> known.read().stream().noneMatch(isAbove))
                .map(Bound::record);
    }

    /** Keeps a record for all who ask for it later. */
    void keep(Catalog.Named named, Object record, Set<Catalog.Id> read) {
        bound.put(named, new Bound(record, Set.copyOf(read)));
    }

    /** The version of the catalog, as {@code 2026.11}: the month up to which its figures reach. */
    String version() {
        return new String(files.read(VERSION), StandardCharsets.UTF_8).strip();
    }

    // Every plan tells which catalog it was made from: read once.
    @Override
    public String fingerprint() {
        String known = fingerprint.orElseGet(() -> sizes.keySet().stream()
                .map(path -> "%s %08x %s\n".formatted(path, files.checksum(path), sizes.get(path)))
                .collect(Collectors.joining()));
        fingerprint = Optional.of(known);
        return known;
    }

    @Override
    public boolean cites(Place place) {
        return sizes.containsKey(place.file());
    }
}
