package muster.inference.step;

/**
 * A term of the time of a step with what went into it, so that it can be worked out by hand:
 *
 * <pre>
 * seconds = count (fixed + ((bytes/bandwidth)^p + (flop/rate)^p)^(1/p))
 * </pre>
 *
 * <p>with p of the constants; a term without bytes or without arithmetic is the plain sum. Bandwidth and rate are those of the chip
 * times the efficiency that was fitted.
 *
 * @param operator what is done
 * @param count how often in a step
 * @param bytes what each moves, in byte: weights, activations, cache or what goes over links
 * @param bytesPerSecond how fast, in B/s; 0 where nothing moves
 * @param flop the arithmetic of each, in FLOP
 * @param flopPerSecond how fast, in FLOP/s; 0 where there is none
 * @param fixedSeconds what each costs whatever its size, in s
 * @param blend p
 */
public record StepTerm(
        String operator,
        double count,
        double bytes,
        double bytesPerSecond,
        double flop,
        double flopPerSecond,
        double fixedSeconds,
        double blend) {

    /** The same so many times, under a longer name. */
    StepTerm times(double times, String before) {
        return new StepTerm(
                before + operator, times * count, bytes, bytesPerSecond, flop, flopPerSecond, fixedSeconds, blend);
    }

    /** What it takes of a step, in s. */
    public double seconds() {
        double moving = bytesPerSecond > 0 ? bytes / bytesPerSecond : 0;
        double computing = flopPerSecond > 0 ? flop / flopPerSecond : 0;
        double longer = Math.max(moving, computing);
        double both = longer == 0
                ? 0
                : longer * Math.pow(1 + Math.pow(Math.min(moving, computing) / longer, blend), 1 / blend);
        return count * (fixedSeconds + both);
    }
}
