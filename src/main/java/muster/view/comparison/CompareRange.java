package muster.view.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.scenario.ComparisonResult;
import muster.technique.comparison.ComparisonRow;
import muster.technique.comparison.DesignRange;
import muster.technique.comparison.RangePoint;
import muster.unit.NumberText;
import muster.view.Grid;

/** Gains over required speeds and over the sizes of replicas, and what limits them. */
final class CompareRange {
    private CompareRange() {}

    /** The tables by their heads; none where nothing was computed around what was asked. */
    static Map<String, Grid> of(ComparisonResult compared) {
        Map<String, Grid> grids = new LinkedHashMap<>();
        List<DesignRange> rows = techniques(compared);
        if (!rows.isEmpty()) {
            grids.put(
                    "gain at equal loss (at equal total budget) over the required speed, in token/s",
                    grid(rows, DesignRange::bySpeed, spot -> NumberText.exact(spot.serialSpeed())));
            grids.put(
                    "the same at %s token/s over max_replica_chips"
                            .formatted(NumberText.exact(compared.requiredSpeed())),
                    grid(rows, DesignRange::byReplica, spot -> NumberText.exact(spot.maxReplicaChips())));
        }
        return grids;
    }

    private static List<DesignRange> techniques(ComparisonResult compared) {
        return compared.surroundings().stream()
                .filter(around -> !around.row().techniques().isEmpty())
                .toList();
    }

    private static Grid grid(
            List<DesignRange> rows, Function<DesignRange, List<RangePoint>> range, Function<RangePoint, String> head) {
        List<String> heads = new ArrayList<>(List.of("techniques"));
        range.apply(rows.get(0)).forEach(spot -> heads.add(head.apply(spot)));
        return Grid.of(
                heads,
                rows.stream()
                        .map(around -> {
                            List<String> cells = new ArrayList<>(List.of(CompareView.name(around.row())));
                            range.apply(around).forEach(spot -> cells.add(cell(spot)));
                            return cells;
                        })
                        .toList(),
                IntStream.range(1, heads.size()).boxed().collect(Collectors.toSet()));
    }

    private static String cell(RangePoint spot) {
        if (spot.throughput() <= 0) {
            return spot.baseThroughput() <= 0 ? "-" : "too slow";
        }
        return spot.gain().isEmpty()
                ? "base too slow"
                : CompareView.times(spot.gain())
                        + (spot.budgetGain().isPresent()
                                ? " (%s)".formatted(CompareView.times(spot.budgetGain()))
                                : "");
    }

    /** The limits at which rows lie, in words. */
    static List<String> limits(ComparisonResult compared) {
        List<String> lines = new ArrayList<>();
        for (ComparisonRow row : CompareView.rows(compared)) {
            row.equalLoss()
                    .outcome()
                    .ifPresent(outcome -> outcome.limits().forEach(limit -> lines.add(row.name() + ": " + limit)));
        }
        for (DesignRange around : compared.surroundings()) {
            around.bound().ifPresent(spot -> lines.add(bound(compared, around, spot)));
        }
        String edges = techniques(compared).stream()
                .filter(DesignRange::onEdge)
                .map(around -> edge(around.row().name(), around.largest().orElseThrow()))
                .collect(Collectors.joining(", "));
        if (!edges.isEmpty()) {
            lines.add(
                    "the largest gain over these speeds is at an edge of what they or the base reach, and may be larger beyond: "
                            + edges);
        }
        return lines;
    }

    private static String edge(String name, RangePoint spot) {
        return "%s %s at %s token/s"
                .formatted(name, CompareView.times(spot.gain()), NumberText.exact(spot.serialSpeed()));
    }

    private static String bound(ComparisonResult compared, DesignRange around, RangePoint spot) {
        String more = NumberText.rounded(spot.throughput() / around.request().throughput(), CompareView.DIGITS);
        String gain = around.row().techniques().isEmpty()
                ? ""
                : ", and the gain %s instead of %s"
                        .formatted(
                                CompareView.times(spot.gain()),
                                CompareView.times(around.request().gain()));
        return "%s: max_replica_chips %s binds: with %s the throughput is %s times as high%s"
                .formatted(around.row().name(), compared.maxReplicaChips(), spot.maxReplicaChips(), more, gain);
    }

    /** The techniques that change what is trained, the largest gain at equal total budget first, with the training that each takes. */
    static List<String> ranking(ComparisonResult compared) {
        return compared.comparison().alone().stream()
                .filter(row -> row.budgetGain().isPresent())
                .filter(row -> row.extraFlop().orElse(0) != 0)
                .sorted((one, other) -> Double.compare(
                        other.budgetGain().getAsDouble(), one.budgetGain().getAsDouble()))
                .map(row -> "%s: %s for %s FLOP of training, %s of that of the base; training is %s%% of its total"
                        .formatted(
                                row.name(),
                                CompareView.times(row.budgetGain()),
                                NumberText.rounded(flop(row), CompareView.DIGITS),
                                CompareView.times(OptionalDouble.of(
                                        flop(row) / (flop(row) - row.extraFlop().orElseThrow()))),
                                NumberText.rounded(100 * row.trainingPart().orElseThrow(), CompareView.DIGITS)))
                .toList();
    }

    private static double flop(ComparisonRow row) {
        return row.equalLoss().design().orElseThrow().trainingFlop().orElseThrow();
    }
}
