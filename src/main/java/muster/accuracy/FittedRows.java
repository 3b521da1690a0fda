package muster.accuracy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import muster.accuracy.measurement.MeasuredCase;
import muster.accuracy.measurement.Measurement;
import muster.accuracy.measurement.Metric;
import muster.accuracy.measurement.TrafficPattern;

/**
 * The rows that the time of a step is fitted to, and those that follow from them. First tokens that wait, and what comes at a rate,
 * follow from the time of steps and say little of it. So does the throughput of a number of users, who wait for first tokens, where
 * the time per token of the same run is a row as well; where it is not, their throughput is all that tells of the steps.
 *
 * @param steps what is fitted
 * @param rates throughput of users beside a time per token
 */
record FittedRows(List<MeasuredCase> steps, List<MeasuredCase> rates) {

    static FittedRows of(List<MeasuredCase> counted) {
        Set<List<Object>> timed = counted.stream()
                .filter(one -> one.row().metric() == Metric.TPOT_MS)
                .map(FittedRows::run)
                .collect(Collectors.toSet());
        List<MeasuredCase> rates = counted.stream()
                .filter(one -> ofUsers(one.row()) && timed.contains(run(one)))
                .toList();
        Set<String> following = rates.stream().map(one -> one.row().id()).collect(Collectors.toSet());
        return new FittedRows(
                counted.stream()
                        .filter(one ->
                                timesSteps(one) && !following.contains(one.row().id()))
                        .toList(),
                rates);
    }

    // What the rows of one run share, whatever was measured of it.
    private static List<Object> run(MeasuredCase one) {
        Measurement row = one.row();
        return List.of(
                row.chip(),
                row.model(),
                row.weights(),
                row.stack(),
                row.version(),
                row.layout(),
                row.load(),
                row.requests(),
                row.prompt(),
                row.output(),
                row.origin(),
                row.date());
    }

    private static boolean timesSteps(MeasuredCase one) {
        boolean ofRate = one.row().load() == TrafficPattern.ARRIVALS;
        return !FirstTokenFit.isMeant(one) && (!ofRate || one.row().metric() == Metric.TPOT_MS);
    }

    private static boolean ofUsers(Measurement row) {
        boolean throughput =
                row.metric() == Metric.OUTPUT_TOKENS_PER_S_PER_CHIP || row.metric() == Metric.OUTPUT_TOKENS_PER_S_TOTAL;
        return throughput && (row.load() == TrafficPattern.SERVED || row.load() == TrafficPattern.DISAGGREGATED);
    }
}
