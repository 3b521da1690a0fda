package muster.report;

import muster.fleet.FleetQuery;
import muster.fleet.FleetReport;
import muster.fleet.Measure;
import muster.fleet.Value;
import muster.uncertainty.Spread;
import tools.jackson.core.JsonGenerator;

/** What a fleet amounts to as JSON in the schema {@code fleet-report/v1}; docs/fleet.md describes it. */
public final class FleetJson {
    private FleetJson() {}

    /** The report as an object. */
    public static String of(FleetReport report) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringProperty("schema", "fleet-report/v1");
            FleetQuery query = report.query();
            json.writeStringProperty("fleet", query.fleet().value());
            report.title().ifPresent(title -> json.writeStringProperty("title", title));
            json.writeStringProperty("catalog", report.catalog().hash());
            json.writeStringProperty("catalog_version", report.catalog().version());
            json.writeStringProperty("by", query.counting().by().toString());
            json.writeStringProperty("precision", query.counting().precision() + ", dense");
            json.writeStringProperty("h100e_basis", query.counting().h100e().toString());
            query.dates().growth().ifPresent(growth -> Json.number(json, "growth_per_year", growth));
            json.writeStringProperty("retirement", query.dates().retirement().toString());
            json.writeNumberProperty("seed", query.sampling().seed());
            json.writeNumberProperty("samples", query.sampling().samples());
            json.writeArrayPropertyStart("remarks");
            report.remarks().forEach(json::writeString);
            json.writeEndArray();
            json.writeArrayPropertyStart("sections");
            report.sections().forEach(section -> section(json, query, section));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void section(JsonGenerator json, FleetQuery query, FleetReport.Section section) {
        json.writeStartObject();
        json.writeStringProperty("basis", section.basis().toString());
        json.writeArrayPropertyStart("rows");
        section.rows().forEach(row -> {
            json.writeStartObject();
            row(json, query, row);
            json.writeEndObject();
        });
        json.writeEndArray();
        section.total().ifPresent(total -> {
            json.writeObjectPropertyStart("total");
            row(json, query, total);
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private static void row(JsonGenerator json, FleetQuery query, FleetReport.Row row) {
        json.writeStringProperty("key", row.key());
        json.writeStringProperty("as_of", row.date().toString());
        json.writeObjectPropertyStart("quantities");
        row.values().forEach(value -> value(json, query, value));
        json.writeEndObject();
        if (!row.stated().isEmpty()) {
            json.writeObjectPropertyStart("stated_by_the_source");
            row.stated().forEach((measure, spread) -> stated(json, query, measure, spread));
            json.writeEndObject();
        }
    }

    private static void value(JsonGenerator json, FleetQuery query, Value value) {
        json.writeObjectPropertyStart(query.counting().h100e().name(value.measure()));
        json.writeStringProperty("unit", value.measure().unit());
        value.amount().ifPresent(amount -> {
            spread(json, amount.spread());
            Json.number(json, "sum_of_mids", amount.sumOfMids());
        });
        if (!value.notCounted().isEmpty()) {
            Json.number(json, "part_of_chips_counted", value.covered());
            json.writeArrayPropertyStart("not_counted");
            value.notCounted().forEach(json::writeString);
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void stated(JsonGenerator json, FleetQuery query, Measure measure, Spread spread) {
        json.writeObjectPropertyStart(query.counting().h100e().name(measure));
        json.writeStringProperty("unit", measure.unit());
        spread(json, spread);
        json.writeEndObject();
    }

    private static void spread(JsonGenerator json, Spread spread) {
        Json.number(json, "p5", spread.p5());
        Json.number(json, "p50", spread.p50());
        Json.number(json, "p95", spread.p95());
    }
}
