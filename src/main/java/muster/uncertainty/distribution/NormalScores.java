package muster.uncertainty.distribution;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Probabilities as values of a standard normal variable, and back. */
public final class NormalScores {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final QuantileTable TABLE = new QuantileTable(new Normal(0, 1, 0));
    private static final double LEAST = 0x1p-53;

    private NormalScores() {}

    /** The scores of consecutive samples. */
    public static double[] of(Probabilities probabilities, int size, long first) {
        double[] scores = new double[size];
        probabilities.fill(scores, first);
        map(scores);
        return scores;
    }

    /** Puts scores in the place of probabilities. */
    public static void map(double[] probabilities) {
        TABLE.map(probabilities);
    }

    /** The probability of a score, above 0 and below 1. */
    public static double probability(double score) {
        return Math.max(LEAST, Math.min(1 - LEAST, NORMAL.cumulativeProbability(score)));
    }

    /** The correlation of two normal variables whose ranks correlate so (Pearson 1907, On further methods of determining correlation). */
    public static double correlation(double rank) {
        return Math.abs(rank) == 1 ? rank : 2 * StrictMath.sin(Math.PI * rank / 6);
    }
}
