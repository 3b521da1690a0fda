package muster.catalog;

import java.util.Optional;
import java.util.SortedSet;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;

/** A set of entries by kind and id. */
public sealed interface Layer permits BuiltIn, Overlay, EntrySetting, ForeignFiles {
    /** The entry of an id, where this layer has one. */
    Optional<Entry> entry(EntryKind<?> kind, String id, Problems problems);

    /** The file that a name stands for which is no id, relative to where it is named; nothing in a layer that has ids alone. */
    default Optional<Text> file(EntryKind<?> kind, Text name) {
        return Optional.empty();
    }

    /** The ids of a kind. */
    SortedSet<String> ids(EntryKind<?> kind);

    /** A line for every file, in order of name: the same for the same content. */
    String fingerprint();

    /** Whether a value at a place is in this layer and must name a source. */
    boolean cites(Place place);
}
