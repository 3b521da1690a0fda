package muster.technique.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import muster.inference.step.TokenTimeBreakdown;

/**
 * Why techniques together gain other than the product of each alone: the breakdown of the time per output token that one of
 * them finds, in the base and after the others.
 *
 * @param technique the technique
 * @param alone what it gains alone
 * @param onTop what it gains on top of the others
 * @param before the time per output token of the base
 * @param after the time per output token with the others
 */
public record InteractionReason(
        String technique, double alone, double onTop, TokenTimeBreakdown before, TokenTimeBreakdown after) {

    /** Breakdown of the time per output token. */
    public enum Cause {
        COMPUTE("arithmetic", TokenTimeBreakdown::computeSeconds),
        WEIGHTS("reading weights", TokenTimeBreakdown::weightSeconds),
        CACHE("reading the cache", TokenTimeBreakdown::cacheSeconds),
        ACTIVATIONS("activations", TokenTimeBreakdown::activationSeconds),
        COLLECTIVES("collectives between chips", TokenTimeBreakdown::collectiveSeconds),
        FIXED("fixed costs", TokenTimeBreakdown::fixedSeconds);

        private final String words;
        private final ToDoubleFunction<TokenTimeBreakdown> seconds;

        Cause(String words, ToDoubleFunction<TokenTimeBreakdown> seconds) {
            this.words = words;
            this.seconds = seconds;
        }

        /** Its part of the time per output token. */
        public double part(TokenTimeBreakdown breakdown) {
            return seconds.applyAsDouble(breakdown) / breakdown.seconds();
        }

        /** What it is, in words. */
        public String words() {
            return words;
        }

        /** All of them, the largest part first. */
        public static List<Cause> of(TokenTimeBreakdown breakdown) {
            return Arrays.stream(values())
                    .sorted(Comparator.comparingDouble((Cause cause) -> cause.part(breakdown))
                            .reversed())
                    .toList();
        }
    }

    /** That of each technique of a stack, where all gains are known. */
    static List<InteractionReason> of(TechniqueStack stack) {
        List<InteractionReason> reasons = new ArrayList<>();
        for (int i = 0; i < stack.alone().size(); i++) {
            ComparisonRow alone = stack.alone().get(i);
            ComparisonRow others = stack.without().get(i);
            if (stack.onTop(i).isPresent()
                    && alone.throughputGain(alone.equalLoss()).isPresent()) {
                reasons.add(new InteractionReason(
                        alone.name(),
                        alone.throughputGain(alone.equalLoss()).getAsDouble(),
                        stack.onTop(i).getAsDouble(),
                        alone.base().outcome().orElseThrow().breakdown(),
                        others.equalLoss().outcome().orElseThrow().breakdown()));
            }
        }
        return reasons;
    }
}
