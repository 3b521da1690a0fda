package muster.technique.comparison;

import java.util.Optional;
import muster.diagnostic.Problems;
import muster.document.PositiveAmount;
import muster.document.yaml.Text;

/** For how long, or for how many tokens, a model is served before another takes its place. */
public sealed interface ServiceLife {
    /** A year of 365 days. */
    ServiceLife YEAR = new Time(365 * 86400.0);

    /**
     * The span that texts say: a time, as {@code 12 month}, or a number of tokens, as {@code 1e15}; a year where nothing is said.
     * What is no amount, or said twice, is reported.
     */
    static ServiceLife parse(Optional<Text> time, Optional<Text> tokens, Problems problems) {
        if (time.isPresent() && tokens.isPresent()) {
            problems.error(
                    "two-horizons",
                    tokens.get().place(),
                    "%s says already how much is served; a total budget is of a time or of tokens"
                            .formatted(time.get().place()));
        }
        Optional<ServiceLife> seconds = time.flatMap(
                        text -> new PositiveAmount("s", false, "as '12 month'").parse(text, problems))
                .map(amount -> new Time(amount.base()));
        return tokens.flatMap(text -> new PositiveAmount("token", true, "as 1e15").parse(text, problems))
                .<ServiceLife>map(amount -> new Tokens(amount.base()))
                .or(() -> seconds)
                .orElse(YEAR);
    }

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
    record Tokens(double count) implements ServiceLife {
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
    record Time(double seconds) implements ServiceLife {
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
