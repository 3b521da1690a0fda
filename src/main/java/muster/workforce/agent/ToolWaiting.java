package muster.workforce.agent;

import muster.document.Choice;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.document.When;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * How long a session waits for its tools. While it waits another one generates: a copy in memory is not a copy in compute.
 *
 * <pre>
 * sessions for each busy decode slot = (generation + tools) / generation
 * of them in memory                  = 1 + held (sessions - 1)
 * </pre>
 */
@Choice
public sealed interface ToolWaiting permits ToolWaiting.Part, ToolWaiting.Times {

    /** The part of the sessions that wait whose KV cache stays on the chips. */
    Input held();

    /** Sessions for each decode slot, not yet named. */
    Figure sessions(Chain chain);

    /**
     * A stated part.
     *
     * @param generating the part of the time of a session in which it generates
     * @param held the part of the sessions that wait whose KV cache stays on the chips
     */
    @When(key = "generating")
    record Part(
            @In(value = "1", range = Range.FRACTION) Input generating,

            @In(value = "1", range = Range.SHARE)
            @Otherwise(
                    value = "100%",
                    because = "what is not held is computed anew, which the hit rate would have to say")
            Input held)
            implements ToolWaiting {
        @Override
        public Figure sessions(Chain chain) {
            return chain.one().over(chain.input(generating, ""));
        }
    }

    /**
     * Stated times of a step.
     *
     * @param toolTime the time that its tools take
     * @param generationTime the time in which the model generates
     * @param held the part of the sessions that wait whose KV cache stays on the chips
     */
    @When(key = "tool_time")
    record Times(
            @In(value = "s", range = Range.NON_NEGATIVE) Input toolTime,
            @In("s") Input generationTime,

            @In(value = "1", range = Range.SHARE)
            @Otherwise(
                    value = "100%",
                    because = "what is not held is computed anew, which the hit rate would have to say")
            Input held)
            implements ToolWaiting {
        @Override
        public Figure sessions(Chain chain) {
            Figure generation = chain.input(generationTime, "");
            return generation.plus(chain.input(toolTime, "")).over(generation);
        }
    }
}
