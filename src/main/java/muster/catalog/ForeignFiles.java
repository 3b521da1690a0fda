package muster.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;

/** Files of another form that stand for entries, each by its path wherever an id can stand: a layer without ids of its own. */
public final class ForeignFiles implements Layer {

    /** Reads files of a form. */
    public interface Form {
        /** What the files are entries of. */
        EntryKind<?> kind();

        /**
         * The path that a name stands for; nothing where it is no path. A relative one is relative to the file that the name stands in, and
         * on the command line to the folder where the program runs.
         */
        Optional<String> path(Text name);

        /** The entry that the file of a path stands for, or nothing with problems reported. */
        Optional<Entry> read(String path, Problems problems);
    }

    private final Form form;
    // A model is asked for once for each kind of chip.
    private final Map<String, Entry> known = new ConcurrentHashMap<>();

    public ForeignFiles(Form form) {
        this.form = form;
    }

    @Override
    public Optional<Text> file(EntryKind<?> kind, Text name) {
        return kind.equals(form.kind())
                ? form.path(name).map(path -> new Text(path, name.place(), name.source()))
                : Optional.empty();
    }

    @Override
    public Optional<Entry> entry(EntryKind<?> kind, String id, Problems problems) {
        if (!kind.equals(form.kind())
                || form.path(new Text(id, Place.argument(id))).isEmpty()) {
            return Optional.empty();
        }
        Optional<Entry> read = Optional.ofNullable(known.get(id)).or(() -> form.read(id, problems));
        read.ifPresent(entry -> known.put(id, entry));
        return read;
    }

    @Override
    public SortedSet<String> ids(EntryKind<?> kind) {
        return new TreeSet<>();
    }

    @Override
    public String fingerprint() {
        return "";
    }

    @Override
    public boolean cites(Place place) {
        return false;
    }
}
