package muster.view.accuracy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import muster.accuracy.AccuracyStudy;
import muster.accuracy.EngineDrift;
import muster.accuracy.Score;
import muster.accuracy.ScoreGrouping;
import muster.accuracy.ScoredMeasurement;
import muster.accuracy.TargetVerdict;
import muster.accuracy.measurement.Measurement;
import muster.catalog.Edition;
import muster.uncertainty.Input;
import muster.unit.NumberText;
import muster.view.Chapter;
import muster.view.Data;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Notes;
import muster.view.Paragraph;
import muster.view.Rank;
import muster.view.Section;
import muster.view.View;
import muster.view.Words;

/**
 * The inference model beside measurements: targets, scores by load and by a grouping, other tools, what is left out, and
 * outliers.
 *
 * @param study what was measured and computed
 * @param by what scores are told apart by; nothing for the targets alone
 * @param catalog which catalog the constants are of
 */
public record AccuracyView(AccuracyStudy study, Optional<ScoreGrouping> by, Edition catalog) implements View {
    private static final int MOST_OUTLIERS = 20;
    private static final Set<Integer> SCORES = Set.of(1, 2, 3, 4, 5);

    @Override
    public String title() {
        return "muster accuracy";
    }

    @Override
    public Data data() {
        return AccuracyData.of(study, catalog);
    }

    @Override
    public List<Section> sections(Medium medium) {
        return by.map(this::all).orElseGet(() -> List.of(targets(study)));
    }

    private List<Section> all(ScoreGrouping by) {
        List<ScoredMeasurement> outliers = study.outliers();
        List<ScoredMeasurement> farthest = outliers.subList(0, Math.min(MOST_OUTLIERS, outliers.size()));
        String farther = "Outliers: model and measurement more than a factor %s apart%s"
                .formatted(
                        AccuracyStudy.OUTLIER,
                        farthest.size() < outliers.size()
                                ? ", the farthest %s of %s; --format json has all"
                                        .formatted(farthest.size(), outliers.size())
                                : "");
        Map<String, Grid> tables = new LinkedHashMap<>();
        tables.put("Targets", targets(study));
        tables.put("Rows by what was measured", scores("measured", measured(study.counted())));
        tables.put("Rows by " + by, scores(by.toString(), by.split(study.counted())));
        tables.put("Two rows of one configuration, by other versions or months of the engine", drift(study.drift()));
        tables.put("Other tools, on their own choice of rows", others(study));
        tables.put("Left out by the list of exclusions, with the score of what is left out", excluded(study));
        tables.put(farther, outliers(farthest));
        List<Section> sections = new ArrayList<>();
        tables.forEach((title, grid) -> {
            if (!grid.rows().isEmpty()) {
                sections.add(Chapter.of(Rank.HEADING, Words.of(title), grid));
            }
        });
        sections.add(Paragraph.of(count(study)));
        if (!study.cautions().isEmpty()) {
            sections.add(Notes.of(study.cautions()));
        }
        return sections;
    }

    private static String count(AccuracyStudy study) {
        int out = study.rows().size() - study.counted().size();
        return "%s rows: %s counted, %s left out by the list, %s without the conditions that a forecast needs"
                .formatted(
                        study.rows().size() + study.unknown().size(),
                        study.counted().size(),
                        out,
                        study.unknown().size());
    }

    private static Grid targets(AccuracyStudy study) {
        List<List<String>> rows = new ArrayList<>();
        for (TargetVerdict verdict : study.verdicts()) {
            rows.add(List.of(
                    verdict.target().toString(),
                    percent(verdict.value()),
                    verdict.withExcluded().isPresent()
                            ? percent(verdict.withExcluded().getAsDouble())
                            : "",
                    bar(verdict.committed(), verdict.bar().most().map(AccuracyView::central)),
                    verdict.met() ? "met" : "MISSED",
                    verdict.goal().isEmpty()
                            ? ""
                            : bar(
                                    verdict.goal().getAsDouble(),
                                    verdict.bar().goalMost().map(AccuracyView::central)),
                    wish(verdict),
                    verdict.target().meaning()));
        }
        return Grid.of(
                List.of("target", "reached", "all rows", "bar", "", "goal", "", "what it is"),
                rows,
                Set.of(1, 2, 3, 5));
    }

    private static String wish(TargetVerdict verdict) {
        if (verdict.goal().isEmpty()) {
            return "";
        }
        return verdict.distance() == 0 ? "reached" : "not reached, by " + percent(verdict.distance());
    }

    static double central(Input input) {
        return input.value().distribution().central();
    }

    private static String bar(double limit, Optional<Double> most) {
        return percent(limit) + most.map(value -> " to " + percent(value)).orElse("");
    }

    /** Rows by load, metric and kind of model. */
    static Map<String, List<ScoredMeasurement>> measured(List<ScoredMeasurement> rows) {
        Map<String, List<ScoredMeasurement>> groups = new TreeMap<>();
        rows.forEach(row -> groups.computeIfAbsent(
                        "%s %s, %s"
                                .formatted(row.row().load(), row.row().metric(), row.experts() ? "experts" : "dense"),
                        name -> new ArrayList<>())
                .add(row));
        return groups;
    }

    private static Grid scores(String name, Map<String, List<ScoredMeasurement>> groups) {
        List<List<String>> rows = new ArrayList<>();
        groups.forEach((group, own) -> rows.add(cells(group, AccuracyStudy.score(own))));
        return Grid.of(List.of(name, "rows", "mean error", "median", "p90", "bias"), rows, SCORES);
    }

    private static List<String> cells(String name, Score score) {
        return List.of(
                name,
                String.valueOf(score.rows()),
                percent(score.mean()),
                percent(score.median()),
                percent(score.p90()),
                String.format(Locale.ROOT, "%+.1f%%", 100 * score.bias()));
    }

    private static Grid drift(EngineDrift all) {
        List<List<String>> rows = new ArrayList<>();
        all.byEngine().forEach((engine, own) -> rows.add(drift(engine, own)));
        if (!rows.isEmpty()) {
            rows.add(drift("all", all));
        }
        return Grid.of(List.of("engine", "pairs", "median apart", "p90", "one month, 1 s"), rows, Set.of(1, 2, 3, 4));
    }

    private static List<String> drift(String name, EngineDrift own) {
        return List.of(
                name,
                String.valueOf(own.pairs().size()),
                percent(own.apart(0.5)),
                percent(own.apart(0.9)),
                own.perMonth() == 0 ? "" : percent(own.perMonth()));
    }

    private static Grid others(AccuracyStudy study) {
        List<List<String>> rows = new ArrayList<>();
        new TreeMap<>(study.benchmark().others())
                .forEach((name, other) -> rows.add(List.of(
                        name,
                        other.metric(),
                        other.mean().map(mean -> percent(central(mean))).orElse(""),
                        other.median().map(median -> percent(central(median))).orElse(""),
                        other.data(),
                        other.note().orElse(""))));
        return Grid.of(List.of("tool", "metric", "mean error", "median", "data", "note"), rows, Set.of(2, 3));
    }

    private static Grid excluded(AccuracyStudy study) {
        Map<String, List<ScoredMeasurement>> groups = new TreeMap<>();
        study.rows()
                .forEach(row -> row.excluded()
                        .ifPresent(reason -> groups.computeIfAbsent(reason, name -> new ArrayList<>())
                                .add(row)));
        List<List<String>> rows = new ArrayList<>();
        groups.forEach((reason, own) -> {
            List<String> cells = new ArrayList<>(cells(reason, AccuracyStudy.score(own)));
            cells.add(cells.remove(0));
            rows.add(cells);
        });
        unknown(study).forEach((reason, number) -> rows.add(List.of(String.valueOf(number), "", "", "", "", reason)));
        return Grid.of(List.of("rows", "mean error", "median", "p90", "bias", "why"), rows, Set.of(0, 1, 2, 3, 4));
    }

    private static Map<String, Integer> unknown(AccuracyStudy study) {
        Map<String, Integer> reasons = new TreeMap<>();
        study.unknown().values().forEach(reason -> reasons.merge(reason, 1, Integer::sum));
        return reasons;
    }

    private static Grid outliers(List<ScoredMeasurement> outliers) {
        List<List<String>> rows = new ArrayList<>();
        for (ScoredMeasurement scored : outliers) {
            Measurement row = scored.row();
            rows.add(List.of(
                    factor(scored.ratio()),
                    row.metric().toString(),
                    NumberText.rounded(row.value(), 4),
                    NumberText.rounded(scored.model(), 4),
                    row.chip(),
                    row.model(),
                    row.stack(),
                    row.place().toString()));
        }
        return Grid.of(
                List.of("model/measured", "metric", "measured", "model", "chip", "served", "stack", "row"),
                rows,
                Set.of(0, 2, 3));
    }

    /** A row for each measurement, those that are left out included. */
    @Override
    public Grid rows() {
        List<List<String>> rows = new ArrayList<>();
        for (ScoredMeasurement scored : study.rows()) {
            Measurement row = scored.row();
            rows.add(List.of(
                    row.id(),
                    row.chip(),
                    row.model(),
                    row.weights(),
                    row.stack(),
                    scored.layout(),
                    row.load().toString(),
                    row.metric().toString(),
                    NumberText.exact(row.value()),
                    NumberText.rounded(scored.model(), 5).replace(",", ""),
                    factor(scored.ratio()),
                    scored.regime().toString(),
                    scored.excluded().orElse("")));
        }
        return Grid.of(
                List.of(
                        "id",
                        "chip",
                        "model",
                        "weights",
                        "stack",
                        "layout",
                        "load",
                        "metric",
                        "measured",
                        "forecast",
                        "ratio",
                        "regime",
                        "left_out_because"),
                rows,
                Set.of());
    }

    static String factor(double ratio) {
        return String.format(Locale.ROOT, "%.3f", ratio);
    }

    static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * part);
    }
}
