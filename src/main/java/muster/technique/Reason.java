package muster.technique;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import muster.inference.Breakdown;

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
public record Reason(String technique, double alone, double onTop, Breakdown before, Breakdown after) {

    /** Breakdown of the time per output token. */
    public enum Cause {
        COMPUTE("arithmetic", Breakdown::computeSeconds),
        WEIGHTS("reading weights", Breakdown::weightSeconds),
        CACHE("reading the cache", Breakdown::cacheSeconds),
        ACTIVATIONS("activations", Breakdown::activationSeconds),
        COLLECTIVES("collectives between chips", Breakdown::collectiveSeconds),
        FIXED("fixed costs", Breakdown::fixedSeconds);

        private final String words;
        private final ToDoubleFunction<Breakdown> seconds;

        Cause(String words, ToDoubleFunction<Breakdown> seconds) {
            this.words = words;
            this.seconds = seconds;
        }

        /** Its part of the time per output token. */
        public double part(Breakdown breakdown) {
            return seconds.applyAsDouble(breakdown) / breakdown.seconds();
        }

        /** What it is, in words. */
        public String words() {
            return words;
        }

        /** All of them, the largest part first. */
        public static List<Cause> of(Breakdown breakdown) {
            return Arrays.stream(values())
                    .sorted(Comparator.comparingDouble((Cause cause) -> cause.part(breakdown))
                            .reversed())
                    .toList();
        }
    }

    /** That of each technique of a stack, where all gains are known. */
    static List<Reason> of(Stack stack) {
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < stack.alone().size(); i++) {
            Row alone = stack.alone().get(i);
            Row others = stack.without().get(i);
            if (stack.onTop(i).isPresent()
                    && alone.throughputGain(alone.equalLoss()).isPresent()) {
                reasons.add(new Reason(
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
