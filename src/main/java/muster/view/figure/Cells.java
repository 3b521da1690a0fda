package muster.view.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import muster.scenario.Estimate;
import muster.trace.Curve;
import muster.trace.Step;
import muster.uncertainty.Spread;
import muster.unit.Numbers;

/** Figures as cells of a table, with the digits that they support. */
public final class Cells {
    // Point estimates from inputs of one or two digits support no more.
    private static final int MOST_DIGITS = 4;
    private static final int LEAST_DIGITS = 2;
    private static final int WRITTEN_DIGITS = 9;

    private Cells() {}

    /** The value, what was given with all its digits; where it was sampled the median with its interval. */
    public static String of(Estimate estimate, Step step) {
        boolean given = step.kind() == Step.Kind.INPUT && written(step.value());
        return estimate.spread(step)
                .filter(spread -> spread.p5() != spread.p95())
                .map(Cells::interval)
                .orElse(given ? Numbers.exact(step.value()) : Numbers.rounded(step.value(), MOST_DIGITS));
    }

    /** A count with all its digits; where it was sampled the median with its interval. */
    public static String whole(Estimate estimate, String name) {
        return estimate.step(name)
                .map(step -> estimate.spread(step)
                        .filter(spread -> spread.p5() != spread.p95())
                        .map(Cells::interval)
                        .orElse(Numbers.rounded(step.value(), WRITTEN_DIGITS)))
                .orElse("-");
    }

    // A person writes few digits; more are the middle that was computed for an interval.
    private static boolean written(double value) {
        return new BigDecimal(value).round(new MathContext(WRITTEN_DIGITS)).doubleValue() == value;
    }

    /** The unit of a step; nothing for a pure number. */
    public static String unit(Step step) {
        return step.unit().equals("1") ? "" : step.unit();
    }

    /** The value of a point of a curve; where it was sampled the median with its interval. */
    public static String of(Estimate estimate, Curve curve, Curve.Point point) {
        return estimate.spread(curve, point)
                .filter(spread -> spread.p5() != spread.p95())
                .map(Cells::interval)
                .orElse(Numbers.rounded(point.value(), MOST_DIGITS));
    }

    /** The median with its interval, with the digits that it supports. */
    public static String interval(Spread spread) {
        int digits = digits(spread);
        return "%s [%s, %s]"
                .formatted(
                        Numbers.rounded(spread.p50(), digits),
                        Numbers.rounded(spread.p5(), digits),
                        Numbers.rounded(spread.p95(), digits));
    }

    // One digit beyond the first that the interval leaves open.
    private static int digits(Spread spread) {
        double width = (spread.p95() - spread.p5()) / Math.abs(spread.p50());
        int digits = width > 0 && Double.isFinite(width) ? 2 - (int) Math.floor(Math.log10(width)) : MOST_DIGITS;
        return Math.max(LEAST_DIGITS, Math.min(MOST_DIGITS, digits));
    }
}
