package muster.report;

import java.util.List;
import java.util.Map;
import muster.accuracy.Grouping;
import muster.accuracy.Score;
import muster.accuracy.Scored;
import muster.accuracy.Study;
import muster.accuracy.Verdict;
import tools.jackson.core.JsonGenerator;

/** The inference model beside measurements, by the schema {@code accuracy/v1}. */
public final class AccuracyJson {
    private AccuracyJson() {}

    /** Targets, scores by every grouping, exclusions and outliers. */
    public static String text(Study study) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringProperty("schema", "accuracy/v1");
            json.writeNumberProperty(
                    "rows", study.rows().size() + study.unknown().size());
            json.writeNumberProperty("counted", study.counted().size());
            json.writeBooleanProperty("kept", study.verdicts().stream().allMatch(Verdict::kept));
            json.writeArrayPropertyStart("targets");
            study.verdicts().forEach(verdict -> target(json, verdict));
            json.writeEndArray();
            json.writeObjectPropertyStart("scores");
            scores(json, "measured", AccuracyReport.measured(study.counted()));
            for (Grouping by : Grouping.values()) {
                scores(json, by.toString(), by.split(study.counted()));
            }
            json.writeEndObject();
            json.writeArrayPropertyStart("excluded");
            study.rows().forEach(row -> row.excluded().ifPresent(reason -> row(json, row, reason)));
            json.writeEndArray();
            json.writeArrayPropertyStart("outliers");
            study.outliers().forEach(row -> row(json, row, ""));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void target(JsonGenerator json, Verdict verdict) {
        json.writeStartObject();
        json.writeStringProperty("target", verdict.target().toString());
        json.writeStringProperty("meaning", verdict.target().meaning());
        Json.number(json, "value", verdict.value());
        verdict.withExcluded().ifPresent(value -> Json.number(json, "value_of_all_rows", value));
        Json.number(json, "bar", verdict.committed());
        verdict.bar().most().ifPresent(most -> Json.number(json, "bar_most", AccuracyReport.central(most)));
        json.writeBooleanProperty("kept", verdict.kept());
        verdict.wished().ifPresent(wished -> Json.number(json, "wished", wished));
        verdict.bar().wishedMost().ifPresent(most -> Json.number(json, "wished_most", AccuracyReport.central(most)));
        if (verdict.wished().isPresent()) {
            json.writeBooleanProperty("reached", verdict.distance() == 0);
            Json.number(json, "distance", verdict.distance());
        }
        json.writeEndObject();
    }

    private static void scores(JsonGenerator json, String name, Map<String, List<Scored>> groups) {
        json.writeObjectPropertyStart(name);
        groups.forEach((group, rows) -> {
            Score score = Study.score(rows);
            json.writeObjectPropertyStart(group);
            json.writeNumberProperty("rows", score.rows());
            Json.number(json, "mean", score.mean());
            Json.number(json, "median", score.median());
            Json.number(json, "p90", score.p90());
            Json.number(json, "bias", score.bias());
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private static void row(JsonGenerator json, Scored scored, String reason) {
        json.writeStartObject();
        json.writeStringProperty("id", scored.row().id());
        json.writeStringProperty("place", scored.row().place().toString());
        json.writeStringProperty("chip", scored.row().chip());
        json.writeStringProperty("model", scored.row().model());
        json.writeStringProperty("metric", scored.row().metric().toString());
        Json.number(json, "measured", scored.row().value());
        Json.number(json, "forecast", scored.model());
        Json.number(json, "ratio", scored.ratio());
        if (!reason.isEmpty()) {
            json.writeStringProperty("reason", reason);
        }
        json.writeEndObject();
    }
}
