package muster.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import muster.accuracy.measurement.MeasuredCase;
import muster.accuracy.measurement.MeasuredCases;
import muster.accuracy.measurement.MeasuredGains;
import muster.accuracy.measurement.MeasuredLayout;
import muster.accuracy.measurement.Measurement;
import muster.accuracy.measurement.Traffic;
import muster.catalog.Catalog;
import muster.catalog.Entry;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.inference.calibration.Calibration;
import muster.uncertainty.Input;

/**
 * Measured gains of techniques beside those of the step-time model, each computed as the speed with the technique over the
 * speed without it, never as a factor of its own.
 */
public final class GainComparison {
    private final Catalog catalog;
    private final Problems problems;
    private final Forecast forecast;

    private GainComparison(Catalog catalog, Calibration calibration, Problems problems) {
        this.catalog = catalog;
        this.problems = problems;
        this.forecast = new Forecast(calibration);
    }

    /** Every group in the catalog; nothing where something that it names is not there, which is reported. */
    public static List<GainGroup> groups(Catalog catalog, Problems problems) {
        Optional<Calibration> calibration = catalog.get(Calibration.KIND, Calibration.STANDARD, problems);
        List<GainGroup> groups = new ArrayList<>();
        calibration.ifPresent(found -> {
            GainComparison gains = new GainComparison(catalog, found, problems);
            catalog.ids(MeasuredGains.KIND).forEach(id -> gains.group(id).ifPresent(groups::add));
        });
        return problems.none() ? List.copyOf(groups) : List.of();
    }

    private Optional<GainGroup> group(String id) {
        Text name = new Text(id, Place.argument(id));
        Optional<String> title =
                catalog.entry(MeasuredGains.KIND, name, problems).flatMap(Entry::title);
        return catalog.get(MeasuredGains.KIND, name, problems).map(gains -> {
            List<ComparedGain> rows = new ArrayList<>();
            gains.rows().forEach((row, measured) -> rows.add(new ComparedGain(row, measured, gain(row, measured))));
            return new GainGroup(id, title.orElse(id), gains, rows);
        });
    }

    private OptionalDouble gain(String name, MeasuredGains.Row row) {
        Measurement after = measurement(name, row, row.model(), row.weights(), row.requests());
        Measurement before = measurement(
                name,
                row,
                row.modelBefore().orElse(row.model()),
                row.weightsBefore().orElse(row.weights()),
                row.requestsBefore().or(row::requests));
        List<MeasuredCase> cases =
                MeasuredCases.of(List.of(after, before), catalog, problems).ready();
        boolean changed = row.speculativeDecoding().isPresent()
                || row.weightsBefore().isPresent()
                || row.modelBefore().isPresent();
        if (cases.size() < 2 || !changed) {
            return OptionalDouble.empty();
        }
        double ratio = row.speculativeDecoding()
                .map(drafting -> forecast.gain(cases.get(0), drafting))
                .orElseGet(() -> forecast.value(cases.get(0)) / forecast.value(cases.get(1)));
        return OptionalDouble.of(row.metric().isRate() ? ratio : 1 / ratio);
    }

    private static Measurement measurement(
            String name, MeasuredGains.Row row, Text model, Text weights, Optional<Input> requests) {
        return new Measurement(
                model.place(),
                name,
                row.chip().value(),
                row.chips(),
                model.value(),
                weights.value(),
                "",
                row.stack().value(),
                "",
                Optional.of(new MeasuredLayout(row.chips(), 1, row.chips(), 1, 1)),
                row.load(),
                requests.map(count -> OptionalDouble.of(count.central())).orElse(OptionalDouble.empty()),
                OptionalDouble.of(row.prompt().central()),
                OptionalDouble.of(row.output().central()),
                OptionalInt.of(0),
                OptionalDouble.empty(),
                Optional.empty(),
                Traffic.UNKNOWN,
                row.metric(),
                1,
                "",
                "",
                "",
                "");
    }
}
