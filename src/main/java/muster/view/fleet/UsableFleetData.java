package muster.view.fleet;

import java.util.List;
import java.util.OptionalInt;
import muster.fleet.query.FleetReport;
import muster.fleet.query.Measure;
import muster.inference.serving.Usability;
import muster.inference.serving.UsableFleet;
import muster.uncertainty.sampling.Percentiles;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Fields;

/** What part of a fleet can serve a model, in the schema {@code fleet-usable-for/v1}. */
final class UsableFleetData {
    private static final List<Measure> MEASURES = List.of(Measure.CHIPS, Measure.PEAK, Measure.H100E);

    private UsableFleetData() {}

    static Data of(UsableFleet fleet) {
        Fields fields = new Fields()
                .text("fleet", fleet.report().query().fleet().value())
                .text("model", fleet.model())
                .text("formats", fleet.formats())
                .number("request_tokens", fleet.request().context().mostTokens())
                .number("max_replica_chips", fleet.request().maxReplicaChips())
                .array(
                        "sections",
                        fleet.report().sections().stream()
                                .map(section -> section(fleet, section))
                                .toList())
                .array(
                        "chips",
                        fleet.kinds().stream().map(UsableFleetData::kind).toList())
                .texts("notes", fleet.report().remarks());
        return DataDocument.of("fleet-usable-for/v1", fleet.report().catalog())
                .sampled(fleet.report().query().sampling())
                .result(fields);
    }

    private static Data section(UsableFleet fleet, FleetReport.BasisSection section) {
        return new Fields()
                .text("basis", section.basis().toString())
                .array(
                        "uses",
                        section.rows().stream()
                                .map(row -> row(fleet, section, row))
                                .toList())
                .put("total", section.total().map(total -> row(fleet, section, total)))
                .build();
    }

    private static Data row(UsableFleet fleet, FleetReport.BasisSection section, FleetReport.Row row) {
        Fields fields =
                new Fields().text("use", row.key()).text("as_of", row.date().toString());
        for (Measure measure : MEASURES) {
            fields.put(
                    UsableFleetView.name(measure),
                    UsableFleetView.amount(fleet, row, measure)
                            .map(spread -> amount(measure, spread, UsableFleetView.share(section, row, measure))));
        }
        return fields.build();
    }

    private static Data amount(Measure measure, Percentiles spread, double share) {
        return new Fields()
                .text("unit", UsableFleetView.unit(measure))
                .percentiles(spread)
                .number("share", share)
                .build();
    }

    private static Data kind(Usability kind) {
        return new Fields()
                .text("chip", kind.chip())
                .text("use", kind.use().toString())
                .put("chips_within_domain", count(kind.withinDomain()))
                .put("chips_of_smallest_replica", count(kind.chips()))
                .text("formats_or_reason", kind.words())
                .build();
    }

    private static java.util.Optional<Data> count(OptionalInt chips) {
        return chips.isPresent() ? java.util.Optional.of(Data.count(chips.getAsInt())) : java.util.Optional.empty();
    }
}
