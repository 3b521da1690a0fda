package muster.workforce.agent;

import muster.document.In;
import muster.document.Range;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * Longer reasoning for a longer horizon: {@code H = H50 tokens^power}. No source states the power; the trade of ten times the training
 * for 15 times the inference (Jones 2021, of board games) is one of training, and is not this one.
 *
 * @param tokens by how many times more is written
 * @param power by what power of that the horizon grows; a guess, whoever states it
 */
public record Effort(
        @In("1") Input tokens,
        @In(value = "1", range = Range.ANY) Input power) {

    /** By how many times the horizon grows. */
    Figure horizon(Chain chain) {
        return times(chain).power(chain.input(power, ""));
    }

    /** By how many times more is written. */
    Figure times(Chain chain) {
        return chain.input(tokens, "");
    }
}
