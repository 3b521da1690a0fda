package muster.allocation.search;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;
import muster.allocation.problem.ChipStock;
import muster.allocation.problem.EfficientServings;
import muster.allocation.problem.ResearchTerms;
import muster.allocation.problem.ResearchTerms.Plane;
import muster.allocation.problem.Situation;
import muster.numeric.GoldenSection;

/**
 * What the research of a period can be worth at most under a law, without a linear program: under the plane that touches the rate where
 * the one split of all kinds of chips between experiments and serving is best. Remembered by what is served; for one thread.
 */
final class ResearchBounds {
    private static final double WIDTH = 1e-6;

    private final Situation situation;
    private final IdentityHashMap<List<EfficientServings.Best>, PeriodBound[]> known = new IdentityHashMap<>();

    ResearchBounds(Situation situation) {
        this.situation = situation;
    }

    /** What a period is worth at most. */
    static final class PeriodBound {
        private final double most;
        private final double[] earns;

        private PeriodBound(double most, double[] earns) {
            this.most = most;
            this.earns = earns;
        }

        double most() {
            return most;
        }

        /** What a chip of each type that trains takes from it at least; not to be written to. */
        double[] earns() {
            return earns;
        }
    }

    /**
     * That of a period.
     *
     * @param terms the law
     * @param served what each type of chip serves at best
     * @param equivalents how many equivalents that makes, with those that are not directed left out
     * @param crowded whether some are, so that a chip that serves no longer may be no loss
     */
    PeriodBound of(
            ResearchTerms terms, int period, List<EfficientServings.Best> served, double equivalents, boolean crowded) {
        PeriodBound[] bounds = known.computeIfAbsent(served, unknown -> new PeriodBound[situation.periods()]);
        if (bounds[period] == null) {
            bounds[period] = bound(terms, period, served, equivalents, crowded);
        }
        return bounds[period];
    }

    private PeriodBound bound(
            ResearchTerms terms, int period, List<EfficientServings.Best> served, double equivalents, boolean crowded) {
        double months =
                situation.returns().discounted(period) * situation.returns().months();
        double all = situation.mostH100e(period);
        if (crowded || (equivalents == 0 && terms.people() == 0) || (all == 0 && terms.needsExperiments())) {
            return new PeriodBound(months * terms.rate(all, equivalents), new double[served.size()]);
        }
        double part = all > 0
                ? GoldenSection.of(share -> terms.rate(share * all, (1 - share) * equivalents), 0, 1, WIDTH)
                : 0;
        Plane plane = balanced(terms.tangents(part * all, (1 - part) * equivalents), all, equivalents);
        double[] earns = IntStream.range(0, served.size())
                .mapToDouble(i -> Math.max(
                        plane.perH100e()
                                * situation.h100e(situation.stocks().get(i).chip()),
                        plane.perEquivalent() * served.get(i).equivalentsPerChip()))
                .map(each -> months * each)
                .toArray();
        double most = months * plane.height();
        for (int i = 0; i < earns.length; i++) {
            ChipStock stock = situation.stocks().get(i);
            most += stock.count(period) * earns[i];
        }
        return new PeriodBound(most, earns);
    }

    // Of two planes the mean under which the whole fleet is worth as much in experiments as in serving.
    private static Plane balanced(List<Plane> planes, double h100e, double equivalents) {
        Plane one = planes.get(0);
        Plane other = planes.get(planes.size() - 1);
        double first = one.perH100e() * h100e + other.perEquivalent() * equivalents;
        double weight = planes.size() == 1 || first == 0 ? 1 : other.perEquivalent() * equivalents / first;
        return new Plane(
                weight * one.height() + (1 - weight) * other.height(),
                weight * one.perH100e() + (1 - weight) * other.perH100e(),
                weight * one.perEquivalent() + (1 - weight) * other.perEquivalent());
    }
}
