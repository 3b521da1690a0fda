package muster.allocation.search;

import java.util.ArrayList;
import java.util.List;
import muster.allocation.problem.ResearchReturns;

/**
 * Lines that hold the worth of each period from above. More are added where the optimum of a program lies, so that dual values
 * are slopes and no stairs.
 */
final class Tangents {
    // The first breakpoints at the most that a period can have and at each quarter of the one before.
    private static final int FIRST = 6;
    private static final double STEP = 0.25;
    private static final double NEARER = 1e-4;

    private final ResearchReturns returns;
    private final List<List<Double>> touches = new ArrayList<>();

    /**
     * Tangents for a start.
     *
     * @param most the most equivalents that each period can have
     */
    Tangents(ResearchReturns returns, List<Double> most) {
        this.returns = returns;
        for (double equivalents : most) {
            List<Double> period = new ArrayList<>();
            for (int i = 0; i < FIRST && equivalents > 0; i++) {
                period.add(equivalents * Math.pow(STEP, i));
            }
            touches.add(period);
        }
    }

    /**
     * A tangent as a step of equivalents.
     *
     * @param slope what each is worth
     * @param room for how many equivalents no tangent is lower; infinity for the last
     * @param height the worth of no equivalents on the line of the tangent
     */
    record Step(double slope, double room, double height) {}

    /** The tangents of a period by what they touch, so by falling slope; some where there is any worth. */
    List<Step> steps(int period) {
        List<Double> sorted = touches.get(period).stream().sorted().toList();
        List<Step> steps = new ArrayList<>();
        double from = 0;
        for (int i = 0; i < sorted.size(); i++) {
            double until =
                    i + 1 < sorted.size() ? meet(period, sorted.get(i), sorted.get(i + 1)) : Double.POSITIVE_INFINITY;
            double slope = returns.slope(period, sorted.get(i));
            steps.add(new Step(slope, until - from, height(period, sorted.get(i))));
            from = until;
        }
        return steps;
    }

    // Tangents of a concave worth meet between what they touch.
    private double meet(int period, double touch, double next) {
        double fall = returns.slope(period, touch) - returns.slope(period, next);
        double rise = height(period, next) - height(period, touch);
        return fall > 0 ? Math.min(Math.max(rise / fall, touch), next) : next;
    }

    /** Adds a line that touches at some equivalents, or nearer to none than any; false where there is one already. */
    boolean addBreakpoint(int period, double equivalents) {
        List<Double> lines = touches.get(period);
        double least = lines.stream().mapToDouble(line -> line).min().orElse(0);
        // At none the worth has no slope, so a line cannot touch there: it comes near.
        double touch = Math.max(equivalents, least * NEARER);
        return touch > 0 && !lines.contains(touch) && lines.add(touch);
    }

    // The worth of no equivalents on the line that touches at some.
    private double height(int period, double touch) {
        return returns.worth(period, touch) - returns.slope(period, touch) * touch;
    }
}
