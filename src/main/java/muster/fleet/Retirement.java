package muster.fleet;

/** Which of the chips sold up to a date still run: a survival curve of their age. */
public sealed interface Retirement {

    /** All of them. */
    record None() implements Retirement {
        @Override
        public String toString() {
            return "none: every chip sold still counts";
        }
    }

    /**
     * The part {@code 2^(-age / half-life)}.
     *
     * @param days the half-life, in days
     * @param words as it was asked for
     */
    record HalfLife(double days, String words) implements Retirement {
        double surviving(double ageDays) {
            return Math.pow(0.5, ageDays / days);
        }

        @Override
        public String toString() {
            return words + ": of chips of that age half still run";
        }
    }

    /**
     * Those that are no older than a lifetime.
     *
     * @param days the lifetime, in days
     * @param words as it was asked for
     */
    record Lifetime(long days, String words) implements Retirement {
        @Override
        public String toString() {
            return words + ": older chips no longer count";
        }
    }
}
