package muster.accuracy.measurement;

import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import muster.diagnostic.Place;

/**
 * A measured speed.
 *
 * @param place where it is written
 * @param id a name of its own, that of its source where it has one
 * @param chip the chip, by its id in the catalog
 * @param chips all chips that took part
 * @param model the model, by its id in the catalog
 * @param weights the format of the weights, as {@code fp8}
 * @param cache the format of the KV cache; empty where it is not known
 * @param stack the software, as {@code vllm}
 * @param version its version
 * @param layout how a replica was parallelised, where that is known
 * @param load how requests came
 * @param requests how many were in flight, in all replicas of the layout; nothing where the server took as many as it could
 * @param prompt tokens of a prompt, where that is known
 * @param output tokens of an answer, where that is known
 * @param drafted draft tokens of each step; nothing where they were drafted and it is not known how many
 * @param acceptance tokens that a step yields with them, as measured, where that is known
 * @param prefill the servers that prefill where these are apart
 * @param traffic what more is known of how requests came
 * @param metric what was measured
 * @param value the measured value, in the unit of the metric
 * @param origin who measured or published it
 * @param date when, as its source says
 * @param source the document
 * @param note what else the source says
 */
public record Measurement(
        Place place,
        String id,
        String chip,
        int chips,
        String model,
        String weights,
        String cache,
        String stack,
        String version,
        Optional<MeasuredLayout> layout,
        TrafficPattern load,
        OptionalDouble requests,
        OptionalDouble prompt,
        OptionalDouble output,
        OptionalInt drafted,
        OptionalDouble acceptance,
        Optional<PrefillServers> prefill,
        Traffic traffic,
        Metric metric,
        double value,
        String origin,
        String date,
        String source,
        String note) {
    // Letters of a month, as 2026-04.
    private static final int MONTH = 7;

    /** The month of its date, where that has one. */
    public Optional<YearMonth> month() {
        return date.matches("[0-9]{4}-(0[1-9]|1[0-2]).*")
                ? Optional.of(YearMonth.parse(date.substring(0, MONTH)))
                : Optional.empty();
    }

    /** The value per chip where it is that of all chips, else as it is. */
    public double comparable() {
        return metric == Metric.OUTPUT_TOKENS_PER_S_TOTAL ? value / chips : value;
    }
}
