package muster.catalog;

import java.util.List;

/**
 * What two entries of a kind differ in.
 *
 * @param kind the kind
 * @param before the id of the one
 * @param after the id of the other
 * @param differences their values, by the address of the other
 */
public record EntryDifference(EntryKind<?> kind, String before, String after, List<Difference> differences) {

    public EntryDifference {
        differences = List.copyOf(differences);
    }
}
