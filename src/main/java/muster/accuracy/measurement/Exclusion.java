package muster.accuracy.measurement;

import java.util.Optional;
import muster.document.In;
import muster.uncertainty.Input;

/**
 * Rows that the bar does not count, and why. A row is meant where all that is named holds.
 *
 * @param id what its id begins with
 * @param chip its chip
 * @param model its model
 * @param stack its software
 * @param origin who measured it
 * @param load how requests came
 * @param note a part of its note
 * @param tensorAbove a tensor-parallel degree that it exceeds
 * @param requests how many requests were in flight
 * @param inconsistent whether its degrees of attention and of experts describe different chips
 * @param reason why it is left out
 */
public record Exclusion(
        Optional<String> id,
        Optional<String> chip,
        Optional<String> model,
        Optional<String> stack,
        Optional<String> origin,
        Optional<String> load,
        Optional<String> note,
        @In("1") Optional<Input> tensorAbove,
        @In("1") Optional<Input> requests,
        Optional<String> inconsistent,
        String reason) {

    /** Whether a row is meant. */
    public boolean covers(Measurement row) {
        return id.map(row.id()::startsWith).orElse(true)
                && chip.map(row.chip()::equals).orElse(true)
                && model.map(row.model()::equals).orElse(true)
                && stack.map(row.stack()::equals).orElse(true)
                && origin.map(row.origin()::equals).orElse(true)
                && load.map(row.load().toString()::equals).orElse(true)
                && note.map(row.note()::contains).orElse(true)
                && tensorAbove
                        .map(most -> row.layout()
                                .filter(layout -> layout.tensor() > FactorPaths.value(most))
                                .isPresent())
                        .orElse(true)
                && requests.map(count -> row.requests().orElse(0) == FactorPaths.value(count))
                        .orElse(true)
                && inconsistent
                        .map(yes -> row.layout()
                                .filter(layout -> !layout.consistent())
                                .isPresent())
                        .orElse(true);
    }
}
