package muster.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs a model over many samples of its inputs and says how its figures are spread. */
public final class Sampler {
    // A column of each figure of a chain fits the processor's cache.
    private static final int COLUMN = 1024;

    private final Sampling sampling;
    private final Map<String, Column> columns = new HashMap<>();

    private Sampler(Sampling sampling, Collection<Input> inputs) {
        this.sampling = sampling;
        for (Input input : inputs) {
            if (!input.value().distribution().certain()) {
                columns.put(
                        input.name(), new Column(QuantileTable.of(input.value().distribution()), probabilities(input)));
            }
        }
    }

    // A name with a space is no input's, so a group and an input of one name have nothing in common.
    private Probabilities probabilities(Input input) {
        Probabilities own = new Addressed(sampling.seed(), input.name());
        return input.group()
                .<Probabilities>map(group ->
                        new Following(new Addressed(sampling.seed(), "group " + group.name()), own, group.loading()))
                .orElse(own);
    }

    /**
     * How every figure of a model is spread.
     *
     * @param sampling how many samples, and of which seed
     * @param inputs the inputs that the model reads
     * @param model gives the columns of its figures, by name, for a draw; called by several threads at once
     */
    public static Map<String, Summary> run(
            Sampling sampling, Collection<Input> inputs, Function<Draw, Map<String, double[]>> model) {
        return run(sampling, inputs, () -> model);
    }

    /**
     * How every figure of a model is spread.
     *
     * @param sampling how many samples, and of which seed
     * @param inputs the inputs that the model reads
     * @param models gives each thread a model of its own, whose columns need be good only until its next draw
     */
    public static Map<String, Summary> run(
            Sampling sampling, Collection<Input> inputs, Supplier<Function<Draw, Map<String, double[]>>> models) {
        return new Sampler(sampling, inputs).run(models);
    }

    private Map<String, Summary> run(Supplier<Function<Draw, Map<String, double[]>>> models) {
        AtomicLong next = new AtomicLong();
        ExecutorService workers = Executors.newFixedThreadPool(sampling.threads());
        try {
            List<Future<Map<String, Histogram>>> parts = new ArrayList<>();
            for (int i = 0; i < sampling.threads(); i++) {
                parts.add(workers.submit(() -> work(next, models.get())));
            }
            Map<String, Histogram> whole = new LinkedHashMap<>();
            for (Future<Map<String, Histogram>> part : parts) {
                part.get()
                        .forEach((name, histogram) -> whole.computeIfAbsent(name, key -> new Histogram())
                                .add(histogram));
            }
            Map<String, Summary> summaries = new LinkedHashMap<>();
            whole.forEach((name, histogram) -> summaries.put(name, new Summary(histogram)));
            return summaries;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sampling", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("sampling failed: " + e.getCause(), e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private Map<String, Histogram> work(AtomicLong next, Function<Draw, Map<String, double[]>> model) {
        Map<String, Histogram> histograms = new LinkedHashMap<>();
        for (long first = next.getAndAdd(COLUMN); first < sampling.samples(); first = next.getAndAdd(COLUMN)) {
            int size = (int) Math.min(COLUMN, sampling.samples() - first);
            model.apply(new Chunk(first, size))
                    .forEach((name, column) -> histograms
                            .computeIfAbsent(name, key -> new Histogram())
                            .add(column));
        }
        return histograms;
    }

    private record Column(QuantileTable table, Probabilities probabilities) {
        void fill(double[] column, long first) {
            for (int i = 0; i < column.length; i++) {
                column[i] = table.at(probabilities.at(first + i));
            }
        }
    }

    private final class Chunk implements Draw {
        private final long first;
        private final int size;

        Chunk(long first, int size) {
            this.first = first;
            this.size = size;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public double[] of(Input input) {
            double[] column = new double[size];
            Column sampled = columns.get(input.name());
            if (sampled == null) {
                Arrays.fill(column, input.value().distribution().central());
            } else {
                sampled.fill(column, first);
            }
            return column;
        }
    }
}
