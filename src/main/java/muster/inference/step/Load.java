package muster.inference.step;

/**
 * What a step works on.
 *
 * @param sequences sequences that are generated, of each data-parallel group
 * @param decodeTokens tokens that are decoded or verified for them
 * @param prefillTokens prompt tokens that are prefilled beside them
 * @param prefillingGroups the part of the data-parallel groups that prefill so many in the same step
 * @param context tokens that each sequence looks at
 * @param promptLength the length of the prompts
 * @param cachedLength tokens of each prompt that are looked at and not computed
 */
record Load(
        double sequences,
        double decodeTokens,
        double prefillTokens,
        double prefillingGroups,
        double context,
        double promptLength,
        double cachedLength) {

    /** Without a cache of earlier prompts. */
    Load(
            double sequences,
            double decodeTokens,
            double prefillTokens,
            double prefillingGroups,
            double context,
            double promptLength) {
        this(sequences, decodeTokens, prefillTokens, prefillingGroups, context, promptLength, 0);
    }

    /** One of two batches of the same step. */
    Load half() {
        return new Load(
                sequences / 2,
                decodeTokens / 2,
                prefillTokens / 2,
                prefillingGroups,
                context,
                promptLength,
                cachedLength);
    }

    /** Tokens of a group that prefills. */
    double tokens() {
        return decodeTokens + prefillTokens;
    }

    /** Tokens of a group on average. */
    double meanTokens() {
        return decodeTokens + prefillingGroups * prefillTokens;
    }
}
