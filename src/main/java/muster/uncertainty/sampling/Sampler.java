package muster.uncertainty.sampling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import muster.diagnostic.BadInput;
import muster.uncertainty.Input;

/** Runs a model over many samples of its inputs and says how its figures are spread. */
public final class Sampler {
    // A column of each figure of a chain fits the processor's cache.
    private static final int COLUMN = 1024;
    // Enough for an error that is itself known to a quarter.
    private static final int SCRAMBLINGS = 8;
    private static final long FIRST_LOOK = 1 << 14;

    private final Sampling sampling;
    private final int parts;
    private final int column;
    private final List<Map<String, SampleColumn>> streams;
    private final Supplier<Function<SampleBatch, Map<String, double[]>>> models;
    private final Set<String> inPart;
    private final LongConsumer progress;
    private final Map<String, List<Histogram>> whole = new LinkedHashMap<>();

    private Sampler(
            Sampling sampling,
            Collection<Input> inputs,
            RankCorrelations correlations,
            Supplier<Function<SampleBatch, Map<String, double[]>>> models,
            Set<String> inPart,
            LongConsumer progress) {
        this.inPart = Set.copyOf(inPart);
        this.sampling = sampling;
        this.parts = sampling.points() == PointSet.SOBOL ? SCRAMBLINGS : 1;
        // Few samples are shared out among all parts, in powers of two.
        this.column = (int) Math.min(COLUMN, Long.highestOneBit(Math.max(parts, sampling.samples()) / parts));
        List<Input> uncertain = inputs.stream()
                .filter(input -> !input.value().distribution().certain())
                .toList();
        this.streams = IntStream.range(0, parts)
                .mapToObj(part -> SampleStreams.of(sampling, part, uncertain, correlations))
                .toList();
        this.models = models;
        this.progress = progress;
    }

    /**
     * How every figure of a model of independent or grouped inputs is spread.
     *
     * @param sampling how many samples, and of which seed
     * @param inputs the inputs that the model reads
     * @param model gives the columns of its figures, by name, for a draw; called by several threads at once
     */
    public static Map<String, SampleSummary> run(
            Sampling sampling, Collection<Input> inputs, Function<SampleBatch, Map<String, double[]>> model) {
        return run(sampling, inputs, RankCorrelations.NONE, () -> model, Set.of(), done -> {});
    }

    /** The same where every sample has every figure. */
    public static Map<String, SampleSummary> run(
            Sampling sampling,
            Collection<Input> inputs,
            RankCorrelations correlations,
            Supplier<Function<SampleBatch, Map<String, double[]>>> models,
            LongConsumer progress) {
        return run(sampling, inputs, correlations, models, Set.of(), progress);
    }

    /**
     * How every figure of a model is spread.
     *
     * @param sampling how many samples, and of which seed
     * @param inputs the inputs that the model reads
     * @param correlations the rank correlations of the inputs
     * @param models gives each thread a model of its own, whose columns need be good only until its next draw
     * @param inPart the names of figures that some samples do not have: what is no finite number is left out of their summaries
     * @param progress is told from time to time how many samples are done, by any thread
     */
    public static Map<String, SampleSummary> run(
            Sampling sampling,
            Collection<Input> inputs,
            RankCorrelations correlations,
            Supplier<Function<SampleBatch, Map<String, double[]>>> models,
            Set<String> inPart,
            LongConsumer progress) {
        return new Sampler(sampling, inputs, correlations, models, inPart, progress).run();
    }

    private Map<String, SampleSummary> run() {
        ExecutorService workers = Executors.newFixedThreadPool(sampling.threads());
        try {
            long done = 0;
            Map<String, SampleSummary> summaries;
            do {
                long next = sampling.precision() == 0
                        ? sampling.samples()
                        : Math.min(sampling.samples(), Math.max(FIRST_LOOK, 2 * done));
                sample(workers, done, next);
                done = next;
                summaries = summaries();
            } while (done < sampling.samples()
                    && summaries.values().stream().anyMatch(summary -> summary.worst() > sampling.precision()));
            return summaries;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sampling", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NotFinite fault) {
                throw fault;
            }
            if (e.getCause() instanceof BadInput refused) {
                throw refused;
            }
            throw new IllegalStateException("sampling failed: " + e.getCause(), e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private Map<String, SampleSummary> summaries() {
        Map<String, SampleSummary> summaries = new LinkedHashMap<>();
        whole.forEach((name, histograms) -> summaries.put(name, new SampleSummary(histograms)));
        return summaries;
    }

    private void sample(ExecutorService workers, long from, long to) throws InterruptedException, ExecutionException {
        AtomicLong next = new AtomicLong(from);
        List<Future<Map<String, List<Histogram>>>> shares = new ArrayList<>();
        for (int i = 0; i < sampling.threads(); i++) {
            shares.add(workers.submit(() -> work(next, to)));
        }
        for (Future<Map<String, List<Histogram>>> share : shares) {
            share.get().forEach((name, histograms) -> add(histograms, whole.computeIfAbsent(name, key -> empty())));
        }
    }

    private static void add(List<Histogram> from, List<Histogram> to) {
        for (int i = 0; i < from.size(); i++) {
            to.get(i).add(from.get(i));
        }
    }

    private List<Histogram> empty() {
        return IntStream.range(0, parts).mapToObj(part -> new Histogram()).toList();
    }

    // Columns go to the parts in turn, so that more samples add to every part.
    private Map<String, List<Histogram>> work(AtomicLong next, long end) {
        Function<SampleBatch, Map<String, double[]>> model = models.get();
        Map<String, List<Histogram>> histograms = new LinkedHashMap<>();
        SampleChunk chunk = new SampleChunk(column);
        for (long first = next.getAndAdd(column); first < end; first = next.getAndAdd(column)) {
            int size = (int) Math.min(column, end - first);
            long number = first / column;
            int part = (int) (number % parts);
            if (size != chunk.size()) {
                chunk = new SampleChunk(size);
            }
            chunk.move(streams.get(part), number / parts * column);
            model.apply(chunk).forEach((name, values) -> count(name, values, part, histograms));
            progress.accept(first + size);
        }
        return histograms;
    }

    private void count(String name, double[] values, int part, Map<String, List<Histogram>> histograms) {
        try {
            Histogram histogram =
                    histograms.computeIfAbsent(name, key -> empty()).get(part);
            if (inPart.contains(name)) {
                histogram.addFinite(values);
            } else {
                histogram.add(values);
            }
        } catch (NotFinite e) {
            throw new NotFinite("%s: %s".formatted(name, e.getMessage()));
        }
    }
}
