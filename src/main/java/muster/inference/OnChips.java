package muster.inference;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Problems;
import muster.fleet.ChipType;
import muster.format.Encoding;
import muster.model.Architecture;

/**
 * Sets models up on kinds of chips.
 *
 * @param calibration the constants of the time of a step
 * @param engine the software
 * @param formats how models are stored and multiplied
 * @param otherwise the same on chips that cannot multiply so
 * @param weightBytes bytes of a weight where they are others than those of the format
 */
record OnChips(
        Calibration calibration,
        Engine engine,
        Encodings formats,
        Optional<Encodings> otherwise,
        OptionalDouble weightBytes) {

    /** As a variant is stored; where that is otherwise, chips that cannot multiply so widen weights to 16 bits. */
    OnChips as(Variant variant) {
        Encodings other = variant.formats();
        Encodings widened = new Encodings(other.weights(), Encoding.BF16, other.cache());
        return new OnChips(
                calibration,
                engine,
                other,
                other.equals(formats) ? otherwise : Optional.of(widened),
                variant.weightBytes());
    }

    /** A model on a kind of chip; what is in the way is reported. */
    Optional<Setup> setup(Architecture model, ChipType type, Problems problems) {
        return setup(model, type, formats, problems)
                .or(() -> otherwise.flatMap(encodings -> setup(model, type, encodings, new Problems())));
    }

    /** Why a model cannot be on a kind of chip. */
    String refusal(Architecture model, ChipType type) {
        Problems problems = new Problems();
        setup(model, type, problems);
        return problems.sorted().stream().map(Diagnostic::message).collect(Collectors.joining("; "));
    }

    private Optional<Setup> setup(Architecture model, ChipType type, Encodings encodings, Problems problems) {
        return Setup.of(model, type.chip(), type.id().value(), encodings, calibration, engine, type.place(), problems)
                .map(setup -> weightBytes.isPresent() ? setup.storing(weightBytes.getAsDouble()) : setup);
    }
}
