package muster.report;

import muster.fleet.FleetReport;
import muster.fleet.Measure;
import muster.inference.Usability;
import muster.inference.UsableFleet;
import tools.jackson.core.JsonGenerator;

/** What part of a fleet can serve a model, as JSON in the schema {@code usable-fleet/v1}; docs/fleet.md describes it. */
public final class UsableJson {
    private UsableJson() {}

    /** The fleet as an object. */
    public static String of(UsableFleet fleet) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringProperty("schema", "usable-fleet/v1");
            json.writeStringProperty("fleet", fleet.report().query().fleet().value());
            json.writeStringProperty("catalog", fleet.report().catalog().hash());
            json.writeStringProperty("catalog_version", fleet.report().catalog().version());
            json.writeStringProperty("model", fleet.model());
            json.writeStringProperty("formats", fleet.formats());
            Json.number(json, "request_tokens", fleet.request().context().mostTokens());
            Json.number(json, "max_replica_chips", fleet.request().maxReplicaChips());
            json.writeArrayPropertyStart("sections");
            fleet.report().sections().forEach(section -> section(json, fleet, section));
            json.writeEndArray();
            json.writeArrayPropertyStart("chips");
            fleet.kinds().forEach(kind -> kind(json, kind));
            json.writeEndArray();
            json.writeArrayPropertyStart("remarks");
            fleet.report().remarks().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void section(JsonGenerator json, UsableFleet fleet, FleetReport.Section section) {
        json.writeStartObject();
        json.writeStringProperty("basis", section.basis().toString());
        json.writeArrayPropertyStart("uses");
        section.rows().forEach(row -> row(json, fleet, section, row));
        json.writeEndArray();
        section.total().ifPresent(total -> {
            json.writeName("total");
            row(json, fleet, section, total);
        });
        json.writeEndObject();
    }

    private static void row(JsonGenerator json, UsableFleet fleet, FleetReport.Section section, FleetReport.Row row) {
        json.writeStartObject();
        json.writeStringProperty("use", row.key());
        json.writeStringProperty("as_of", row.date().toString());
        for (Measure measure : new Measure[] {Measure.CHIPS, Measure.PEAK, Measure.H100E}) {
            UsableTable.amount(fleet, row, measure).ifPresent(spread -> {
                json.writeObjectPropertyStart(UsableTable.name(measure));
                json.writeStringProperty("unit", UsableTable.unit(measure));
                Json.number(json, "p5", spread.p5());
                Json.number(json, "p50", spread.p50());
                Json.number(json, "p95", spread.p95());
                Json.number(json, "share", UsableTable.share(section, row, measure));
                json.writeEndObject();
            });
        }
        json.writeEndObject();
    }

    private static void kind(JsonGenerator json, Usability kind) {
        json.writeStartObject();
        json.writeStringProperty("chip", kind.chip());
        json.writeStringProperty("use", kind.use().toString());
        kind.withinDomain().ifPresent(chips -> Json.number(json, "chips_within_domain", chips));
        kind.chips().ifPresent(chips -> Json.number(json, "chips_of_smallest_replica", chips));
        json.writeStringProperty("formats_or_reason", kind.words());
        json.writeEndObject();
    }
}
