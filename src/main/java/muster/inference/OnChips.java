package muster.inference;

import java.util.Optional;
import java.util.stream.Collectors;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Problems;
import muster.fleet.ChipType;
import muster.model.Architecture;

/**
 * Sets a model up on kinds of chips.
 *
 * @param architecture the model
 * @param calibration the constants of the time of a step
 * @param engine the software
 * @param first how the model is stored and multiplied
 * @param otherwise the same on chips that cannot multiply so
 */
record OnChips(
        Architecture architecture,
        Calibration calibration,
        Engine engine,
        Encodings first,
        Optional<Encodings> otherwise) {

    /** The model on a kind of chip, or why it cannot be. */
    record Outcome(Optional<Setup> setup, String refusal) {}

    Outcome on(ChipType type) {
        Problems refusals = new Problems();
        Optional<Setup> setup = setup(type, first, refusals)
                .or(() -> otherwise.flatMap(encodings -> setup(type, encodings, new Problems())));
        return new Outcome(
                setup, refusals.sorted().stream().map(Diagnostic::message).collect(Collectors.joining("; ")));
    }

    private Optional<Setup> setup(ChipType type, Encodings encodings, Problems problems) {
        return Setup.of(
                architecture, type.chip(), type.id().value(), encodings, calibration, engine, type.place(), problems);
    }
}
