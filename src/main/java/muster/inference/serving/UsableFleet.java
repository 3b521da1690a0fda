package muster.inference.serving;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.fleet.chips.ChipType;
import muster.fleet.chips.H100eBasis;
import muster.fleet.query.FleetQuery;
import muster.fleet.query.FleetReport;
import muster.fleet.query.ServingUse;
import muster.format.Format;
import muster.hardware.Chip;
import muster.inference.calibration.Calibration;
import muster.inference.calibration.DatedEngine;
import muster.inference.replica.CertainChip;
import muster.inference.replica.Encodings;
import muster.inference.replica.ReplicaRequest;
import muster.inference.replica.TimeModelChoice;
import muster.model.Architecture;

/**
 * What part of a fleet can serve a model.
 *
 * @param model the id of the model
 * @param formats how it is stored and multiplied, and how on chips that cannot multiply so
 * @param request the replica that is asked for
 * @param report the fleet by use
 * @param kinds the kinds of its chips
 * @param eightBitFlopPerSecond the dense 8-bit rate of an H100-equivalent on that basis
 */
public record UsableFleet(
        String model,
        String formats,
        ReplicaRequest request,
        FleetReport report,
        List<Usability> kinds,
        double eightBitFlopPerSecond) {

    public UsableFleet {
        kinds = List.copyOf(kinds);
    }

    /**
     * The part of a fleet, or nothing with problems reported.
     *
     * @param query the fleet
     * @param named the id or alias of the model
     * @param formats how it is stored; chips that cannot multiply in that multiply at 16 bits
     * @param request the replica that is asked for
     */
    public static Optional<UsableFleet> of(
            FleetQuery query, Text named, Text formats, ReplicaRequest request, Catalog catalog, Problems problems) {
        int before = problems.reports();
        Text model = catalog.named(Architecture.KIND, named);
        Optional<Architecture> architecture = catalog.get(Architecture.KIND, model, problems);
        architecture
                .filter(found -> found.shape().isEmpty())
                .ifPresent(found -> problems.error(
                        "no-shape",
                        model.place(),
                        "the model has stated sizes and no shape, of which no replica is made"));
        Optional<Calibration> calibration = catalog.get(Calibration.KIND, Calibration.STANDARD, problems);
        Optional<Encodings> encodings = Encodings.parse(formats, problems);
        Optional<Chip> h100 = catalog.get(Chip.KIND, new Text(H100eBasis.H100, model.place()), problems);
        Optional<FleetReport> chips = FleetReport.of(query.listing(), catalog, problems);
        if (problems.reports() > before) {
            return Optional.empty();
        }
        Calibration constants = calibration.orElseThrow();
        Encodings first = encodings.orElseThrow();
        ServingSetup onChips = new ServingSetup(
                constants,
                DatedEngine.AVERAGE,
                first,
                Optional.of(first.multipliedWide()),
                OptionalDouble.empty(),
                request,
                TimeModelChoice.CALIBRATED,
                UnaryOperator.identity());
        List<Usability> kinds = kinds(
                new ModelToServe(architecture.orElseThrow(), onChips), chips.orElseThrow(), query, catalog, problems);
        Map<String, ServingUse> uses = new LinkedHashMap<>();
        kinds.forEach(kind -> uses.put(kind.chip(), kind.use()));
        return FleetReport.of(query.byUse(uses), catalog, problems)
                .map(report -> new UsableFleet(
                        model.value(),
                        first + ", else " + first.multipliedWide(),
                        request,
                        report,
                        kinds,
                        h100.flatMap(chip -> chip.rate(Format.FP8))
                                .orElseThrow()
                                .central()));
    }

    private static List<Usability> kinds(
            ModelToServe wanted, FleetReport chips, FleetQuery query, Catalog catalog, Problems problems) {
        List<Usability> kinds = new ArrayList<>();
        chips.sections().stream()
                .flatMap(section -> section.rows().stream())
                .map(FleetReport.Row::key)
                .distinct()
                .forEach(label -> kinds.add(
                        catalog.ids(Chip.KIND).contains(label)
                                ? catalog.get(
                                                Chip.KIND,
                                                new Text(label, query.fleet().place()),
                                                problems)
                                        .map(chip -> {
                                            CertainChip.check(
                                                    chip,
                                                    List.of(wanted.onChips().formats()),
                                                    problems);
                                            Text id = new Text(
                                                    label, query.fleet().place());
                                            return Usability.of(wanted, new ChipType(id, chip));
                                        })
                                        .orElseGet(() -> Usability.unknown(label))
                                : Usability.unknown(label)));
        return kinds;
    }
}
