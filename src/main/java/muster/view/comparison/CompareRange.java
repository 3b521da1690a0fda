package muster.view.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.scenario.Compared;
import muster.technique.Row;
import muster.technique.Spot;
import muster.technique.Surroundings;
import muster.unit.Numbers;
import muster.view.Grid;

/** Gains over required speeds and over the sizes of replicas, and what limits them. */
final class CompareRange {
    private CompareRange() {}

    /** The tables by their heads; none where nothing was computed around what was asked. */
    static Map<String, Grid> of(Compared compared) {
        Map<String, Grid> grids = new LinkedHashMap<>();
        List<Surroundings> rows = techniques(compared);
        if (!rows.isEmpty()) {
            grids.put(
                    "gain at equal loss (at equal total budget) over the required speed, in token/s",
                    grid(rows, Surroundings::bySpeed, spot -> Numbers.exact(spot.serialSpeed())));
            grids.put(
                    "the same at %s token/s over max_replica_chips".formatted(Numbers.exact(compared.requiredSpeed())),
                    grid(rows, Surroundings::byReplica, spot -> Numbers.exact(spot.maxReplicaChips())));
        }
        return grids;
    }

    private static List<Surroundings> techniques(Compared compared) {
        return compared.surroundings().stream()
                .filter(around -> !around.row().techniques().isEmpty())
                .toList();
    }

    private static Grid grid(
            List<Surroundings> rows, Function<Surroundings, List<Spot>> range, Function<Spot, String> head) {
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

    private static String cell(Spot spot) {
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
    static List<String> limits(Compared compared) {
        List<String> lines = new ArrayList<>();
        for (Row row : CompareView.rows(compared)) {
            row.equalLoss()
                    .outcome()
                    .ifPresent(outcome -> outcome.limits().forEach(limit -> lines.add(row.name() + ": " + limit)));
        }
        for (Surroundings around : compared.surroundings()) {
            around.bound().ifPresent(spot -> lines.add(bound(compared, around, spot)));
        }
        String edges = techniques(compared).stream()
                .filter(Surroundings::onEdge)
                .map(around -> edge(around.row().name(), around.largest().orElseThrow()))
                .collect(Collectors.joining(", "));
        if (!edges.isEmpty()) {
            lines.add(
                    "the largest gain over these speeds is at an edge of what they or the base reach, and may be larger beyond: "
                            + edges);
        }
        return lines;
    }

    private static String edge(String name, Spot spot) {
        return "%s %s at %s token/s".formatted(name, CompareView.times(spot.gain()), Numbers.exact(spot.serialSpeed()));
    }

    private static String bound(Compared compared, Surroundings around, Spot spot) {
        String more = Numbers.rounded(spot.throughput() / around.asked().throughput(), CompareView.DIGITS);
        String gain = around.row().techniques().isEmpty()
                ? ""
                : ", and the gain %s instead of %s"
                        .formatted(
                                CompareView.times(spot.gain()),
                                CompareView.times(around.asked().gain()));
        return "%s: max_replica_chips %s binds: with %s the throughput is %s times as high%s"
                .formatted(around.row().name(), compared.maxReplicaChips(), spot.maxReplicaChips(), more, gain);
    }

    /** The techniques that change what is trained, the largest gain at equal total budget first, with the training that each takes. */
    static List<String> ranking(Compared compared) {
        return compared.comparison().alone().stream()
                .filter(row -> row.budgetGain().isPresent())
                .filter(row -> row.extraFlop().orElse(0) != 0)
                .sorted((one, other) -> Double.compare(
                        other.budgetGain().getAsDouble(), one.budgetGain().getAsDouble()))
                .map(row -> "%s: %s for %s FLOP of training, %s of that of the base; training is %s%% of its total"
                        .formatted(
                                row.name(),
                                CompareView.times(row.budgetGain()),
                                Numbers.rounded(flop(row), CompareView.DIGITS),
                                CompareView.times(OptionalDouble.of(
                                        flop(row) / (flop(row) - row.extraFlop().orElseThrow()))),
                                Numbers.rounded(100 * row.trainingPart().orElseThrow(), CompareView.DIGITS)))
                .toList();
    }

    private static double flop(Row row) {
        return row.equalLoss().design().orElseThrow().trainingFlop().orElseThrow();
    }
}
