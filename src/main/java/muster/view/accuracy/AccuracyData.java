package muster.view.accuracy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.accuracy.AccuracyStudy;
import muster.accuracy.Score;
import muster.accuracy.ScoreGrouping;
import muster.accuracy.ScoredMeasurement;
import muster.accuracy.TargetVerdict;
import muster.catalog.Edition;
import muster.diagnostic.Place;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Fields;

/** The inference model beside measurements, in the schema {@code accuracy/v2}. */
final class AccuracyData {
    private AccuracyData() {}

    /** Targets, scores by every grouping, exclusions and outliers. */
    static Data of(AccuracyStudy study, Edition catalog) {
        Fields scores = new Fields().put("measured", scores(AccuracyView.measured(study.counted())));
        for (ScoreGrouping by : ScoreGrouping.values()) {
            scores.put(by.toString(), scores(by.split(study.counted())));
        }
        return DataDocument.of("accuracy/v2", catalog)
                .result(new Fields()
                        .count("rows", study.rows().size() + study.unknown().size())
                        .count("counted", study.counted().size())
                        .flag("met", study.verdicts().stream().allMatch(TargetVerdict::met))
                        .array(
                                "targets",
                                study.verdicts().stream()
                                        .map(AccuracyData::target)
                                        .toList())
                        .put("scores", scores.build())
                        .put("drift", drift(study))
                        .array(
                                "excluded",
                                study.rows().stream()
                                        .filter(row -> row.excluded().isPresent())
                                        .map(row -> row(row, row.excluded()))
                                        .toList())
                        .array(
                                "outliers",
                                study.outliers().stream()
                                        .map(row -> row(row, Optional.empty()))
                                        .toList())
                        .arrayOrNone(
                                "notes",
                                study.cautions().stream().map(Data::text).toList()));
    }

    // How far rows of one configuration lie apart, by engine.
    private static Data drift(AccuracyStudy study) {
        Fields engines = new Fields();
        study.drift()
                .byEngine()
                .forEach((engine, own) -> engines.put(
                        engine,
                        new Fields()
                                .count("pairs", own.pairs().size())
                                .number("median", own.apart(0.5))
                                .number("p90", own.apart(0.9))
                                .number("sigma_per_month", own.perMonth())
                                .build()));
        return engines.build();
    }

    private static Data target(TargetVerdict verdict) {
        Fields fields = new Fields()
                .text("target", verdict.target().toString())
                .text("meaning", verdict.target().meaning())
                .number("value", verdict.value())
                .number("value_of_all_rows", verdict.withExcluded())
                .number("bar", verdict.committed())
                .put("bar_most", verdict.bar().most().map(most -> Data.number(AccuracyView.central(most))))
                .flag("met", verdict.met())
                .number("goal", verdict.goal())
                .put("goal_most", verdict.bar().goalMost().map(most -> Data.number(AccuracyView.central(most))));
        return verdict.goal().isPresent()
                ? fields.flag("reached", verdict.distance() == 0)
                        .number("distance", verdict.distance())
                        .build()
                : fields.build();
    }

    private static Data scores(Map<String, List<ScoredMeasurement>> groups) {
        Fields fields = new Fields();
        groups.forEach((group, rows) -> fields.put(group, score(AccuracyStudy.score(rows))));
        return fields.build();
    }

    private static Data score(Score score) {
        return new Fields()
                .count("rows", score.rows())
                .number("mean", score.mean())
                .number("median", score.median())
                .number("p90", score.p90())
                .number("bias", score.bias())
                .build();
    }

    private static Data row(ScoredMeasurement scored, Optional<String> reason) {
        Place place = scored.row().place();
        return new Fields()
                .text("id", scored.row().id())
                .text("file", place.file())
                .count("line", place.line())
                .text("chip", scored.row().chip())
                .text("model", scored.row().model())
                .text("metric", scored.row().metric().toString())
                .number("measured", scored.row().value())
                .number("computed", scored.model())
                .number("ratio", scored.ratio())
                .text("reason", reason)
                .build();
    }
}
