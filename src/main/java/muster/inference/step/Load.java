package muster.inference.step;

/**
 * What a step works on.
 *
 * @param sequences sequences that are generated, of each data-parallel group
 * @param decodeTokens tokens that are decoded or verified for them
 * @param prefillTokens prompt tokens that are prefilled beside them
 * @param context tokens that each sequence looks at
 * @param promptLength the length of the prompts
 */
record Load(double sequences, double decodeTokens, double prefillTokens, double context, double promptLength) {
    double tokens() {
        return decodeTokens + prefillTokens;
    }
}
