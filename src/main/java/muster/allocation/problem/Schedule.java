package muster.allocation.problem;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which jobs are done, and when each is complete.
 *
 * @param completion the periods after which each is complete, from 1, by id; jobs that are not done are left out
 */
public record Schedule(Map<String, Integer> completion) {
    /** Nothing is trained. */
    public static final Schedule NOTHING = new Schedule(Map.of());

    public Schedule {
        completion = Collections.unmodifiableMap(new TreeMap<>(completion));
    }

    /** This with one more job. */
    public Schedule with(String job, int complete) {
        Map<String, Integer> more = new TreeMap<>(completion);
        more.put(job, complete);
        return new Schedule(more);
    }

    /** Whether a model can be served in a period, counted from 0. */
    public boolean ready(Situation situation, String model, int period) {
        Integer complete = completion.get(model);
        return complete == null ? situation.existing().contains(model) : period >= complete;
    }

    /** The first period in which a job can run: when all that it needs is complete; nothing where that never is. */
    Optional<Integer> start(Situation situation, TrainingJob job) {
        int start = 0;
        for (String needed : job.after()) {
            Integer complete = completion.get(needed);
            if (complete == null && !situation.existing().contains(needed)) {
                return Optional.empty();
            }
            start = Math.max(start, complete == null ? 0 : complete);
        }
        return Optional.of(start);
    }

    /** Whether a job runs in a period, counted from 0. */
    public boolean runs(Situation situation, TrainingJob job, int period) {
        Integer complete = completion.get(job.id());
        return complete != null
                && period < complete
                && start(situation, job).filter(start -> period >= start).isPresent();
    }

    /** In words, as {@code distil-70b after period 7}. */
    @Override
    public String toString() {
        StringBuilder words = new StringBuilder();
        completion.forEach((job, complete) -> words.append(words.isEmpty() ? "" : ", ")
                .append(job)
                .append(" after period ")
                .append(complete));
        return words.isEmpty() ? "nothing is trained" : words.toString();
    }
}
