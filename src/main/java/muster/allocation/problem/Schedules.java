package muster.allocation.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every schedule that a situation allows, by what is trained. */
public final class Schedules {
    /** More than this many are refused: a search that solves a linear program for each would take many minutes. */
    public static final int MOST = 20_000;

    private final Situation situation;
    private final Map<Set<String>, List<Schedule>> found = new LinkedHashMap<>();
    private int count;

    private Schedules(Situation situation) {
        this.situation = situation;
    }

    /** The schedules by the set of jobs that they do. */
    public static Map<Set<String>, List<Schedule>> of(Situation situation) {
        Schedules schedules = listed(situation);
        if (schedules.count > MOST) {
            throw new IllegalArgumentException(
                    "there are more than %s ways to order so many jobs over so many periods".formatted(MOST));
        }
        return schedules.found;
    }

    /** Whether there are more than are searched. */
    public static boolean areTooMany(Situation situation) {
        return listed(situation).count > MOST;
    }

    // Of too many only the first are listed.
    private static Schedules listed(Situation situation) {
        Schedules schedules = new Schedules(situation);
        schedules.extend(Schedule.NOTHING, situation.jobs());
        return schedules;
    }

    // Jobs stand in an order in which each comes after those that it needs.
    private void extend(Schedule schedule, List<TrainingJob> rest) {
        if (rest.isEmpty()) {
            keep(schedule);
            return;
        }
        if (count > MOST) {
            return;
        }
        TrainingJob job = rest.get(0);
        List<TrainingJob> after = rest.subList(1, rest.size());
        extend(schedule, after);
        Optional<Integer> start = schedule.start(situation, job);
        if (start.isEmpty()
                || !situation.rivals().allows(job.id(), schedule.completion().keySet())) {
            return;
        }
        for (int complete = start.get() + 1; complete <= last(job); complete++) {
            extend(schedule.with(job.id(), complete), after);
        }
    }

    // What is complete at the end of the last period serves nobody; only a requirement can want it.
    private int last(TrainingJob job) {
        boolean required = situation
                .requirement()
                .filter(requirement -> requirement.models().contains(job.id()))
                .isPresent();
        return required ? situation.periods() : situation.periods() - 1;
    }

    private void keep(Schedule schedule) {
        boolean meets = situation
                .requirement()
                .map(requirement ->
                        requirement.models().stream().anyMatch(model -> inTime(schedule, model, requirement)))
                .orElse(true);
        if (meets) {
            count++;
            found.computeIfAbsent(new TreeSet<>(schedule.completion().keySet()), jobs -> new ArrayList<>())
                    .add(schedule);
        }
    }

    private boolean inTime(Schedule schedule, String model, CapabilityRequirement requirement) {
        Integer complete = schedule.completion().get(model);
        return complete == null ? situation.existing().contains(model) : complete <= requirement.by();
    }
}
