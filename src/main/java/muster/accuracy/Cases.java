package muster.accuracy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.catalog.Shelf;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.hardware.Chip;
import muster.model.Architecture;
import muster.model.FeedForward;

/**
 * Measurements with what they name looked up.
 *
 * @param ready those that can be forecast
 * @param unknown those whose conditions their source does not state, with what is missing
 */
public record Cases(List<Case> ready, Map<Measurement, String> unknown) {

    /** Looks up the chips, models and formats of rows; what is not in the catalog is reported. */
    static Cases of(List<Measurement> rows, Shelf shelf, Problems problems) {
        Lookup lookup = new Lookup(shelf, problems);
        List<Case> ready = new ArrayList<>();
        Map<Measurement, String> unknown = new LinkedHashMap<>();
        for (Measurement row : rows) {
            Optional<String> missing = missing(row);
            missing.ifPresent(what -> unknown.put(row, what));
            if (missing.isEmpty()) {
                lookup.resolve(row).ifPresent(ready::add);
            }
        }
        return new Cases(List.copyOf(ready), unknown);
    }

    private static Optional<String> missing(Measurement row) {
        if (row.prompt().isEmpty() || row.output().isEmpty()) {
            return Optional.of("its source does not state the lengths of prompt and answer");
        }
        if (row.weights().isEmpty()) {
            return Optional.of("its source does not state the format of the weights");
        }
        boolean counted = row.load() == Load.SATURATED || row.load() == Load.LIMITED || row.load() == Load.IDLE;
        return row.requests().isEmpty() && !counted
                ? Optional.of("its source does not state how many requests were in flight")
                : Optional.empty();
    }

    private static final class Lookup {
        private final Shelf shelf;
        private final Problems problems;
        private final Map<String, Optional<Chip>> chips = new HashMap<>();
        private final Map<String, Optional<Architecture>> models = new HashMap<>();

        Lookup(Shelf shelf, Problems problems) {
            this.shelf = shelf;
            this.problems = problems;
        }

        Optional<Case> resolve(Measurement row) {
            Optional<Chip> chip =
                    chips.computeIfAbsent(row.chip(), id -> shelf.get(Chip.KIND, new Text(id, row.place()), problems));
            Optional<Architecture> model = models.computeIfAbsent(
                    row.model(), id -> shelf.get(Architecture.KIND, new Text(id, row.place()), problems));
            Optional<Storage> storage = Storage.of(row.weights());
            if (storage.isEmpty()) {
                problems.error(
                        "unknown-word",
                        row.place(),
                        "'%s' is not a format of weights; there are %s.%s"
                                .formatted(
                                        row.weights(),
                                        String.join(", ", Storage.names()),
                                        Nearest.maybe(row.weights(), Storage.names())));
            }
            if (chip.isEmpty() || model.isEmpty() || storage.isEmpty()) {
                return Optional.empty();
            }
            if (model.get().shape().isEmpty()) {
                problems.error("no-shape", row.place(), "the catalog has no shape of " + row.model());
                return Optional.empty();
            }
            boolean experts = model.get().shape().get().feedForward() instanceof FeedForward.Experts;
            Storage stored = storage.get();
            return Optional.of(new Case(
                    row,
                    model.get(),
                    chip.get(),
                    stored.on(chip.get(), row.cache()),
                    stored.bytes().orElse(stored.encoding().bytes()),
                    Case.layouts(row, experts)));
        }
    }
}
