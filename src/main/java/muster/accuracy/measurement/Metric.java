package muster.accuracy.measurement;

import java.util.Locale;

/** What was measured, in the unit that its name ends with. */
public enum Metric {
    /** Milliseconds from one token of a stream to the next. */
    TPOT_MS,
    /** Milliseconds from request to first token. */
    TTFT_MS,
    /** Seconds from request to last token. */
    REQUEST_LATENCY_S,
    /** Tokens that one stream gets in a second. */
    OUTPUT_TOKENS_PER_S_PER_USER,
    /** Tokens that a chip generates in a second. */
    OUTPUT_TOKENS_PER_S_PER_CHIP,
    /** Tokens that all chips together generate in a second. */
    OUTPUT_TOKENS_PER_S_TOTAL,
    /** Prompt tokens that a chip prefills in a second. */
    INPUT_TOKENS_PER_S_PER_CHIP;

    /** Whether more is faster. */
    public boolean isRate() {
        return this != TPOT_MS && this != TTFT_MS && this != REQUEST_LATENCY_S;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
