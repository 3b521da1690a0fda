package muster.allocation.search;

import java.util.ArrayList;
import java.util.List;
import muster.allocation.problem.PeriodGroup;
import muster.allocation.problem.Situation;
import muster.numeric.GoldenSection;

/**
 * The best point known of a schedule. The optimum of a program with few planes lies far from the best; between it and the best point so
 * far, all of which a plan can reach, research is greatest somewhere, and there planes are wanted too.
 */
final class BestPoint {
    private static final double WIDTH = 1e-7;

    private final Situation situation;
    private List<PeriodWorth.Value> best = List.of();

    BestPoint(Situation situation) {
        this.situation = situation;
    }

    /** The best point between the best so far and another, which is the best from then on. */
    List<PeriodWorth.Value> towards(List<PeriodWorth.Value> other) {
        if (best.isEmpty()) {
            best = other;
            return best;
        }
        List<PeriodWorth.Value> from = best;
        double part = GoldenSection.of(t -> worth(between(from, other, t)), 0, 1, WIDTH);
        best = between(from, other, part);
        return best;
    }

    private double worth(List<PeriodWorth.Value> point) {
        return point.stream().mapToDouble(PeriodWorth.Value::worth).sum();
    }

    private List<PeriodWorth.Value> between(List<PeriodWorth.Value> from, List<PeriodWorth.Value> to, double part) {
        List<PeriodWorth.Value> point = new ArrayList<>(from.size());
        for (int i = 0; i < from.size(); i++) {
            PeriodGroup span = from.get(i).span();
            double h100e = (1 - part) * from.get(i).h100e() + part * to.get(i).h100e();
            double equivalents =
                    (1 - part) * from.get(i).equivalents() + part * to.get(i).equivalents();
            double worth = span.length() * situation.worth(span.first(), h100e, equivalents);
            point.add(new PeriodWorth.Value(
                    span, h100e, equivalents, worth, from.get(i).prices()));
        }
        return point;
    }
}
