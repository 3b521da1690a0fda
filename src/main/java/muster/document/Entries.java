package muster.document;

import java.util.Optional;
import muster.document.yaml.Mapping;
import muster.document.yaml.Text;

/** Where the binder finds the catalog entries that a file names. */
@FunctionalInterface
public interface Entries {
    /**
     * The content of an entry; a problem is reported at the id's place where there is none.
     *
     * @param schema the kind of entry, as {@code law/v1}
     * @param id the id, where it is named
     */
    Optional<Mapping> find(String schema, Text id);
}
