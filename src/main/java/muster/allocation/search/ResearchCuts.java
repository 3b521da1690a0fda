package muster.allocation.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import muster.allocation.problem.ResearchTerms;
import muster.allocation.problem.ResearchTerms.Plane;

/**
 * Planes that hold the rate of research of each period from above (Kelley 1960). More are added where the optimum of a program lies,
 * until the rate meets them.
 */
final class ResearchCuts {
    // The first planes touch where so much of all that there is runs experiments and the rest serves.
    private static final List<Double> FIRST = List.of(1 / 64.0, 1 / 16.0, 0.25, 0.5, 0.75, 15 / 16.0, 63 / 64.0);
    private static final double NEARER = 1e-4;
    // Planes that differ by less are one.
    private static final double ALIKE = 1e-12;
    private static final double NEAR = 1e-7;

    // A plane that bound nothing in so many programs is given up, but for the first: programs stay small.
    private static final int IDLE = 12;

    private final ResearchTerms terms;
    private final List<Touched> periods = new ArrayList<>();

    /** The planes of a period, and the least of each that one of them touches at. */
    private static final class Touched {
        private final List<Plane> planes = new ArrayList<>();
        private final List<Integer> idle = new ArrayList<>();
        private int first;
        private double leastH100e;
        private double leastEquivalents;
    }

    /**
     * Planes for a start.
     *
     * @param mostH100e the most experiments that each period can have, in H100e
     * @param mostEquivalents the most equivalents that each period can have
     */
    ResearchCuts(ResearchTerms terms, List<Double> mostH100e, List<Double> mostEquivalents) {
        this.terms = terms;
        for (int period = 0; period < mostH100e.size(); period++) {
            Touched touched = new Touched();
            touched.leastH100e = mostH100e.get(period) > 0 ? mostH100e.get(period) : 1;
            touched.leastEquivalents = mostEquivalents.get(period) > 0 ? mostEquivalents.get(period) : 1;
            periods.add(touched);
            double all = touched.leastH100e;
            double most = touched.leastEquivalents;
            FIRST.forEach(part -> touch(touched, part * all, (1 - part) * most));
            touched.first = touched.planes.size();
        }
    }

    /** The law that they hold. */
    ResearchTerms terms() {
        return terms;
    }

    /** The planes of a period. */
    List<Plane> planes(int period) {
        return List.copyOf(periods.get(period).planes);
    }

    /** Gives up planes of a period that have bound nothing for long. */
    void age(int period, IntPredicate binding) {
        Touched touched = periods.get(period);
        for (int i = touched.planes.size() - 1; i >= touched.first; i--) {
            int idle = binding.test(i) ? 0 : touched.idle.get(i) + 1;
            touched.idle.set(i, idle);
            if (idle >= IDLE) {
                touched.planes.remove(i);
                touched.idle.remove(i);
            }
        }
    }

    /** Adds what touches above a point, or nearer to none of either than any does; false where there is nothing to add. */
    boolean add(int period, double h100e, double equivalents) {
        Touched touched = periods.get(period);
        // At none of one the rate may have no slope, so a plane cannot touch there: it comes near.
        return touch(
                touched,
                Math.max(h100e, touched.leastH100e * NEARER),
                terms.people() > 0 ? equivalents : Math.max(equivalents, touched.leastEquivalents * NEARER));
    }

    /** Adds what touches above a point, where the planes that there are overstate it; those that hardly differ make few digits. */
    void suggest(int period, double h100e, double equivalents) {
        double rate = terms.rate(h100e, equivalents);
        double least = periods.get(period).planes.stream()
                .mapToDouble(plane -> plane.at(h100e, equivalents))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        if (least > rate * (1 + NEAR)) {
            add(period, h100e, equivalents);
        }
    }

    private boolean touch(Touched touched, double h100e, double equivalents) {
        boolean any = false;
        double rate = terms.rate(h100e, equivalents);
        for (Plane plane : terms.tangents(h100e, equivalents)) {
            if (touched.planes.stream().noneMatch(other -> alike(plane, other, h100e, equivalents, rate))) {
                any |= touched.planes.add(plane);
                touched.idle.add(0);
            }
        }
        touched.leastH100e = Math.min(touched.leastH100e, h100e);
        touched.leastEquivalents =
                equivalents > 0 ? Math.min(touched.leastEquivalents, equivalents) : touched.leastEquivalents;
        return any;
    }

    private static boolean alike(Plane one, Plane other, double h100e, double equivalents, double rate) {
        double apart = Math.abs(one.height() - other.height())
                + Math.abs(one.perH100e() - other.perH100e()) * h100e
                + Math.abs(one.perEquivalent() - other.perEquivalent()) * equivalents;
        return apart <= ALIKE * rate;
    }
}
