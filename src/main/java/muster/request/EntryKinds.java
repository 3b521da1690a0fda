package muster.request;

import java.util.ArrayList;
import java.util.List;
import muster.accuracy.Benchmark;
import muster.accuracy.measurement.MeasuredGains;
import muster.catalog.EntryKind;
import muster.catalog.NotIn;
import muster.published.Publication;
import muster.scenario.ScenarioCatalog;

/** Every kind of entry that there is. */
public final class EntryKinds {
    /** Those that a scenario can name, then those that only the program's own commands read. */
    public static final List<EntryKind<?>> ALL = all();

    private EntryKinds() {}

    private static List<EntryKind<?>> all() {
        List<EntryKind<?>> kinds = new ArrayList<>(ScenarioCatalog.KINDS);
        kinds.add(Publication.KIND);
        kinds.add(Benchmark.KIND);
        kinds.add(MeasuredGains.KIND);
        kinds.add(NotIn.KIND);
        return List.copyOf(kinds);
    }
}
