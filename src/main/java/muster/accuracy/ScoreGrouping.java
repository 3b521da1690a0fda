package muster.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import muster.accuracy.measurement.Measurement;

/** What scores can be told apart by. */
public enum ScoreGrouping {
    CHIP,
    VENDOR,
    MODEL,
    PRECISION,
    STACK,
    BATCH,
    PARALLELISM;

    /** The rows by name of their group, names in order. */
    public Map<String, List<ScoredMeasurement>> split(List<ScoredMeasurement> rows) {
        Map<String, List<ScoredMeasurement>> groups = new TreeMap<>();
        rows.forEach(row ->
                groups.computeIfAbsent(name(row), name -> new ArrayList<>()).add(row));
        return groups;
    }

    private String name(ScoredMeasurement scored) {
        Measurement row = scored.row();
        return switch (this) {
            case CHIP -> row.chip();
            case VENDOR -> scored.vendor();
            case MODEL -> row.model();
            case PRECISION -> row.weights();
            case STACK -> row.stack();
            case BATCH -> scored.regime().toString();
            case PARALLELISM -> scored.layout();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
