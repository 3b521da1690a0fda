package muster.workforce.agent;

import java.util.Optional;
import muster.diagnostic.Place;
import muster.document.Choice;
import muster.document.In;
import muster.document.When;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.unit.NumberText;

/**
 * How attempts make a success.
 *
 * <p>Attempts are taken as independent. Those of a model at one task are not: it mostly always succeeds there or never does, so that
 * retries gain less than this.
 */
@Choice
public sealed interface Retries permits Retries.Checked, Retries.Blind {

    /** Attempts for each success, a pure number, not yet named. */
    Figure attempts(Chain chain, Figure chance);

    /** What nobody knows of the results; nothing where a checker tells. */
    Optional<String> unknown(double chance);

    /** Where it is said, for a warning. */
    Optional<Place> place();

    /** Something tells a success when it sees one: it is tried until there is one, {@code 1/P} times. */
    @When(word = "checked")
    record Checked() implements Retries {
        @Override
        public Figure attempts(Chain chain, Figure chance) {
            return chain.one().over(chance);
        }

        @Override
        public Optional<String> unknown(double chance) {
            return Optional.empty();
        }

        @Override
        public Optional<Place> place() {
            return Optional.empty();
        }
    }

    /**
     * Nothing tells a success: of several results one is taken blindly, so that best of k is not to be had and k sessions are spent
     * for the success of one, {@code k/P} for each.
     *
     * @param blind sessions for each piece of work, k
     */
    @When(key = "blind")
    record Blind(@In("1") Input blind) implements Retries {
        @Override
        public Figure attempts(Chain chain, Figure chance) {
            return chain.input(blind, "k").over(chance);
        }

        @Override
        public Optional<String> unknown(double chance) {
            return Optional.of(
                    "%s of the results are right and nothing tells which: without a checker one of %s is taken blindly, and best of %s is not to be had. Maybe retries: checked, where something tells a success?"
                            .formatted(NumberText.rounded(chance * 100, 3) + "%", blind.value(), blind.value()));
        }

        @Override
        public Optional<Place> place() {
            return Optional.of(blind.place());
        }
    }
}
