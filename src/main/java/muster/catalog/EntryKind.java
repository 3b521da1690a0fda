package muster.catalog;

import java.util.Set;

/**
 * A kind of entry.
 *
 * @param schema what its files say under {@code schema:}, as {@code chip/v1}
 * @param folder where the built-in entries stand, below {@code hardware-catalog/}
 * @param type the record, or the sealed interface, that an entry becomes
 * @param aliases what else people call it
 */
public record EntryKind<T>(String schema, String folder, Class<T> type, Set<String> aliases) {

    public EntryKind {
        aliases = Set.copyOf(aliases);
    }

    /** A kind that people call by its name alone. */
    public EntryKind(String schema, String folder, Class<T> type) {
        this(schema, folder, type, Set.of());
    }

    /** The schema without its version, as {@code chip}. */
    public String name() {
        return schema.substring(0, schema.indexOf('/'));
    }

    /** Whether it is called so: by its name, or as people call it. */
    public boolean called(String word) {
        return word.equals(name()) || aliases.contains(word);
    }
}
