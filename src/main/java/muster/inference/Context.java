package muster.inference;

/**
 * The lengths of requests.
 *
 * @param promptTokens tokens that are read
 * @param outputTokens tokens that are generated
 */
public record Context(double promptTokens, double outputTokens) {

    /** Tokens that a sequence holds on average while it is generated. */
    public double meanTokens() {
        return promptTokens + outputTokens / 2;
    }

    /** Tokens that it holds at its end. */
    public double mostTokens() {
        return promptTokens + outputTokens;
    }
}
