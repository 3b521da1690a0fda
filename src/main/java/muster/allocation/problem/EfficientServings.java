package muster.allocation.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ways to serve that are worth looking at: of those that are ready, those on the hull of heads and worth. */
public final class EfficientServings {
    private EfficientServings() {}

    /**
     * What a chip serves at best.
     *
     * @param equivalentsPerChip the most equivalents that a chip serves
     * @param headsPerChip the heads of that way to serve
     * @param mostPerHead the most equivalents of a head, of all ways
     */
    public record Best(double equivalentsPerChip, double headsPerChip, double mostPerHead) {}

    public static Best best(Situation situation, Schedule schedule, String chip, int period) {
        double equivalents = 0;
        double heads = 0;
        double perHead = 0;
        for (ServingOption serving : situation.menu().on(chip)) {
            if (schedule.ready(situation, serving.model(), period)) {
                double each = situation.returns().equivalents(serving.speedup());
                double all = each * serving.researchersPerChip();
                perHead = Math.max(perHead, each);
                if (all > equivalents) {
                    equivalents = all;
                    heads = serving.researchersPerChip();
                }
            }
        }
        return new Best(equivalents, heads, perHead);
    }

    /**
     * The ways to serve on a chip that an optimal plan can use in a period. Without a limit on heads that is the one of the
     * most equivalents; with one, those that no mix of two others matches at the same heads.
     */
    public static List<ServingOption> worthwhile(Situation situation, Schedule schedule, String chip, int period) {
        List<ServingOption> ready = new ArrayList<>();
        for (ServingOption serving : situation.menu().on(chip)) {
            if (serving.researchersPerChip() > 0 && schedule.ready(situation, serving.model(), period)) {
                ready.add(serving);
            }
        }
        return useful(ready, situation.returns(), situation.limits());
    }

    /** Of the ways to serve a model on a chip those that an optimal plan can use, by the same rule. */
    public static List<ServingOption> trimmed(
            List<ServingOption> servings, ResearchReturns returns, ResourceLimits limits) {
        Map<String, List<ServingOption>> groups = new LinkedHashMap<>();
        servings.stream()
                .filter(serving -> serving.researchersPerChip() > 0)
                .forEach(serving -> groups.computeIfAbsent(
                                serving.model() + " " + serving.chip(), key -> new ArrayList<>())
                        .add(serving));
        List<ServingOption> kept = new ArrayList<>();
        groups.values().forEach(group -> kept.addAll(useful(group, returns, limits)));
        return kept;
    }

    private static List<ServingOption> useful(
            List<ServingOption> servings, ResearchReturns returns, ResourceLimits limits) {
        List<ServingOption> hull = hull(returns, servings);
        boolean limited = limits.supervisors().isPresent();
        return limited || hull.isEmpty() ? hull : hull.subList(hull.size() - 1, hull.size());
    }

    // The upper hull of points (heads, equivalents) per chip, from no heads up to the most equivalents.
    private static List<ServingOption> hull(ResearchReturns returns, List<ServingOption> servings) {
        List<ServingOption> sorted = new ArrayList<>(servings);
        sorted.sort(Comparator.comparingDouble(ServingOption::researchersPerChip)
                .thenComparing(Comparator.comparingDouble((ServingOption serving) -> worth(returns, serving))
                        .reversed()));
        List<ServingOption> hull = new ArrayList<>();
        for (ServingOption next : sorted) {
            if (!hull.isEmpty() && worth(returns, next) <= worth(returns, hull.get(hull.size() - 1))) {
                continue;
            }
            while (!hull.isEmpty() && under(returns, hull, next)) {
                hull.remove(hull.size() - 1);
            }
            hull.add(next);
        }
        return hull;
    }

    // Whether the last of the hull lies under the line from the one before it to the next.
    private static boolean under(ResearchReturns returns, List<ServingOption> hull, ServingOption next) {
        ServingOption last = hull.get(hull.size() - 1);
        double heads = 0;
        double worth = 0;
        if (hull.size() > 1) {
            heads = hull.get(hull.size() - 2).researchersPerChip();
            worth = worth(returns, hull.get(hull.size() - 2));
        }
        double rise = (worth(returns, last) - worth) * (next.researchersPerChip() - heads);
        return rise <= (worth(returns, next) - worth) * (last.researchersPerChip() - heads);
    }

    private static double worth(ResearchReturns returns, ServingOption serving) {
        return serving.researchersPerChip() * returns.equivalents(serving.speedup());
    }
}
