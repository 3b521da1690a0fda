package muster.view.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.inference.replica.OperatingPoint;
import muster.inference.serving.Attainment;
import muster.unit.NumberText;
import muster.view.Chapter;
import muster.view.Grid;

/** What a fleet can have of serial speed and throughput, for people. */
public final class AttainmentTable {
    private static final int DIGITS = 3;

    private AttainmentTable() {}

    /** The tables, each with what it is; none where nothing serves and there is no target. */
    public static List<Chapter> of(Attainment attainment) {
        List<Chapter> tables = new ArrayList<>();
        if (attainment.kinds().stream().anyMatch(kind -> kind.serving().isPresent())) {
            tables.add(Chapter.captioned(
                    "Replicas at %s token/s a stream".formatted(shown(attainment.requiredSpeed())),
                    replicas(attainment)));
            tables.add(Chapter.captioned("Time per output token by component, in ms", breakdown(attainment)));
        }
        if (!attainment.opinions().isEmpty()) {
            tables.add(Chapter.captioned("What can be had, by the step-time model", opinions(attainment)));
        }
        attainment.target().ifPresent(wish -> tables.add(Chapter.captioned(sentence(attainment, wish), ways(wish))));
        return tables;
    }

    private static String sentence(Attainment attainment, Attainment.TargetResult wish) {
        Attainment.Result has = wish.has();
        String pair = "Target: %s token/s a stream and %s token/s together"
                .formatted(shown(wish.serialSpeed()), shown(wish.throughput()));
        if (has.reached()) {
            return "%s, which can be had: %s token/s at this speed".formatted(pair, shown(has.throughputAtSpeed()));
        }
        String speed = has.fastest() == 0
                ? "no chip forms a replica"
                : wish.serialSpeed() > has.fastest()
                        ? "no stream has more than %s".formatted(interval(attainment.fastest()))
                        : "at this speed there are %s token/s".formatted(shown(has.throughputAtSpeed()));
        String throughput = has.speedAtThroughput().isPresent()
                ? "so many token/s there are at %s token/s a stream".formatted(shown(has.speedAtThroughput()))
                : "so many token/s there are at no speed";
        return "%s, which is off the frontier: %s, and %s. What was tried, quality aside:"
                .formatted(pair, speed, throughput);
    }

    private static Grid replicas(Attainment attainment) {
        List<List<String>> rows = new ArrayList<>();
        for (Attainment.Kind kind : attainment.kinds()) {
            kind.serving()
                    .ifPresent(serving -> rows.add(List.of(
                            kind.chip(),
                            shown(kind.chips()),
                            serving.formats(),
                            DeploymentWords.spread(serving.point()),
                            NumberText.exact(serving.point().deployment().batch()),
                            shown(serving.point().chips()),
                            shown(serving.replicas()),
                            interval(serving.speed()),
                            serving.point().timeToFirstTokenSeconds().isPresent()
                                    ? shown(serving.point()
                                            .timeToFirstTokenSeconds()
                                            .getAsDouble())
                                    : "-",
                            shown(serving.throughput()),
                            percent(serving.utilization()))));
        }
        return Grid.of(
                List.of(
                        "chip",
                        "chips",
                        "formats",
                        "parallelism",
                        "batch",
                        "per replica",
                        "replicas",
                        "token/s a stream",
                        "TTFT, s",
                        "token/s",
                        "of peak"),
                rows,
                Set.of(1, 4, 5, 6, 7, 8, 9, 10));
    }

    private static Grid breakdown(Attainment attainment) {
        List<String> head = new ArrayList<>(List.of("chip", "ms/token"));
        head.addAll(DeploymentWords.causes());
        List<List<String>> rows = new ArrayList<>();
        for (Attainment.Kind kind : attainment.kinds()) {
            kind.serving().map(Attainment.Kind.Serving::point).ifPresent(point -> rows.add(causes(kind.chip(), point)));
        }
        return Grid.of(head, rows, IntStream.range(1, head.size()).boxed().collect(Collectors.toSet()));
    }

    private static List<String> causes(String chip, OperatingPoint point) {
        List<String> row =
                new ArrayList<>(List.of(chip, shown(1e3 * point.breakdown().seconds())));
        DeploymentWords.parts(point.breakdown()).forEach(part -> row.add(shown(1e3 * part)));
        return row;
    }

    private static Grid opinions(Attainment attainment) {
        List<List<String>> rows = attainment.opinions().stream()
                .map(opinion -> List.of(
                        opinion.method(),
                        shown(opinion.fastest()),
                        shown(opinion.atUtilization()),
                        shown(opinion.throughput())))
                .toList();
        return Grid.of(
                List.of(
                        "method",
                        "fastest, token/s",
                        "at %s of peak, token/s".formatted(percent(Attainment.COMPARED_UTILIZATION)),
                        "token/s in all at %s".formatted(shown(attainment.requiredSpeed()))),
                rows,
                Set.of(1, 2, 3));
    }

    private static Grid ways(Attainment.TargetResult wish) {
        List<List<String>> rows = wish.improvements().stream()
                .map(way -> List.of(
                        way.words(),
                        shown(way.result().fastest()),
                        shown(way.result().throughputAtSpeed()),
                        percent(way.result().throughputAtSpeed() / wish.throughput()),
                        way.result().reached() ? "yes" : "no"))
                .toList();
        return Grid.of(
                List.of(
                        "change",
                        "fastest, token/s",
                        "token/s in all at %s".formatted(shown(wish.serialSpeed())),
                        "of the target",
                        "reaches it"),
                rows,
                Set.of(1, 2, 3));
    }

    private static String interval(Attainment.Estimated estimated) {
        return estimated.p5() == estimated.p95()
                ? shown(estimated.value())
                : "%s [%s, %s]".formatted(shown(estimated.value()), shown(estimated.p5()), shown(estimated.p95()));
    }

    private static String percent(double part) {
        return NumberText.rounded(100 * part, DIGITS) + "%";
    }

    private static String shown(OptionalDouble value) {
        return value.isPresent() ? shown(value.getAsDouble()) : "-";
    }

    private static String shown(double value) {
        return NumberText.rounded(value, DIGITS);
    }
}
