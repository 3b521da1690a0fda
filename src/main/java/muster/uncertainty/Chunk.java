package muster.uncertainty;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Consecutive samples of every input. Moved on, it uses its columns again. */
final class Chunk implements Draw {
    private final int size;
    private final Map<String, double[]> columns = new HashMap<>();
    private final Set<String> filled = new HashSet<>();
    private Map<String, Column> streams = Map.of();
    private long first;

    Chunk(int size) {
        this.size = size;
    }

    /** Goes to the samples from a first one on. */
    void move(Map<String, Column> to, long start) {
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
        Column sampled = streams.get(input.name());
        if (sampled == null) {
            Arrays.fill(column, input.value().distribution().central());
        } else {
            sampled.fill(column, first);
        }
    }
}
