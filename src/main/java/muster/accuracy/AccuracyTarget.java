package muster.accuracy;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import muster.accuracy.measurement.Metric;
import muster.accuracy.measurement.TrafficPattern;

/** What the model is held to. */
public enum AccuracyTarget {
    DENSE_TOKEN_TIME("mean error of the time per token of dense models"),
    DENSE_TOKEN_TIME_UNSEEN_CHIP("the same on chips that the fit did not see"),
    DENSE_TOKEN_TIME_UNSEEN_MODEL("the same on models that the fit did not see"),
    EXPERTS_TOKEN_TIME_MEDIAN("median error of the time per token of models with experts"),
    EXPERTS_TOKEN_TIME("mean error of the time per token of models with experts"),
    EXPERTS_TOKEN_TIME_UNSEEN_CHIP("the same on chips that the fit did not see"),
    EXPERTS_TOKEN_TIME_UNSEEN_MODEL("the same on models that the fit did not see"),
    SATURATED_MEDIAN("median error of tokens per second and chip of saturated servers"),
    SINGLE_STREAM_MEDIAN("median error of the speed of one stream alone"),
    TIME_TO_FIRST_TOKEN_MEDIAN("median error of the time to first token of an idle server"),
    TOKEN_TIME_2026_MEDIAN("median error of the time per token of what was published in 2026 by others"),
    TOKEN_TIME_2026_UNSEEN_SOURCE("the same on sources that the fit did not see"),
    THROUGHPUT_2026_MEDIAN("median error of tokens per second and chip of the same"),
    THROUGHPUT_2026_UNSEEN_SOURCE("the same on sources that the fit did not see"),
    TIME_TO_FIRST_TOKEN_2026_MEDIAN("median error of the time to first token under load of the same"),
    TIME_TO_FIRST_TOKEN_2026_UNSEEN_SOURCE("the same on sources that the fit did not see"),
    TIME_TO_FIRST_TOKEN_UNDER_LOAD_MEDIAN("median error of the time to first token at a number of requests"),
    ARRIVALS_TIME_TO_FIRST_TOKEN("mean error of the time to first token at a rate of requests"),
    ARRIVALS_TOKEN_TIME("mean error of the time per token at a rate of requests"),
    ARRIVALS_REQUEST_TIME("mean error of the time of a whole request at a rate of requests"),
    RANK_CORRELATION("rank correlation of measured and modelled tokens per second and chip, all vendors"),
    BAND_COVERAGE("part of rows within their 90% band, chips that neither fit nor band saw");

    private final String meaning;

    AccuracyTarget(String meaning) {
        this.meaning = meaning;
    }

    /** What it says, in words. */
    public String meaning() {
        return meaning;
    }

    /** Its value for rows; nothing where no row says something of it. */
    OptionalDouble value(List<ScoredMeasurement> rows) {
        return switch (this) {
            case DENSE_TOKEN_TIME -> mean(rows, row -> row.tokenTime() && !row.of2026() && !row.experts());
            case DENSE_TOKEN_TIME_UNSEEN_CHIP ->
                withoutChip(rows, row -> row.tokenTime() && !row.of2026() && !row.experts());
            case DENSE_TOKEN_TIME_UNSEEN_MODEL ->
                withoutModel(rows, row -> row.tokenTime() && !row.of2026() && !row.experts());
            case EXPERTS_TOKEN_TIME_MEDIAN -> median(rows, row -> row.tokenTime() && !row.of2026() && row.experts());
            case EXPERTS_TOKEN_TIME -> mean(rows, row -> row.tokenTime() && !row.of2026() && row.experts());
            case EXPERTS_TOKEN_TIME_UNSEEN_CHIP ->
                withoutChip(rows, row -> row.tokenTime() && !row.of2026() && row.experts());
            case EXPERTS_TOKEN_TIME_UNSEEN_MODEL ->
                withoutModel(rows, row -> row.tokenTime() && !row.of2026() && row.experts());
            case SATURATED_MEDIAN -> median(rows, row -> row.row().load() == TrafficPattern.SATURATED);
            case SINGLE_STREAM_MEDIAN -> median(rows, AccuracyTarget::alone);
            case TIME_TO_FIRST_TOKEN_MEDIAN -> median(rows, row -> row.row().load() == TrafficPattern.IDLE);
            case TOKEN_TIME_2026_MEDIAN ->
                median(rows, row -> row.of2026() && row.row().metric() == Metric.TPOT_MS);
            case TOKEN_TIME_2026_UNSEEN_SOURCE ->
                withoutSource(rows, row -> row.of2026() && row.row().metric() == Metric.TPOT_MS);
            case THROUGHPUT_2026_MEDIAN ->
                median(rows, row -> row.of2026() && row.row().metric() == Metric.OUTPUT_TOKENS_PER_S_PER_CHIP);
            case THROUGHPUT_2026_UNSEEN_SOURCE ->
                withoutSource(rows, row -> row.of2026() && row.row().metric() == Metric.OUTPUT_TOKENS_PER_S_PER_CHIP);
            case TIME_TO_FIRST_TOKEN_2026_MEDIAN ->
                median(rows, row -> row.of2026() && row.row().metric() == Metric.TTFT_MS);
            case TIME_TO_FIRST_TOKEN_2026_UNSEEN_SOURCE ->
                withoutSource(rows, row -> row.of2026() && row.row().metric() == Metric.TTFT_MS);
            case TIME_TO_FIRST_TOKEN_UNDER_LOAD_MEDIAN ->
                median(
                        rows,
                        row -> row.row().metric() == Metric.TTFT_MS && row.row().load() == TrafficPattern.SERVED);
            case ARRIVALS_TIME_TO_FIRST_TOKEN -> arrivals(rows, Metric.TTFT_MS);
            case ARRIVALS_TOKEN_TIME -> arrivals(rows, Metric.TPOT_MS);
            case ARRIVALS_REQUEST_TIME -> arrivals(rows, Metric.REQUEST_LATENCY_S);
            case RANK_CORRELATION -> rankCorrelation(rows);
            case BAND_COVERAGE -> {
                List<ScoredMeasurement> unseen = rows.stream()
                        .filter(row -> row.withoutChip().isPresent())
                        .toList();
                yield unseen.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(ErrorBands.coverage(unseen));
            }
        };
    }

    /** Whether more is better. */
    public boolean moreIsBetter() {
        return this == RANK_CORRELATION;
    }

    private static boolean alone(ScoredMeasurement row) {
        return row.row().load() == TrafficPattern.STATIC
                && row.row().requests().orElse(0) == 1
                && (row.row().metric() == Metric.OUTPUT_TOKENS_PER_S_PER_USER
                        || row.row().metric() == Metric.TPOT_MS
                        || row.row().metric() == Metric.REQUEST_LATENCY_S);
    }

    private static OptionalDouble arrivals(List<ScoredMeasurement> rows, Metric metric) {
        return mean(
                rows,
                row -> row.row().load() == TrafficPattern.ARRIVALS && row.row().metric() == metric);
    }

    private static OptionalDouble mean(List<ScoredMeasurement> rows, Predicate<ScoredMeasurement> meant) {
        return rows.stream()
                .filter(meant)
                .mapToDouble(row -> Math.abs(row.ratio() - 1))
                .average();
    }

    private static OptionalDouble withoutChip(List<ScoredMeasurement> rows, Predicate<ScoredMeasurement> meant) {
        return rows.stream()
                .filter(meant)
                .filter(row -> row.withoutChip().isPresent())
                .mapToDouble(row -> Math.abs(row.ratioWithoutChip() - 1))
                .average();
    }

    private static OptionalDouble withoutModel(List<ScoredMeasurement> rows, Predicate<ScoredMeasurement> meant) {
        return rows.stream()
                .filter(meant)
                .filter(row -> row.withoutModel().isPresent())
                .mapToDouble(row -> Math.abs(row.ratioWithoutModel() - 1))
                .average();
    }

    private static OptionalDouble median(List<ScoredMeasurement> rows, Predicate<ScoredMeasurement> meant) {
        double[] errors = rows.stream()
                .filter(meant)
                .mapToDouble(row -> Math.abs(row.ratio() - 1))
                .toArray();
        return errors.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Score.quantile(errors, 0.5));
    }

    private static OptionalDouble withoutSource(List<ScoredMeasurement> rows, Predicate<ScoredMeasurement> meant) {
        double[] errors = rows.stream()
                .filter(meant)
                .filter(row -> row.withoutSource().isPresent())
                .mapToDouble(row -> Math.abs(row.ratioWithoutSource() - 1))
                .toArray();
        return errors.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Score.quantile(errors, 0.5));
    }

    private static OptionalDouble rankCorrelation(List<ScoredMeasurement> rows) {
        List<ScoredMeasurement> rates = rows.stream()
                .filter(row -> row.row().metric() == Metric.OUTPUT_TOKENS_PER_S_PER_CHIP
                        || row.row().metric() == Metric.OUTPUT_TOKENS_PER_S_TOTAL)
                .toList();
        return rates.size() < 3
                ? OptionalDouble.empty()
                : OptionalDouble.of(Score.rankCorrelation(
                        rates.stream()
                                .mapToDouble(row -> row.row().comparable())
                                .toArray(),
                        rates.stream()
                                .mapToDouble(row -> row.ratio() * row.row().comparable())
                                .toArray()));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
