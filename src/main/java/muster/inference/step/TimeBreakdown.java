package muster.inference.step;

import java.util.ArrayList;
import java.util.List;

/**
 * The seconds of a step by what takes them. Where bytes and arithmetic overlap, the time of both is split by how much a small
 * change of either would change it, {@code a^p : b^p}, which adds up to the whole.
 *
 * <p>Changed in place, so that a search over many deployments makes no garbage; not safe for use by several threads.
 */
public final class TimeBreakdown {
    private double compute;
    private double weights;
    private double cache;
    private double activations;
    private double collectives;
    private double fixed;
    private final List<StepTerm> terms = new ArrayList<>();
    private final boolean recording;

    /** Without a record of what went in. */
    public TimeBreakdown() {
        this(false);
    }

    private TimeBreakdown(boolean recording) {
        this.recording = recording;
    }

    /** With a record of what goes in, term by term. */
    static TimeBreakdown recording() {
        return new TimeBreakdown(true);
    }

    boolean records() {
        return recording;
    }

    void record(StepTerm term) {
        terms.add(term);
    }

    /** What went in, where that is recorded. */
    List<StepTerm> terms() {
        return List.copyOf(terms);
    }

    public void clear() {
        terms.clear();
        compute = 0;
        weights = 0;
        cache = 0;
        activations = 0;
        collectives = 0;
        fixed = 0;
    }

    public void compute(double seconds) {
        compute += seconds;
    }

    public void weights(double seconds) {
        weights += seconds;
    }

    public void cache(double seconds) {
        cache += seconds;
    }

    void activations(double seconds) {
        activations += seconds;
    }

    public void collectives(double seconds) {
        collectives += seconds;
    }

    public void fixed(double seconds) {
        fixed += seconds;
    }

    /**
     * Adds operators that move bytes and compute at once: {@code count (bytes^p + compute^p)^(1/p)}.
     *
     * @param count how many there are
     * @param weightSeconds the time to read weights, of one
     * @param activationSeconds the time to read inputs and write outputs, of one
     * @param computeSeconds the time of arithmetic, of one
     * @param blend p
     */
    void blended(double count, double weightSeconds, double activationSeconds, double computeSeconds, double blend) {
        double memorySeconds = weightSeconds + activationSeconds;
        double longer = Math.max(memorySeconds, computeSeconds);
        if (longer == 0) {
            return;
        }
        double rest = Math.pow(Math.min(memorySeconds, computeSeconds) / longer, blend);
        double seconds = count * longer * Math.pow(1 + rest, 1 / blend);
        double memoryShare = memorySeconds == longer ? 1 / (1 + rest) : rest / (1 + rest);
        compute += seconds * (1 - memoryShare);
        if (memorySeconds > 0) {
            weights += seconds * memoryShare * weightSeconds / memorySeconds;
            activations += seconds * memoryShare * activationSeconds / memorySeconds;
        }
    }

    /** Adds another so many times, its terms under a name of theirs. */
    void add(TimeBreakdown other, double times, String what) {
        compute += times * other.compute;
        weights += times * other.weights;
        cache += times * other.cache;
        activations += times * other.activations;
        collectives += times * other.collectives;
        fixed += times * other.fixed;
        other.terms.forEach(term -> terms.add(term.times(times, what)));
    }

    /** So many of this and so many of another. */
    void mix(TimeBreakdown other, double own, double others) {
        compute = own * compute + others * other.compute;
        weights = own * weights + others * other.weights;
        cache = own * cache + others * other.cache;
        activations = own * activations + others * other.activations;
        collectives = own * collectives + others * other.collectives;
        fixed = own * fixed + others * other.fixed;
    }

    /** All of it. */
    public double seconds() {
        return compute + weights + cache + activations + collectives + fixed;
    }

    /** As a value, every part times a factor. */
    public TokenTimeBreakdown times(double factor) {
        return new TokenTimeBreakdown(
                compute * factor,
                weights * factor,
                cache * factor,
                activations * factor,
                collectives * factor,
                fixed * factor);
    }
}
