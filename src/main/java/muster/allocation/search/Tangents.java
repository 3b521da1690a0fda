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

    /** The breakpoints of a period: the equivalents at which its lines touch the worth. */
    List<Double> of(int period) {
        return touches.get(period);
    }

    /** Adds a line that touches at some equivalents, or nearer to none than any; false where there is one already. */
    boolean addBreakpoint(int period, double equivalents) {
        List<Double> lines = touches.get(period);
        double least = lines.stream().mapToDouble(line -> line).min().orElse(0);
        // At none the worth has no slope, so a line cannot touch there: it comes near.
        double touch = Math.max(equivalents, least * NEARER);
        return touch > 0 && !lines.contains(touch) && lines.add(touch);
    }

    /** The worth of no equivalents on the line that touches at some. */
    double height(int period, double touch) {
        return returns.worth(period, touch) - returns.slope(period, touch) * touch;
    }
}
