package muster.request;

import java.util.ArrayList;
import java.util.List;
import muster.accuracy.Benchmark;
import muster.accuracy.MeasuredGains;
import muster.catalog.Kind;
import muster.published.Publication;
import muster.scenario.Catalog;

/** Every kind of entry that there is. */
public final class EntryKinds {
    /** Those that a scenario can name, then those that only the program's own commands read. */
    public static final List<Kind<?>> ALL = all();

    private EntryKinds() {}

    private static List<Kind<?>> all() {
        List<Kind<?>> kinds = new ArrayList<>(Catalog.KINDS);
        kinds.add(Publication.KIND);
        kinds.add(Benchmark.KIND);
        kinds.add(MeasuredGains.KIND);
        return List.copyOf(kinds);
    }
}
