package muster.cli;

import java.util.List;
import muster.catalog.Kind;
import muster.request.EntryKinds;

/** Every kind of entry that there is. */
final class Kinds {
    static final List<Kind<?>> ALL = EntryKinds.ALL;

    private Kinds() {}
}
