package muster.workforce;

import java.util.Optional;
import muster.document.Choice;
import muster.document.In;
import muster.document.When;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/** How the research of the same fleet grows while the leader is slow. An assumption: nothing in Muster computes it. */
@Choice
public sealed interface Productivity permits Productivity.Higher, Productivity.Rising {

    /** The factor that it has from the first day of slowing. */
    Optional<Figure> atOnce(Chain chain);

    /** The factor of each month of slowing, not yet named. */
    Optional<Figure> monthly(Chain chain, Figure month);

    /**
     * So many times the researcher-months, from the first day of slowing.
     *
     * @param times how many times
     */
    @When(key = "times")
    record Higher(@In("1") Input times) implements Productivity {
        @Override
        public Optional<Figure> atOnce(Chain chain) {
            return Optional.of(chain.input(times, "F_r"));
        }

        @Override
        public Optional<Figure> monthly(Chain chain, Figure month) {
            return Optional.empty();
        }
    }

    /**
     * Growth by a constant factor in equal times, from the first day of slowing.
     *
     * @param factor the productivity after the time, over that before
     * @param every the time
     */
    @When(key = "every")
    record Rising(@In("1") Input factor, @In("month") Input every) implements Productivity {
        @Override
        public Optional<Figure> atOnce(Chain chain) {
            return Optional.empty();
        }

        @Override
        public Optional<Figure> monthly(Chain chain, Figure month) {
            return Optional.of(new Lead.Growth(factor, every).monthly(chain, month));
        }
    }
}
