package muster.inference.queue;

/**
 * What prompts make of the steps of a server, at a number of sequences that are generated beside them. A step carries all prompts
 * that wait at its begin, up to the capacity m; between the time with one and with m the time is taken as a straight line.
 *
 * <pre>
 * T(k) = one + (k - 1)/(m - 1) (full - one)     s = full passes/m     p = 1 - exp(-rate t)
 * mean step t = (1 - p) alone + p T(rate t/p)   residual = ((1 - p) alone^2 + p T^2)/(2 t)
 * </pre>
 *
 * <p>s is what a prompt takes where prompts never end. The residual is what is left of the step that runs when a prompt comes, for
 * prompts that come independently of steps (gated service: L. Takacs, "Introduction to the theory of queues", 1962; H. Takagi,
 * "Queueing analysis" 1, 1991, chapter 2, with decode-only steps as vacations).
 *
 * @param alone the time of a step without prompts, in s; 0 where there are none such
 * @param one the time of a step with one prompt, in s
 * @param full the time of a step with as many as it carries, in s
 * @param capacity how many it carries, m
 * @param passes steps that a prompt takes
 */
record PromptSteps(double alone, double one, double full, double capacity, double passes) {
    private static final int ROUNDS = 40;
    private static final double CLOSE = 1e-9;

    /** Of a server at a number of sequences. */
    static PromptSteps of(BatchServer server, double sequences) {
        double capacity = server.capacity();
        return new PromptSteps(
                server.stepSeconds(sequences, 0),
                server.stepSeconds(sequences, 1),
                server.stepSeconds(sequences, capacity),
                capacity,
                server.passes());
    }

    /** What a prompt takes of the server where prompts never end, in s. */
    double promptSeconds() {
        return full * passes / capacity;
    }

    /** The time of the steps of a prompt that shares them with others, in s. */
    double own(double prompts) {
        return passes * carrying(prompts);
    }

    private double carrying(double prompts) {
        double some = Math.min(Math.max(1, prompts), capacity);
        return capacity <= 1 ? full : one + (some - 1) / (capacity - 1) * (full - one);
    }

    /** The mean time of a step where prompts come at a rate, in 1/s. */
    double meanStep(double rate) {
        return meanStep(rate, 0);
    }

    /** The same with some more in each step, in s. */
    double meanStep(double rate, double more) {
        double mean = Math.max(alone, CLOSE);
        for (int round = 0; round < ROUNDS; round++) {
            double next = meanStepWith(rate * mean + more);
            if (Math.abs(next - mean) <= CLOSE * mean) {
                return next;
            }
            mean = next;
        }
        return mean;
    }

    /** The mean time of a step in which so many prompts come, in s. */
    double meanStepWith(double prompts) {
        double busy = busy(prompts);
        return (1 - busy) * alone + busy * carrying(prompts * passes / Math.max(CLOSE, busy));
    }

    // The part of steps that carry prompts: all that came in the step before go together, as far as a step carries
    // them.
    private double busy(double prompts) {
        double come = prompts * passes;
        return Math.min(1, Math.max(-Math.expm1(-come), come / capacity));
    }

    /** What is left of the running step when a prompt comes, on average, in s. */
    double residual(double rate) {
        if (alone <= 0) {
            // No step runs while nothing waits.
            double busy = Math.min(1, rate * one / Math.max(1, capacity));
            return busy * one / 2;
        }
        double mean = meanStep(rate);
        double come = rate * mean;
        double some = busy(come);
        double with = carrying(come * passes / Math.max(CLOSE, some));
        double running = ((1 - some) * alone * alone + some * with * with) / (2 * mean);
        // A prompt of several steps keeps the next ones waiting for all of them.
        return running + Math.min(1, rate * promptSeconds()) * (passes - 1) / 2 * full;
    }
}
