package muster.scaling.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Which constants of a sum of powers runs can tell. What a term adds in one size is no other than the constant; two sizes tell a
 * difference, and that is one number for the two of a coefficient and its exponent. So each term with an exponent of its own
 * needs three, and where one exponent serves both, one of the terms does.
 *
 * @param sizes how many different sizes there are
 * @param tokenCounts how many different numbers of tokens
 * @param conditions how many different pairs of both
 * @param proportional whether all runs have the same tokens per parameter
 */
record Identifiability(int sizes, int tokenCounts, int conditions, boolean proportional) {
    private static final int FOR_A_POWER = 3;
    // Ratios nearer to each other are equal, and were rounded.
    private static final double EQUAL = 1e-6;

    static Identifiability of(List<TrainingRun> runs) {
        double[] ratios = runs.stream()
                .mapToDouble(run -> run.tokens() / run.parameters())
                .sorted()
                .toArray();
        return new Identifiability(
                different(runs, TrainingRun::parameters),
                different(runs, TrainingRun::tokens),
                (int) runs.stream()
                        .map(run -> List.of(run.parameters(), run.tokens()))
                        .distinct()
                        .count(),
                ratios.length > 0 && ratios[ratios.length - 1] <= ratios[0] * (1 + EQUAL));
    }

    private static int different(List<TrainingRun> runs, ToDoubleFunction<TrainingRun> of) {
        return (int) runs.stream().mapToDouble(of).distinct().count();
    }

    /**
     * What keeps runs from telling the constants of a form, in words; empty where they tell them.
     *
     * @param tied whether both exponents are one
     */
    List<String> reasons(boolean tied) {
        List<String> reasons = new ArrayList<>();
        int constants = tied ? 4 : 5;
        if (tied) {
            lacks(sizes, 2, "size", "the coefficient of the parameters", reasons);
            lacks(tokenCounts, 2, "number of tokens", "the coefficient of the tokens", reasons);
            if (reasons.isEmpty() && Math.max(sizes, tokenCounts) < FOR_A_POWER) {
                reasons.add("two sizes and two numbers of tokens tell no exponent, which takes three of either");
            }
            if (reasons.isEmpty() && proportional) {
                reasons.add(
                        "all runs have the same tokens per parameter, which tells the sum of both coefficients and neither");
            }
        } else {
            lacks(sizes, FOR_A_POWER, "size", "A and alpha", reasons);
            lacks(tokenCounts, FOR_A_POWER, "number of tokens", "B and beta", reasons);
        }
        if (reasons.isEmpty() && conditions < constants) {
            reasons.add("%s different runs tell no %s constants".formatted(conditions, constants));
        }
        return reasons;
    }

    private static void lacks(int found, int needed, String what, String constants, List<String> reasons) {
        if (found < needed) {
            reasons.add("%s, and %s take %s different ones at least"
                    .formatted(
                            found == 1 ? "all runs have one " + what : "there are two of the " + what + " alone",
                            constants,
                            needed));
        }
    }
}
