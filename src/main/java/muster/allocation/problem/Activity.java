package muster.allocation.problem;

/** What a chip does in a period. */
public sealed interface Activity {

    /** The model that it trains or serves; {@code experiments} where it is none. */
    String model();

    /** It runs experiments. */
    record Experiment() implements Activity {
        @Override
        public String model() {
            return "experiments";
        }
    }

    /**
     * It trains.
     *
     * @param model the id of the job
     */
    record Train(String model) implements Activity {}

    /**
     * It serves.
     *
     * @param serving what and how
     */
    record Serve(ServingOption serving) implements Activity {
        @Override
        public String model() {
            return serving.model();
        }
    }
}
