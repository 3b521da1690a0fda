package muster.view.fleet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import muster.fleet.query.FleetQuery;
import muster.fleet.query.FleetReport;
import muster.fleet.query.FleetValue;
import muster.fleet.query.Measure;
import muster.uncertainty.sampling.Percentiles;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Fields;

/** What a fleet amounts to in the schema {@code fleet-report/v2}. */
final class FleetData {
    private final FleetQuery query;

    private FleetData(FleetQuery query) {
        this.query = query;
    }

    static Data of(FleetReport report) {
        return new FleetData(report.query()).document(report);
    }

    private Data document(FleetReport report) {
        Fields fields = new Fields()
                .text("fleet", query.fleet().value())
                .text("title", report.title())
                .text("by", query.counting().by().toString())
                .text("precision", query.counting().precision() + ", dense")
                .text("h100e_basis", query.counting().h100e().toString())
                .number("growth_per_year", query.dates().growth())
                .text("retirement", query.dates().retirement().toString())
                .texts("notes", report.remarks())
                .array("sections", report.sections().stream().map(this::section).toList());
        return DataDocument.of("fleet-report/v2", report.catalog())
                .sampled(query.sampling())
                .result(fields);
    }

    private Data section(FleetReport.BasisSection section) {
        return new Fields()
                .text("basis", section.basis().toString())
                .array("rows", section.rows().stream().map(this::row).toList())
                .put("total", section.total().map(this::row))
                .build();
    }

    private Data row(FleetReport.Row row) {
        Fields quantities = new Fields();
        row.values().forEach(value -> quantities.put(query.counting().h100e().name(value.measure()), value(value)));
        Fields stated = new Fields();
        row.stated()
                .forEach((measure, spread) ->
                        stated.put(query.counting().h100e().name(measure), stated(measure, spread)));
        return new Fields()
                .text("key", row.key())
                .text("as_of", row.date().toString())
                .text("counted_to", row.counted().map(LocalDate::toString))
                .put("quantities", quantities.build())
                .put("stated_by_the_source", row.stated().isEmpty() ? Optional.empty() : Optional.of(stated.build()))
                .build();
    }

    private static Data value(FleetValue value) {
        Fields fields = new Fields().text("unit", value.measure().unit());
        value.amount()
                .ifPresent(amount -> fields.percentiles(amount.spread()).number("sum_of_medians", amount.sumOfMids()));
        List<String> missing = value.notCounted();
        if (!missing.isEmpty()) {
            fields.number("part_of_chips_counted", value.covered()).texts("not_counted", missing);
        }
        return fields.build();
    }

    private static Data stated(Measure measure, Percentiles spread) {
        return new Fields().text("unit", measure.unit()).percentiles(spread).build();
    }
}
