package muster.uncertainty;

/**
 * How a model is sampled.
 *
 * @param seed the seed; the same one gives the same samples on every machine
 * @param samples how many
 * @param threads how many threads work; it changes nothing but the time
 */
public record Sampling(long seed, long samples, int threads) {

    public Sampling {
        if (samples < 1 || threads < 1) {
            throw new IllegalArgumentException("samples %s, threads %s".formatted(samples, threads));
        }
    }
}
