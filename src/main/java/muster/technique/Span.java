package muster.technique;

/** For how long, or for how many tokens, a model is served before another takes its place. */
public sealed interface Span {

    /**
     * The tokens that are served.
     *
     * @param tokensPerSecond what the fleet serves of the model that others are compared with
     */
    double tokens(double tokensPerSecond);

    /**
     * So many tokens.
     *
     * @param count how many; above 0
     */
    record Tokens(double count) implements Span {
        public Tokens {
            positive(count);
        }

        @Override
        public double tokens(double tokensPerSecond) {
            return count;
        }
    }

    /**
     * The tokens that the compared model yields in a time.
     *
     * @param seconds how long; above 0
     */
    record Time(double seconds) implements Span {
        public Time {
            positive(seconds);
        }

        @Override
        public double tokens(double tokensPerSecond) {
            return tokensPerSecond * seconds;
        }
    }

    private static void positive(double amount) {
        if (!(amount > 0)) {
            throw new IllegalArgumentException("a span is above 0");
        }
    }
}
