package muster.inference;

import muster.document.Choice;
import muster.document.In;
import muster.document.When;
import muster.uncertainty.Input;

/** The serial speed that a fleet is asked for. */
@Choice
public sealed interface Speed permits Speed.AtLeast, Speed.Best {

    /**
     * A required speed: every stream has it, and what cannot have it serves nothing.
     *
     * @param atLeast the speed of one stream
     */
    @When(key = "at_least", lead = "at-least")
    record AtLeast(
            @In(value = "token/s/stream", plain = "token/s") Input atLeast) implements Speed {}

    /** The speed at which the fleet does most researchers' work, where more researchers at once each add less. */
    @When(word = "best")
    record Best() implements Speed {}
}
