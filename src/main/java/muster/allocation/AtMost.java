package muster.allocation;

import java.util.List;
import java.util.Set;

/**
 * Jobs of which only so many are done, as the points of a grid.
 *
 * @param most how many of them at most
 * @param jobs their ids
 */
public record AtMost(int most, List<String> jobs) {
    /** Every job can be done beside every other. */
    public static final AtMost ALL = new AtMost(0, List.of());

    public AtMost {
        jobs = List.copyOf(jobs);
    }

    /** Whether one more job can be done beside those that are. */
    boolean allows(String job, Set<String> done) {
        return !jobs.contains(job) || done.stream().filter(jobs::contains).count() < most;
    }
}
