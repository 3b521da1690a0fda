package muster.research.task;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How fast the longest horizon of all models grew: the line of least squares through log2 of the records, over the day of their release.
 *
 * @param days the days in which it doubles
 * @param level the horizon on the line on the day from which days are counted, in seconds
 * @param records how many records it goes through
 */
public record HorizonTrend(double days, double level, int records) {

    /** Which of the two horizons. */
    public enum Reliability {
        HALF(horizon -> horizon.half().central()),
        EIGHTY(horizon -> horizon.eighty().central());

        private final ToDoubleFunction<TimeHorizon> length;

        Reliability(ToDoubleFunction<TimeHorizon> length) {
            this.length = length;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Point(long day, double length) {}

    /**
     * The line through the records.
     *
     * @param models measured models; those without a day of release are left out
     * @param which which horizon
     * @param since the first day of release of a record that counts
     * @param longest the longest horizon that counts, in seconds
     * @param zero the day of the level
     * @return nothing where fewer than two records count
     */
    public static Optional<HorizonTrend> of(
            List<TimeHorizon> models, Reliability which, LocalDate since, double longest, LocalDate zero) {
        double best = 0;
        List<Point> points = new ArrayList<>();
        for (TimeHorizon model : byRelease(models, which)) {
            double length = which.length.applyAsDouble(model);
            LocalDate day = model.released().orElseThrow().first();
            if (length > best && !day.isBefore(since) && length <= longest) {
                points.add(new Point(day.toEpochDay() - zero.toEpochDay(), length));
            }
            best = Math.max(best, length);
        }
        return points.size() < 2 ? Optional.empty() : Optional.of(line(points));
    }

    private static List<TimeHorizon> byRelease(List<TimeHorizon> models, Reliability which) {
        // Of several on one day the longest is the record.
        return models.stream()
                .filter(model -> model.released().isPresent())
                .sorted(Comparator.comparing((TimeHorizon model) ->
                                model.released().orElseThrow().first())
                        .thenComparing(Comparator.comparingDouble(which.length).reversed()))
                .toList();
    }

    private static HorizonTrend line(List<Point> points) {
        double day = points.stream().mapToDouble(Point::day).average().orElseThrow();
        double log = points.stream().mapToDouble(HorizonTrend::log2).average().orElseThrow();
        double products = points.stream()
                .mapToDouble(point -> (point.day() - day) * (log2(point) - log))
                .sum();
        double squares = points.stream()
                .mapToDouble(point -> (point.day() - day) * (point.day() - day))
                .sum();
        double slope = products / squares;
        return new HorizonTrend(1 / slope, StrictMath.pow(2, log - slope * day), points.size());
    }

    private static double log2(Point point) {
        return StrictMath.log(point.length()) / StrictMath.log(2);
    }
}
