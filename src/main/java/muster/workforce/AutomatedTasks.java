package muster.workforce;

import java.util.Map;
import muster.document.Choice;
import muster.document.In;
import muster.document.Range;
import muster.document.When;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/** Which part of the tasks of research AIs can do. */
@Choice
public sealed interface AutomatedTasks permits AutomatedTasks.Part, AutomatedTasks.UpToReach {

    /** The part of the work that AIs can do, not yet named. */
    Figure automated(Chain chain);

    /**
     * A stated part.
     *
     * @param part the part of the work of research that AIs can do
     */
    @When(key = "part")
    record Part(@In(value = "1", range = Range.FRACTION) Input part) implements AutomatedTasks {
        @Override
        public Figure automated(Chain chain) {
            return chain.input(part, "");
        }
    }

    /**
     * Tasks up to the length that an AI does reliably (Ngo 2023, t-AGI): an AI of some reach does all tasks that take a
     * human no longer, and none that take longer.
     *
     * @param reach the longest task, in a human's working time, that the AI does reliably
     * @param lengths kinds of tasks by name
     */
    @When(key = "reach")
    record UpToReach(@In("h") Input reach, Map<String, Kind> lengths) implements AutomatedTasks {

        /**
         * A kind of task.
         *
         * @param length how long it takes a human
         * @param part its part of the work of research
         */
        public record Kind(
                @In("h") Input length,
                @In(value = "1", range = Range.FRACTION) Input part) {}

        @Override
        public Figure automated(Chain chain) {
            Figure longest = chain.input(reach, "H");
            return lengths.values().stream()
                    .map(kind -> chain.input(kind.part(), "").where(longest, chain.input(kind.length(), "")))
                    .reduce(Figure::plus)
                    .orElseThrow(() -> new IllegalStateException("no kinds of tasks"));
        }
    }
}
