package muster.scaling;

import java.util.Optional;
import muster.diagnostic.Place;
import muster.document.Choice;
import muster.document.In;
import muster.document.Range;
import muster.document.When;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/** Where the training compute comes from. */
@Choice
public sealed interface Budget {

    /** Whether a fleet is needed. */
    boolean needsFleet();

    /** Where it is written. */
    Place place();

    /**
     * The training compute in FLOP; records {@code training.compute}.
     *
     * @param chain the run
     * @param capacity the dense peak rate that trains, in FLOP/s, where there is a fleet
     */
    Figure apply(Chain chain, Optional<Figure> capacity);

    /**
     * A stated compute.
     *
     * @param compute the training compute, in FLOP
     */
    @When(key = "compute")
    record StatedCompute(@In("FLOP") Input compute) implements Budget {
        @Override
        public boolean needsFleet() {
            return false;
        }

        @Override
        public Place place() {
            return compute.place();
        }

        @Override
        public Figure apply(Chain chain, Optional<Figure> capacity) {
            return chain.input(compute, "C");
        }
    }

    /**
     * A fleet for some time: peak rate times utilisation times duration.
     *
     * @param duration the wall-clock time of the training
     * @param utilization model FLOPs utilisation, of the dense peak rate
     */
    @When(key = "duration")
    record FleetTime(
            @In("day") Input duration,
            @In(value = "1", range = Range.FRACTION) Input utilization) implements Budget {
        @Override
        public boolean needsFleet() {
            return true;
        }

        @Override
        public Place place() {
            return duration.place();
        }

        @Override
        public Figure apply(Chain chain, Optional<Figure> capacity) {
            return capacity.orElseThrow(() -> new IllegalStateException("training.duration without a fleet"))
                    .times(chain.input(utilization, "u_train"))
                    .times(chain.input(duration, "T"))
                    .as("training.compute", "C", "FLOP");
        }
    }
}
