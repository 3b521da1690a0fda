package muster.research.task;

import java.util.Optional;
import muster.document.Choice;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.document.When;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/** Which part of the work of research AIs can do. */
@Choice
public sealed interface WithinReach
        permits WithinReach.Part,
                WithinReach.UpToReach,
                WithinReach.OnLadder,
                WithinReach.OfModel,
                WithinReach.ByHorizon {

    /** The curve of success where none is said. */
    String CURVE = "metr";

    /** Why. */
    String FITTED = "the curve that METR fits, through both horizons";

    /**
     * The part f of the work that AIs can do, not yet named.
     *
     * @param chain the run
     * @param lengths how long the tasks of research are
     */
    Figure part(Chain chain, TaskLengths lengths);

    /** Whether it hangs on how long tasks are. */
    default boolean byLength() {
        return true;
    }

    /** The horizon that it comes of, which counts the quality of the model; nothing where none does. */
    default Optional<TimeHorizon> measured() {
        return Optional.empty();
    }

    /** What it comes of, in words. */
    String words();

    /**
     * A stated part.
     *
     * @param part f, the part of the work of research that AIs can do
     */
    @When(key = "part")
    record Part(@In(value = "1", range = Range.SHARE) Input part) implements WithinReach {
        @Override
        public Figure part(Chain chain, TaskLengths lengths) {
            return chain.input(part, "f");
        }

        @Override
        public boolean byLength() {
            return false;
        }

        @Override
        public String words() {
            return "AIs can do %s of the work".formatted(part.value());
        }
    }

    /**
     * All tasks up to a length and none beyond (Ngo 2023, t-AGI).
     *
     * @param reach the longest task, in a human's working time, that AIs do
     */
    @When(key = "reach")
    record UpToReach(@In("h") Input reach) implements WithinReach {

        @Override
        public Figure part(Chain chain, TaskLengths lengths) {
            return lengths.upTo(chain, chain.input(reach, "t_max"));
        }

        @Override
        public String words() {
            return "AIs can do tasks up to %s".formatted(reach.value());
        }
    }

    /**
     * The same up to a rung of Ngo's ladder: 1 s, 1 min, 1 h, and in working time a day of 8 h, a month of 167 h, a year of 2,000 h.
     *
     * @param rung the rung
     */
    @When(key = "rung")
    record OnLadder(LadderRung rung) implements WithinReach {

        @Override
        public Figure part(Chain chain, TaskLengths lengths) {
            return lengths.upTo(chain, chain.constant(TaskFigures.RUNG, "t_max", rung.length(), LadderRung.SOURCE));
        }

        @Override
        public String words() {
            return "AIs can do tasks up to a %s, %s".formatted(rung, rung.length());
        }
    }

    /**
     * What a model of the catalog does.
     *
     * @param model its horizons
     * @param success how often it does a task of some length
     */
    @When(key = "model")
    record OfModel(
            TimeHorizon model,
            @Otherwise(value = CURVE, because = FITTED) SuccessCurve success) implements WithinReach {

        @Override
        public Figure part(Chain chain, TaskLengths lengths) {
            model.check(chain);
            return success.part(chain, model, lengths);
        }

        @Override
        public Optional<TimeHorizon> measured() {
            return Optional.of(model);
        }

        @Override
        public String words() {
            return WithinReach.words(model, success);
        }
    }

    /**
     * What a model of stated horizons does.
     *
     * @param horizon its horizons
     * @param success how often it does a task of some length
     */
    @When(key = "horizon")
    record ByHorizon(
            TimeHorizon horizon,
            @Otherwise(value = CURVE, because = FITTED) SuccessCurve success) implements WithinReach {

        @Override
        public Figure part(Chain chain, TaskLengths lengths) {
            horizon.check(chain);
            return success.part(chain, horizon, lengths);
        }

        @Override
        public Optional<TimeHorizon> measured() {
            return Optional.of(horizon);
        }

        @Override
        public String words() {
            return WithinReach.words(horizon, success);
        }
    }

    private static String words(TimeHorizon horizon, SuccessCurve success) {
        return "AIs can do what a model of this horizon does: %s, success by %s".formatted(horizon.words(), success);
    }
}
