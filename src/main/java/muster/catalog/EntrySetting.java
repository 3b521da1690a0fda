package muster.catalog;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.CRC32;
import muster.diagnostic.Nearest;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Layers;
import muster.document.yaml.Leaves;
import muster.document.yaml.Mapping;
import muster.document.yaml.Text;

/**
 * One value of an entry that is another for one run: {@code chip.nvidia-h100-sxm.power.tdp=640 W}. It lies on the catalog as a
 * layer of its own, so whatever refers to the entry has it, and it is told like a value of a file.
 */
public final class EntrySetting implements Layer {
    private final String assignment;
    private final Address address;
    private final Entry entry;
    private final AtomicBoolean asked = new AtomicBoolean();

    private EntrySetting(String assignment, Address address, Entry entry) {
        this.assignment = assignment;
        this.address = address;
        this.entry = entry;
    }

    /**
     * The setting that an assignment writes, or nothing with a problem reported.
     *
     * @param catalog where the entry is
     * @param kind its kind
     * @param keys the path of the assignment, which begins with the kind; an id with dots is one key or several
     * @param assignment the whole, for places
     */
    public static Optional<EntrySetting> of(
            Catalog catalog, EntryKind<?> kind, List<String> keys, String assignment, Problems problems) {
        Place place = Place.argument("--set " + assignment);
        SortedSet<String> ids = catalog.ids(kind);
        int end = end(ids, keys);
        if (end == 1) {
            problems.error("unknown-path", place, unknown(kind, keys, ids));
            return Optional.empty();
        }
        String id = String.join(".", keys.subList(1, end));
        if (end == keys.size()) {
            problems.error(
                    "set",
                    place,
                    "what of the %s %s? An assignment is KIND.ID.KEY=VALUE, as chip.nvidia-h100-sxm.power.tdp=640 W"
                            .formatted(kind.name(), id));
            return Optional.empty();
        }
        Address address = new Address(kind, new Text(id, place), String.join(".", keys.subList(end, keys.size())));
        return Layers.assigned(assignment, end, problems)
                .map(body -> new EntrySetting(assignment, address, entry(address, body)));
    }

    private static Entry entry(Address address, Mapping body) {
        return new Entry(
                address.kind().schema(), address.id(), Optional.empty(), List.of(), Optional.empty(), body, false);
    }

    /** Whether the keys of a path name an entry of a kind. */
    public static boolean names(Catalog catalog, EntryKind<?> kind, List<String> keys) {
        return end(catalog.ids(kind), keys) > 1;
    }

    // The longest id; 1 where there is none.
    private static int end(SortedSet<String> ids, List<String> keys) {
        int end = keys.size();
        while (end > 1 && !ids.contains(String.join(".", keys.subList(1, end)))) {
            end--;
        }
        return end;
    }

    private static String unknown(EntryKind<?> kind, List<String> keys, SortedSet<String> ids) {
        String id = keys.size() > 1 ? keys.get(1) : "";
        return "there is no %s '%s'.%s".formatted(kind.name(), id, Nearest.maybe(id, ids));
    }

    /** What was set, as it was written. */
    public String assignment() {
        return assignment;
    }

    /** The value that is changed. */
    public Address address() {
        return address;
    }

    /** Where it is written. */
    public Place place() {
        return address.id().place();
    }

    /** The same, for which nothing asked yet. */
    public EntrySetting unasked() {
        return new EntrySetting(assignment, address, entry);
    }

    /** Whether anything asked for the entry. */
    public boolean asked() {
        return asked.get();
    }

    /** The value that a catalog has nearest to the one that is changed; nothing where it has that one, or none is near. */
    public Optional<String> nearest(Catalog catalog) {
        return catalog.entry(address.kind(), address.id(), new Problems())
                .filter(before -> Leaves.at(before.body(), address.path()).isEmpty())
                .flatMap(before -> Nearest.to(
                        address.path(), new TreeSet<>(Leaves.of(before.body()).keySet())));
    }

    @Override
    public Optional<Entry> entry(EntryKind<?> kind, String id, Problems problems) {
        boolean own = kind.equals(address.kind()) && id.equals(address.id().value());
        if (own) {
            asked.set(true);
        }
        return own ? Optional.of(entry) : Optional.empty();
    }

    @Override
    public SortedSet<String> ids(EntryKind<?> kind) {
        return new TreeSet<>();
    }

    @Override
    public String fingerprint() {
        CRC32 checksum = new CRC32();
        checksum.update(assignment.getBytes(StandardCharsets.UTF_8));
        return "%08x %s\n".formatted(checksum.getValue(), assignment.length());
    }

    @Override
    public boolean cites(Place place) {
        return false;
    }
}
