package muster.cli;

import java.util.ArrayList;
import java.util.List;
import muster.accuracy.Benchmark;
import muster.accuracy.MeasuredGains;
import muster.catalog.Kind;
import muster.published.Publication;
import muster.scenario.Catalog;

/** Every kind of entry that there is. */
final class Kinds {
    static final List<Kind<?>> ALL = all();

    private Kinds() {}

    private static List<Kind<?>> all() {
        List<Kind<?>> kinds = new ArrayList<>(Catalog.KINDS);
        kinds.add(Publication.KIND);
        kinds.add(Benchmark.KIND);
        kinds.add(MeasuredGains.KIND);
        return List.copyOf(kinds);
    }
}
