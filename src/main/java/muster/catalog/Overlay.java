package muster.catalog;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.CanonicalText;
import muster.document.yaml.Document;
import muster.document.yaml.TextFile;
import muster.document.yaml.YamlReader;

/**
 * Entries of a user's files, read whole, so that nothing in them goes unnoticed. A file may hold several, with {@code ---}
 * between them.
 */
public final class Overlay implements Layer {
    private final Map<String, Map<String, Entry>> entries = new LinkedHashMap<>();
    private final StringBuilder fingerprint = new StringBuilder();

    private Overlay() {}

    /** The entries of one file. */
    public static Overlay file(Path file, List<EntryKind<?>> kinds, Problems problems) {
        Overlay overlay = new Overlay();
        overlay.read(file, schemas(kinds), problems);
        return overlay;
    }

    /** The entries of a text that stands, or will stand, in a file. */
    public static Overlay text(String file, String text, List<EntryKind<?>> kinds, Problems problems) {
        Overlay overlay = new Overlay();
        overlay.read(file, text, schemas(kinds), problems);
        return overlay;
    }

    /** The entries of every YAML file below a folder, also behind links. */
    public static Overlay folder(Path folder, List<EntryKind<?>> kinds, Problems problems) {
        Overlay overlay = new Overlay();
        if (!Files.isDirectory(folder)) {
            problems.error(
                    "no-file",
                    new Place(folder.toString(), 1, 1),
                    Files.exists(folder) ? "this is no folder" : "there is no such folder");
            return overlay;
        }
        YamlFiles.below(folder, problems).forEach(path -> overlay.read(path, schemas(kinds), problems));
        return overlay;
    }

    private static Set<String> schemas(List<EntryKind<?>> kinds) {
        return kinds.stream().map(EntryKind::schema).collect(Collectors.toCollection(TreeSet::new));
    }

    private void read(Path file, Set<String> schemas, Problems problems) {
        Optional<String> text = TextFile.read(file, problems);
        text.ifPresent(content -> read(file.toString(), content, schemas, problems));
    }

    private void read(String file, String text, Set<String> schemas, Problems problems) {
        int before = problems.reports();
        List<Document> documents = YamlReader.read(file, text, problems);
        if (documents.isEmpty() && problems.reports() == before) {
            problems.error("empty", new Place(file, 1, 1), "there is nothing in this file");
        }
        documents.forEach(document -> Entry.of(document, schemas, problems).ifPresent(entry -> add(entry, problems)));
        documents.forEach(document -> {
            String said = CanonicalText.of(document.root());
            CRC32 checksum = new CRC32();
            checksum.update(said.getBytes(StandardCharsets.UTF_8));
            fingerprint.append("%08x %s\n".formatted(checksum.getValue(), said.length()));
        });
    }

    private void add(Entry entry, Problems problems) {
        Entry earlier = entries.computeIfAbsent(entry.schema(), schema -> new LinkedHashMap<>())
                .putIfAbsent(entry.id().value(), entry);
        if (earlier != null) {
            problems.error(
                    "duplicate-id",
                    entry.id().place(),
                    "'%s' stands a second time; the first is at %s"
                            .formatted(entry.id().value(), earlier.id().place()));
        }
    }

    /** The entries of a kind in the order of the file. */
    public List<Entry> all(EntryKind<?> kind) {
        return List.copyOf(entries.getOrDefault(kind.schema(), Map.of()).values());
    }

    @Override
    public Optional<Entry> entry(EntryKind<?> kind, String id, Problems problems) {
        return Optional.ofNullable(entries.getOrDefault(kind.schema(), Map.of()).get(id));
    }

    @Override
    public SortedSet<String> ids(EntryKind<?> kind) {
        return new TreeSet<>(entries.getOrDefault(kind.schema(), Map.of()).keySet());
    }

    @Override
    public String fingerprint() {
        return fingerprint.toString();
    }

    @Override
    public boolean cites(Place place) {
        return false;
    }
}
