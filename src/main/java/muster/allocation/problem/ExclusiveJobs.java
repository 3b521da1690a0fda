package muster.allocation.problem;

import java.util.List;
import java.util.Set;

/**
 * Jobs of which only so many are done, as the points of a grid.
 *
 * @param most how many of them at most
 * @param jobs their ids
 */
public record ExclusiveJobs(int most, List<String> jobs) {
    /** Every job can be done beside every other. */
    public static final ExclusiveJobs ALL = new ExclusiveJobs(0, List.of());

    public ExclusiveJobs {
        jobs = List.copyOf(jobs);
    }

    /** Whether one more job can be done beside those that are. */
    boolean allows(String job, Set<String> done) {
        return !jobs.contains(job) || done.stream().filter(jobs::contains).count() < most;
    }
}
