package muster.allocation.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.allocation.problem.EfficientServings;
import muster.allocation.problem.Schedule;
import muster.allocation.problem.Situation;

/**
 * What the chips of each type serve at best, remembered by the models that are complete: many schedules share few of those sets,
 * and a schedule has one of them in most periods. For one thread.
 */
final class BestServings {
    private final Situation situation;
    private final Map<Set<String>, List<EfficientServings.Best>> known = new HashMap<>();

    private final ResearchBounds research;

    BestServings(Situation situation) {
        this.situation = situation;
        this.research = new ResearchBounds(situation);
    }

    /** What their research can be worth at most, under a law. */
    ResearchBounds research() {
        return research;
    }

    /** By the type of chips, in the order of the stocks of the situation. */
    List<EfficientServings.Best> of(Schedule schedule, int period) {
        Set<String> complete = new HashSet<>();
        schedule.completion().forEach((job, after) -> {
            if (period >= after) {
                complete.add(job);
            }
        });
        return known.computeIfAbsent(
                complete,
                unknown -> situation.stocks().stream()
                        .map(stock -> EfficientServings.best(situation, schedule, stock.chip(), period))
                        .toList());
    }

    /** How many sets of complete models there were. */
    int sets() {
        return known.size();
    }
}
