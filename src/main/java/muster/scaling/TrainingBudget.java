package muster.scaling;

import java.util.Optional;
import muster.diagnostic.Place;
import muster.document.Choice;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.document.When;
import muster.scaling.law.TrainingFigures;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/** Where the training compute comes from. */
@Choice
public sealed interface TrainingBudget
        permits TrainingBudget.StatedCompute, TrainingBudget.FleetTime, TrainingBudget.ComputeOf {

    /** Whether a fleet is needed. */
    boolean needsFleet();

    /** Whether it takes the utilisation of training runs on the fleet's chips, since it states none. */
    default boolean needsUtilization() {
        return false;
    }

    /** Where it is written. */
    Place place();

    /** The time that the training has, where it is stated. */
    default Optional<Figure> duration(Chain chain) {
        return Optional.empty();
    }

    /**
     * The training compute in FLOP; records {@code training.compute}.
     *
     * @param chain the run
     * @param capacity the dense peak rate that trains, in FLOP/s, where there is a fleet
     * @param reached the utilisation of training runs on the fleet's chips, where it is needed
     */
    Figure apply(Chain chain, Optional<Figure> capacity, Optional<Figure> reached);

    /**
     * A stated compute.
     *
     * @param compute the training compute, in FLOP
     */
    @When(key = "compute")
    record StatedCompute(@In("FLOP") Input compute) implements TrainingBudget {
        @Override
        public boolean needsFleet() {
            return false;
        }

        @Override
        public Place place() {
            return compute.place();
        }

        @Override
        public Figure apply(Chain chain, Optional<Figure> capacity, Optional<Figure> reached) {
            return chain.input(compute, "C");
        }
    }

    /**
     * A fleet for some time: peak rate times utilisation times duration.
     *
     * @param duration the wall-clock time of the training
     * @param utilization model FLOPs utilisation, of the dense peak rate; without it, what large training runs on the fleet's chips
     *     reached, by the catalog
     */
    @When(key = "duration")
    record FleetTime(
            @In("day") Input duration,
            @In(value = "1", range = Range.FRACTION) Optional<Input> utilization) implements TrainingBudget {
        @Override
        public boolean needsFleet() {
            return true;
        }

        @Override
        public boolean needsUtilization() {
            return utilization.isEmpty();
        }

        @Override
        public Optional<Figure> duration(Chain chain) {
            return Optional.of(chain.input(duration, "T"));
        }

        @Override
        public Place place() {
            return duration.place();
        }

        @Override
        public Figure apply(Chain chain, Optional<Figure> capacity, Optional<Figure> reached) {
            return capacity.orElseThrow(() -> new IllegalStateException("training.duration without a fleet"))
                    .times(utilization
                            .map(stated -> chain.input(stated, "u_train"))
                            .or(() -> reached)
                            .orElseThrow(() -> new IllegalStateException("a training without a utilisation")))
                    .times(chain.input(duration, "T"))
                    .as(TrainingFigures.COMPUTE, "C", "FLOP");
        }
    }

    /**
     * The compute of a model that is known, C = k N D.
     *
     * @param computeOf the model
     */
    @When(key = "compute_of")
    record ComputeOf(Known computeOf) implements TrainingBudget {
        @Override
        public boolean needsFleet() {
            return false;
        }

        @Override
        public Place place() {
            return computeOf.parameters.place();
        }

        @Override
        public Figure apply(Chain chain, Optional<Figure> capacity, Optional<Figure> reached) {
            return chain.input(computeOf.flopPerParameterToken, "k")
                    .times(chain.input(computeOf.parameters, "N_0"))
                    .times(chain.input(computeOf.tokens, "D_0"))
                    .as(TrainingFigures.COMPUTE, "C", "FLOP");
        }
    }

    /**
     * A model whose size and training are known.
     *
     * @param parameters its parameters, those that a token is multiplied with
     * @param tokens the tokens that it was trained on
     * @param flopPerParameterToken k, in FLOP per parameter and token
     */
    record Known(
            @In("parameter") Input parameters,
            @In("token") Input tokens,

            @Otherwise(
                    value = "6 FLOP/parameter/token",
                    because = "two forward, four backward; Kaplan et al. 2020, arXiv 2001.08361, section 2.1")
            @In("FLOP/parameter/token")
            Input flopPerParameterToken) {}
}
