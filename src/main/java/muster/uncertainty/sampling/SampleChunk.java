package muster.uncertainty.sampling;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import muster.uncertainty.Input;

/** Consecutive samples of every input. Moved on, it uses its columns again. */
final class SampleChunk implements SampleBatch {
    private final int size;
    private final Map<String, double[]> columns = new HashMap<>();
    private final Set<String> filled = new HashSet<>();
    private Map<String, SampleColumn> streams = Map.of();
    private long first;

    SampleChunk(int size) {
        this.size = size;
    }

    /** Goes to the samples from a first one on. */
    void move(Map<String, SampleColumn> to, long start) {
        streams = to;
        first = start;
        filled.clear();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double[] of(Input input) {
        double[] column = columns.computeIfAbsent(input.name(), name -> new double[size]);
        if (filled.add(input.name())) {
            fill(input, column);
        }
        return column;
    }

    private void fill(Input input, double[] column) {
        SampleColumn sampled = streams.get(input.name());
        if (sampled == null) {
            Arrays.fill(column, input.value().distribution().central());
        } else {
            sampled.fill(column, first);
        }
    }
}
