package muster.view.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import muster.scenario.Estimate;
import muster.trace.Curve;
import muster.trace.TraceStep;
import muster.uncertainty.sampling.Percentiles;
import muster.unit.NumberText;

/** Figures as cells of a table, with the digits that they support. */
public final class Cells {
    // Point estimates from inputs of one or two digits support no more.
    private static final int MOST_DIGITS = 4;
    private static final int LEAST_DIGITS = 2;
    private static final int WRITTEN_DIGITS = 9;
    private static final int ODDS_DIGITS = 3;

    private Cells() {}

    /** The value, what was given with all its digits; where it was sampled the median with its interval, or the odds. */
    public static String of(Estimate estimate, TraceStep step) {
        boolean given = step.kind() == TraceStep.Kind.INPUT && written(step.value());
        Optional<Percentiles> sampled = estimate.percentiles(step);
        Optional<String> odds = sampled.filter(spread -> spread.p5() == spread.p95() && spread.p50() != step.value())
                .map(spread -> NumberText.rounded(spread.p50(), ODDS_DIGITS));
        return odds.or(() ->
                        sampled.filter(spread -> spread.p5() != spread.p95()).map(Cells::interval))
                .orElse(given ? NumberText.exact(step.value()) : NumberText.rounded(step.value(), MOST_DIGITS));
    }

    /** A count with all its digits; where it was sampled the median with its interval. */
    public static String whole(Estimate estimate, String name) {
        return estimate.step(name)
                .map(step -> estimate.percentiles(step)
                        .filter(spread -> spread.p5() != spread.p95())
                        .map(Cells::interval)
                        .orElse(NumberText.rounded(step.value(), WRITTEN_DIGITS)))
                .orElse("-");
    }

    // A person writes few digits; more are the middle that was computed for an interval.
    private static boolean written(double value) {
        return new BigDecimal(value).round(new MathContext(WRITTEN_DIGITS)).doubleValue() == value;
    }

    /** The unit of a step; nothing for a pure number. */
    public static String unit(TraceStep step) {
        return step.unit().equals("1") ? "" : step.unit();
    }

    /** The value of a point of a curve; where it was sampled the median with its interval. */
    public static String of(Estimate estimate, Curve curve, Curve.Point point) {
        return estimate.percentiles(curve, point)
                .filter(spread -> spread.p5() != spread.p95())
                .map(Cells::interval)
                .orElse(NumberText.rounded(point.value(), MOST_DIGITS));
    }

    /** The median with its interval, with the digits that it supports. */
    public static String interval(Percentiles spread) {
        int digits = digits(spread);
        return "%s [%s, %s]"
                .formatted(
                        NumberText.rounded(spread.p50(), digits),
                        NumberText.rounded(spread.p5(), digits),
                        NumberText.rounded(spread.p95(), digits));
    }

    // One digit beyond the first that the interval leaves open.
    private static int digits(Percentiles spread) {
        double width = (spread.p95() - spread.p5()) / Math.abs(spread.p50());
        int digits = width > 0 && Double.isFinite(width) ? 2 - (int) Math.floor(Math.log10(width)) : MOST_DIGITS;
        return Math.max(LEAST_DIGITS, Math.min(MOST_DIGITS, digits));
    }
}
