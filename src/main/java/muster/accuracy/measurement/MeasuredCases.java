package muster.accuracy.measurement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.hardware.Chip;
import muster.model.Architecture;

/**
 * Measurements with what they name looked up.
 *
 * @param ready those that can be forecast
 * @param unknown those whose conditions their source does not state, with what is missing
 */
public record MeasuredCases(List<MeasuredCase> ready, Map<Measurement, String> unknown) {

    /** Looks up the chips, models and formats of rows; what is not in the catalog is reported. */
    public static MeasuredCases of(List<Measurement> rows, Catalog catalog, Problems problems) {
        Lookup lookup = new Lookup(catalog, problems);
        List<MeasuredCase> ready = new ArrayList<>();
        Map<Measurement, String> unknown = new LinkedHashMap<>();
        for (Measurement row : rows) {
            Optional<String> missing = missing(row);
            missing.ifPresent(what -> unknown.put(row, what));
            if (missing.isEmpty()) {
                lookup.resolve(row).ifPresent(ready::add);
            }
        }
        return new MeasuredCases(List.copyOf(ready), unknown);
    }

    private static Optional<String> missing(Measurement row) {
        if (row.prompt().isEmpty() || row.output().isEmpty()) {
            return Optional.of("its source does not state the lengths of prompt and answer");
        }
        if (row.weights().isEmpty()) {
            return Optional.of("its source does not state the format of the weights");
        }
        if (row.drafted().isEmpty()) {
            return Optional.of("its source does not state how many tokens were drafted, or what drafting costs");
        }
        boolean counted = row.load() == TrafficPattern.SATURATED
                || row.load() == TrafficPattern.LIMITED
                || row.load() == TrafficPattern.IDLE
                || (row.load() == TrafficPattern.ARRIVALS
                        && row.traffic().rate().isPresent());
        return row.requests().isEmpty() && !counted
                ? Optional.of("its source does not state how many requests were in flight")
                : Optional.empty();
    }

    private static final class Lookup {
        private final Catalog catalog;
        private final Problems problems;
        private final Map<String, Optional<Chip>> chips = new HashMap<>();
        private final Map<String, Optional<Architecture>> models = new HashMap<>();

        Lookup(Catalog catalog, Problems problems) {
            this.catalog = catalog;
            this.problems = problems;
        }

        Optional<MeasuredCase> resolve(Measurement row) {
            Optional<Chip> chip = chips.computeIfAbsent(
                    row.chip(), id -> catalog.get(Chip.KIND, new Text(id, row.place()), problems));
            Optional<Architecture> model = models.computeIfAbsent(
                    row.model(), id -> catalog.get(Architecture.KIND, new Text(id, row.place()), problems));
            Optional<WeightStorage> storage = WeightStorage.of(row.weights());
            if (storage.isEmpty()) {
                problems.error(
                        "unknown-word",
                        row.place(),
                        "'%s' is not a format of weights; there are %s.%s"
                                .formatted(
                                        row.weights(),
                                        String.join(", ", WeightStorage.names()),
                                        Nearest.maybe(row.weights(), WeightStorage.names())));
            }
            if (chip.isEmpty() || model.isEmpty() || storage.isEmpty()) {
                return Optional.empty();
            }
            if (model.get().shape().isEmpty()) {
                problems.error("no-shape", row.place(), "the catalog has no shape of " + row.model());
                return Optional.empty();
            }
            boolean experts = model.get().shape().get().experts().isPresent();
            WeightStorage stored = storage.get();
            return Optional.of(new MeasuredCase(
                    row,
                    stored.scales().map(model.get()::scaled).orElse(model.get()),
                    chip.get(),
                    stored.on(chip.get(), model.get().weightFormat(), row.cache()),
                    stored.bytes().orElse(stored.encoding().bytes()),
                    MeasuredCase.layouts(row, experts)));
        }
    }
}
