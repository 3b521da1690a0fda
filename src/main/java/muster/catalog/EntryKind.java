package muster.catalog;

/**
 * A kind of entry.
 *
 * @param schema what its files say under {@code schema:}, as {@code chip/v1}
 * @param folder where the built-in entries stand, below {@code hardware-catalog/}
 * @param type the record, or the sealed interface, that an entry becomes
 */
public record EntryKind<T>(String schema, String folder, Class<T> type) {

    /** The schema without its version, as {@code chip}. */
    public String name() {
        return schema.substring(0, schema.indexOf('/'));
    }
}
